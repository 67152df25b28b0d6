import { useT } from '../app/api/i18n'

interface Props {
  readonly label: string
  readonly kind?: 'primary' | 'danger'
  readonly disabled?: boolean
  readonly run: () => unknown
  readonly cancel: () => void
}

/** The foot of a dialog: leave it, or do what it is about. */
export function DialogActions({ label, kind = 'primary', disabled = false, run, cancel }: Props) {
  const t = useT()
  return (
    <>
      <button type="button" className="button" onClick={cancel}>
        {t('common.cancel')}
      </button>
      <button type="button" className={`button ${kind}`} disabled={disabled} onClick={() => void run()}>
        {label}
      </button>
    </>
  )
}
