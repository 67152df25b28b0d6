import type { ReactNode } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'

interface Props {
  /** What the button says: what is so now. */
  readonly label: ReactNode
  /** What it is about, for those who cannot see the button. */
  readonly name: string
  /** Whether something other than usual is set. */
  readonly isSet?: boolean
  readonly className?: string
  readonly children: ReactNode | ((close: () => void) => ReactNode)
}

/** A button of the tools that opens a small panel below it. */
export function Pop({ label, name, isSet = false, className = '', children }: Props) {
  return (
    <DialogTrigger>
      <Button className={isSet ? 'tool on' : 'tool'} aria-label={name}>
        {label}
      </Button>
      <Popover className={`popover lines-pop ${className}`} placement="bottom start">
        <Dialog aria-label={name}>
          {({ close }) => <>{typeof children === 'function' ? children(close) : children}</>}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
