import type { CSSProperties } from 'react'

const gap = 8

/** Places a box of the given size under a passage, or above it where there is no room, inside the window. */
export function besideBox(box: DOMRect | null, width: number, height: number): CSSProperties {
  if (!box) return { left: (window.innerWidth - width) / 2, top: window.innerHeight / 3, width }
  const left = Math.max(gap, Math.min(box.left, window.innerWidth - width - gap))
  const below = box.bottom + gap
  const lowest = window.innerHeight - height - gap
  const top = below > lowest ? Math.max(gap, Math.min(box.top - height - gap, lowest)) : below
  return { left, top, width }
}

/** Places a low bar above a passage, or below it where it would leave the window; beside the panels, where it has room there. */
export function aboveBox(
  box: DOMRect,
  width: number,
  height: number,
  within?: Pick<DOMRect, 'left' | 'right'>
): { left: number; top: number } {
  const hasRoom = within !== undefined && within.right - within.left >= width + 2 * gap
  const [first, last] = hasRoom ? [within.left, within.right] : [0, window.innerWidth]
  const left = Math.max(first + gap, Math.min(box.left + box.width / 2 - width / 2, last - width - gap))
  const above = box.top - height - gap
  return { left, top: above < 54 ? Math.min(box.bottom + gap, window.innerHeight - height - gap) : above }
}
