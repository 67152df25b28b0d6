import type { Span } from '../model/offsets'
import { span } from '../model/span'
import type { Block } from '../model/text-content'
import { blockSpans, canonicalText, indexAt } from './canonical'
import { sentences } from './sentences'
import { nextGrapheme, previousGrapheme, wordsAround } from './words'

/** A text made ready for moving about in it: its canonical text, blocks and (when asked) sentences. */
export interface NavigableText {
  readonly text: string
  readonly blocks: readonly Span[]
  readonly language: string
}

export function navigableText(blocks: readonly Block[], language: string): NavigableText {
  return { text: canonicalText(blocks), blocks: blockSpans(blocks), language }
}

export type Unit = 'character' | 'word' | 'sentence' | 'block' | 'document'

/** Where a caret at `offset` lands when moved one unit on. Words and sentences end inside their block. */
export function forward(walk: NavigableText, offset: number, unit: Unit): number {
  const { text, blocks } = walk
  if (unit === 'document') return text.length
  if (unit === 'character') return nextGrapheme(text, offset)
  const index = indexAt(blocks, offset)
  const block = blocks[index]
  if (block === undefined) return offset
  if (offset >= block.end) return blocks[index + 1]?.start ?? text.length
  if (unit === 'block') return blocks[index + 1]?.start ?? text.length
  const next = unitsAbout(walk, block, offset, unit).find((each) => each.end > offset)
  return next === undefined ? block.end : next.end
}

/** Where a caret at `offset` lands when moved one unit back. */
export function backward(walk: NavigableText, offset: number, unit: Unit): number {
  const { text, blocks } = walk
  if (unit === 'document') return 0
  if (unit === 'character') return previousGrapheme(text, offset)
  const index = indexAt(blocks, offset)
  const block = blocks[index]
  if (block === undefined) return offset
  if (offset <= block.start)
    return unit === 'block' ? (blocks[index - 1]?.start ?? 0) : (blocks[index - 1]?.end ?? 0)
  if (unit === 'block') return block.start
  const before = unitsAbout(walk, block, offset, unit).findLast((each) => each.start < offset)
  return before === undefined ? block.start : before.start
}

/** The whole unit that holds `offset`: what a double click (word), triple click (sentence) or fourth (block) selects. */
export function unitAt(walk: NavigableText, offset: number, unit: 'word' | 'sentence' | 'block'): Span {
  const { blocks } = walk
  const block = blocks[indexAt(blocks, offset)]
  if (block === undefined) return span(offset, offset)
  if (unit === 'block') return block
  const units = unitsAbout(walk, block, offset, unit)
  const own =
    units.find((each) => each.start <= offset && offset < each.end) ??
    units.find((each) => offset === each.end)
  return own ?? span(offset, offset)
}

/** The words about an offset, or the sentences of its block: never more than is needed, for a block may be a book. */
function unitsAbout(
  walk: NavigableText,
  block: Span,
  offset: number,
  unit: 'word' | 'sentence'
): readonly Span[] {
  if (unit === 'sentence') return sentencesOf(walk, block)
  const inside = walk.text.slice(
    Math.max(block.start, offset - wordReach),
    Math.min(block.end, offset + wordReach)
  )
  const from = Math.max(block.start, offset - wordReach)
  return wordsAround(inside, offset - from, walk.language).map(({ start, end }) =>
    span(from + start, from + end)
  )
}

const wordReach = 2000
const known = new WeakMap<NavigableText, Map<number, readonly Span[]>>()
const mostKnown = 64

/** The sentences of a block, kept for the blocks one has been to last. */
export function sentencesOf(walk: NavigableText, block: Span): readonly Span[] {
  const own = known.get(walk) ?? new Map<number, readonly Span[]>()
  known.set(walk, own)
  const before = own.get(block.start)
  if (before) return before
  const made = sentences(walk.text.slice(block.start, block.end), block.start)
  if (own.size >= mostKnown) own.clear()
  own.set(block.start, made)
  return made
}
