import { useRef } from 'react'
import { Menu, MenuItem, Popover, Separator } from 'react-aria-components'
import { create } from 'zustand'

/** One line of a menu; `separator` draws a line above it. */
export interface MenuEntry {
  readonly id: string
  readonly label: string
  /** Its key as people read it. */
  readonly hint?: string
  readonly isDisabled?: boolean
  readonly separator?: boolean
  readonly run: () => unknown
}

interface Opened {
  readonly label: string
  readonly x: number
  readonly y: number
  readonly entries: readonly MenuEntry[]
}

const useContextMenu = create<{ readonly opened: Opened | null }>(() => ({ opened: null }))

/** Opens a menu at a point of the window, in CSS pixels. Without entries nothing opens. */
export function openContextMenu(opened: Opened): void {
  useContextMenu.setState({ opened: opened.entries.length > 0 ? opened : null })
}

/** The menu that a right click opens, or the menu key; there is one in a window. */
export function ContextMenu() {
  const { opened } = useContextMenu()
  const point = useRef<HTMLSpanElement>(null)
  if (!opened) return null
  const close = () => useContextMenu.setState({ opened: null })
  return (
    <>
      <span ref={point} className="menu-point" style={{ left: opened.x, top: opened.y }} />
      <Popover
        className="popover context-menu"
        isOpen
        triggerRef={point}
        placement="bottom start"
        offset={2}
        onOpenChange={(isOpen) => isOpen || close()}
      >
        <Menu
          aria-label={opened.label}
          autoFocus="first"
          disabledKeys={opened.entries.filter((each) => each.isDisabled).map(({ id }) => id)}
          onClose={close}
          onAction={(id) => {
            close()
            // After the menu has given the focus back.
            requestAnimationFrame(() => opened.entries.find((each) => each.id === id)?.run())
          }}
        >
          {opened.entries.flatMap(({ id, label, hint, separator }) => [
            ...(separator ? [<Separator key={`above ${id}`} />] : []),
            <MenuItem key={id} id={id} textValue={label}>
              <span className="grow">{label}</span>
              {hint && <kbd>{hint}</kbd>}
            </MenuItem>
          ])}
        </Menu>
      </Popover>
    </>
  )
}
