import type { Span } from '../model/offsets'
import { span } from '../model/span'
import { indexAt } from '../text/canonical'
import { type NavigableText, sentencesOf, unitAt } from '../text/caret-motion'

export type CodingUnit = 'sentence' | 'block'

/** The first unit that begins at or after an offset, blank blocks and `passed` ones (furniture) left out; null at the end. */
export function unitFrom(
  walk: NavigableText,
  offset: number,
  unit: CodingUnit,
  passed: ReadonlySet<number> = new Set()
): Span | null {
  for (let index = Math.max(0, indexAt(walk.blocks, offset)); index < walk.blocks.length; index++) {
    const found = passed.has(index)
      ? undefined
      : unitsIn(walk, index, unit).find((each) => each.start >= offset)
    if (found) return found
  }
  return null
}

/** The last unit that ends at or before an offset; null at the beginning. */
export function unitUntil(
  walk: NavigableText,
  offset: number,
  unit: CodingUnit,
  passed: ReadonlySet<number> = new Set()
): Span | null {
  for (let index = indexAt(walk.blocks, offset); index >= 0; index--) {
    const found = passed.has(index)
      ? undefined
      : unitsIn(walk, index, unit).findLast((each) => each.end <= offset)
    if (found) return found
  }
  return null
}

function unitsIn(walk: NavigableText, index: number, unit: CodingUnit): readonly Span[] {
  const block = walk.blocks[index]
  if (!block || block.start === block.end) return []
  return unit === 'block' ? [block] : sentencesOf(walk, block)
}

const ladder = ['word', 'sentence', 'block'] as const

/** The next larger stretch of whole words, sentences, paragraphs, or the whole text, about a selection. */
export function expanded(walk: NavigableText, { start, end }: Span): Span {
  for (const unit of ladder) {
    const first = unitAt(walk, start, unit)
    const last = end > start ? unitAt(walk, end - 1, unit) : first
    const wider = span(Math.min(start, first.start), Math.max(end, last.end))
    if (wider.start < start || wider.end > end) return wider
  }
  return span(0, walk.text.length)
}

/** The next smaller whole unit at the start of a selection; the selection itself where it is a word. */
export function shrunk(walk: NavigableText, selection: Span): Span {
  for (const unit of ladder.toReversed()) {
    const first = unitAt(walk, selection.start, unit)
    const inside = first.start >= selection.start && first.end <= selection.end && first.end > first.start
    if (inside && (first.start > selection.start || first.end < selection.end)) return first
  }
  return selection
}
