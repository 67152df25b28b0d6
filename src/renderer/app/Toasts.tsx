import { X } from 'lucide-react'
import { useT } from '../state/i18n'
import { dismissToast, useToasts } from '../state/toasts'

/** Short messages at the foot of the window; errors stay longer. */
export function Toasts() {
  const t = useT()
  const toasts = useToasts((state) => state.toasts)
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map((toast) => (
        <div key={toast.id} className={`toast ${toast.kind}`}>
          <span>{toast.text}</span>
          {toast.action && (
            <button
              type="button"
              className="toast-action"
              // The text keeps the focus: what comes next is done by key again.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                dismissToast(toast.id)
                toast.action?.run()
              }}
            >
              {toast.action.label}
            </button>
          )}
          <button
            type="button"
            className="icon-button"
            aria-label={t('common.close')}
            onClick={() => dismissToast(toast.id)}
          >
            <X size={13} aria-hidden />
          </button>
        </div>
      ))}
    </div>
  )
}
