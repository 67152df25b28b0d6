import { type RefObject, useEffect } from 'react'

const escapeOnly: readonly string[] = ['Escape']

/**
 * Closes what lies over the page by a press outside it, or by a key that leaves it; the page hears nothing of that key.
 * `close` is told whether it was a key: the focus then goes back to where it came from.
 */
export function useDismiss(
  frame: RefObject<HTMLElement | null>,
  close: (by: 'press' | 'key') => void,
  keys: readonly string[] = escapeOnly
): void {
  useEffect(() => {
    const outside = ({ target }: MouseEvent) => {
      if (target instanceof Node && !frame.current?.contains(target)) close('press')
    }
    const leave = (event: KeyboardEvent) => {
      if (!keys.includes(event.key)) return
      event.preventDefault()
      event.stopPropagation()
      close('key')
    }
    window.addEventListener('mousedown', outside)
    window.addEventListener('keydown', leave, { capture: true })
    return () => {
      window.removeEventListener('mousedown', outside)
      window.removeEventListener('keydown', leave, { capture: true })
    }
  }, [frame, close, keys])
}
