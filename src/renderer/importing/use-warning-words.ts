import type { ImportWarning } from '../../shared/model/import-warning'
import { useT } from '../app/api/i18n'

/** Puts a warning into a sentence, with the names of what it is about where it has some. */
export function useWarningWords(): (warning: ImportWarning) => string {
  const t = useT()
  return ({ key, count, names }) => {
    const told = t(`importWarning.${key}`, { count })
    return names ? t('importWarning.named', { told, names: names.join(', ') }) : told
  }
}
