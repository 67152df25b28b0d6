import { X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useKeepFocus } from './use-keep-focus'

export interface DialogProps {
  readonly title: string
  readonly closeLabel: string
  readonly onClose: () => void
  readonly width?: 'narrow' | 'wide' | 'full'
  readonly children: ReactNode
  /** The buttons at the foot. */
  readonly actions?: ReactNode
}

/** A modal dialog: focus stays inside, Escape closes, what is behind is out of reach. */
export function Dialog({ title, closeLabel, onClose, width = 'narrow', children, actions }: DialogProps) {
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => open || onClose()}>
      <Modal className={`modal ${width}`}>
        <Frame>
          <header className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <button type="button" className="icon-button" aria-label={closeLabel} onClick={onClose}>
              <X size={16} aria-hidden />
            </button>
          </header>
          <div className="dialog-body">{children}</div>
          {actions && <footer className="dialog-foot">{actions}</footer>}
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
