import type { ImportWarning } from '../../shared/model/import-warning'
import { useT } from '../state/i18n'

/** Puts a warning into a sentence, with the names or fields of what it is about where it has some. */
export function useWarningWords(): (warning: ImportWarning) => string {
  const t = useT()
  return ({ key, count, names, fields }) => {
    const told = t(`importWarning.${key}`, { count })
    const about = names ?? fields?.map((field) => t(`importField.${field}`))
    return about ? t('importWarning.named', { told, names: about.join(', ') }) : told
  }
}
