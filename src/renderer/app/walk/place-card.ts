/** A box of the window, in CSS pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

type Size = Pick<Box, 'width' | 'height'>
type Point = Pick<Box, 'left' | 'top'>

/** Between the card and what it speaks of, and the edges of the window; pixels. */
const gap = 12

/**
 * Where a card stands so that it covers nothing of what it speaks of: beside it, below or above it, within the window.
 * Where there is no such place it stands in the corner in which it covers least.
 */
export function placeCard(target: Box, card: Size, window: Size): Point {
  const last = { left: window.width - card.width - gap, top: window.height - card.height - gap }
  const along = (wanted: number, most: number) => Math.max(gap, Math.min(wanted, most))
  const beside = along(target.top, last.top)
  const level = along(target.left, last.left)
  const places: readonly Point[] = [
    { left: target.left + target.width + gap, top: beside },
    { left: target.left - card.width - gap, top: beside },
    { left: level, top: target.top + target.height + gap },
    { left: level, top: target.top - card.height - gap }
  ]
  const isWithin = ({ left, top }: Point) => left >= gap && top >= gap && left <= last.left && top <= last.top
  const free = places.find(isWithin)
  if (free) return free
  const corners: readonly Point[] = [
    { left: last.left, top: last.top },
    { left: gap, top: last.top },
    { left: last.left, top: gap },
    { left: gap, top: gap }
  ]
  const covered = corners.map((corner) => overlap({ ...corner, ...card }, target))
  return corners[covered.indexOf(Math.min(...covered))] ?? { left: gap, top: gap }
}

/** How much two boxes have in common, in square pixels. */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left)
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top)
  return Math.max(0, width) * Math.max(0, height)
}
