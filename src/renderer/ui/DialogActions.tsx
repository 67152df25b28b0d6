import { useRef } from 'react'
import { useT } from '../state/i18n'

interface Props {
  readonly label: string
  readonly kind?: 'primary' | 'danger'
  readonly disabled?: boolean
  readonly run: () => unknown
  readonly cancel: () => void
}

/** The foot of a dialog: leave it, or do what it is about. Pressed again while that is being done, it does nothing. */
export function DialogActions({ label, kind = 'primary', disabled = false, run, cancel }: Props) {
  const t = useT()
  const isRunning = useRef(false)
  const start = async () => {
    if (isRunning.current) return
    isRunning.current = true
    try {
      await run()
    } finally {
      isRunning.current = false
    }
  }
  return (
    <>
      <button type="button" className="button" onClick={cancel}>
        {t('common.cancel')}
      </button>
      <button type="button" className={`button ${kind}`} disabled={disabled} onClick={() => void start()}>
        {label}
      </button>
    </>
  )
}
