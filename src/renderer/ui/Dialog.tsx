import { X } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { DiscardQuestion } from './DiscardQuestion'
import { useKeepFocus } from './use-keep-focus'

export interface DialogProps {
  readonly title: string
  readonly closeLabel: string
  readonly onClose: () => void
  readonly width?: 'narrow' | 'wide' | 'full'
  readonly children: ReactNode
  /** The buttons at the foot. */
  readonly actions?: ReactNode
  /** Closing would lose something that was typed or decided: it is asked first. */
  readonly isDirty?: boolean
  /** Out of sight for a while, with all that was typed in it. */
  readonly isHidden?: boolean
}

/** A modal dialog: focus stays inside, Escape closes, what is behind is out of reach. */
export function Dialog({
  title,
  closeLabel,
  onClose,
  width = 'narrow',
  children,
  actions,
  isDirty = false,
  isHidden = false
}: DialogProps) {
  const [asking, setAsking] = useState(false)
  const lastFocus = useRef<HTMLElement | null>(null)
  const keep = () => {
    setAsking(false)
    lastFocus.current?.focus()
  }
  const leave = () => {
    if (!isDirty) onClose()
    else if (asking) keep()
    else setAsking(true)
  }
  return (
    <ModalOverlay
      className="overlay"
      isOpen={!isHidden}
      isDismissable
      // A toast lies over the dialog; to press its button is not to leave.
      shouldCloseOnInteractOutside={(element) => element.closest('.toasts') === null}
      onOpenChange={(open) => open || leave()}
    >
      <Modal className={`modal ${width}`}>
        <Frame>
          <header className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <button type="button" className="icon-button" aria-label={closeLabel} onClick={leave}>
              <X size={16} aria-hidden />
            </button>
          </header>
          <div
            className="dialog-body"
            onFocus={({ target }) => {
              lastFocus.current = target
              setAsking(false)
            }}
          >
            {children}
          </div>
          {asking ? (
            <DiscardQuestion keep={keep} discard={onClose} />
          ) : (
            actions && <footer className="dialog-foot">{actions}</footer>
          )}
        </Frame>
      </Modal>
    </ModalOverlay>
  )
}

/** Inside the modal, so that it is there when the focus has to be watched. */
function Frame({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLElement>(null)
  useKeepFocus(ref)
  return (
    <AriaDialog ref={ref} className="dialog">
      {children}
    </AriaDialog>
  )
}
