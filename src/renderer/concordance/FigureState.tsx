import type { AppError } from '../../shared/model/result'
import { useT } from '../state/i18n'
import { errorText } from '../state/toasts'

interface Props {
  readonly figure: { readonly value: unknown; readonly error: AppError | null; readonly isStale: boolean }
  readonly isEmpty: boolean
}

/** Says why there are no figures: they are still counted, there are none, or something failed. */
export function FigureState({ figure: { value, error, isStale }, isEmpty }: Props) {
  const t = useT()
  if (error) return <p className="panel-hint">{errorText(error)}</p>
  if (value === null)
    return <p className="panel-hint">{t(isStale ? 'concordance.counting' : 'concordance.noFigures')}</p>
  return isEmpty ? <p className="panel-hint">{t('concordance.noFigures')}</p> : null
}
