import type { Span } from '../model/offsets'
import { span } from '../model/span'
import type { Block } from '../model/text-content'
import { blockSpans, canonicalText, indexAt } from './canonical'
import { sentences } from './sentences'
import { nextGrapheme, previousGrapheme, words } from './words'

/** A text made ready for moving about in it: its canonical text, blocks and (when asked) sentences. */
export interface Walkable {
  readonly text: string
  readonly blocks: readonly Span[]
  readonly language: string
}

export function walkable(blocks: readonly Block[], language: string): Walkable {
  return { text: canonicalText(blocks), blocks: blockSpans(blocks), language }
}

export type Unit = 'character' | 'word' | 'sentence' | 'block' | 'document'

/** Where a caret at `offset` lands when moved one unit on. Words and sentences end inside their block. */
export function forward({ text, blocks, language }: Walkable, offset: number, unit: Unit): number {
  if (unit === 'document') return text.length
  if (unit === 'character') return nextGrapheme(text, offset)
  const index = indexAt(blocks, offset)
  const block = blocks[index]
  if (block === undefined) return offset
  if (offset >= block.end) return blocks[index + 1]?.start ?? text.length
  if (unit === 'block') return blocks[index + 1]?.start ?? text.length
  const inside = text.slice(block.start, block.end)
  const units = unit === 'word' ? words(inside, language) : sentences(inside)
  const next = units.find((each) => block.start + each.end > offset)
  return next === undefined ? block.end : block.start + next.end
}

/** Where a caret at `offset` lands when moved one unit back. */
export function backward({ text, blocks, language }: Walkable, offset: number, unit: Unit): number {
  if (unit === 'document') return 0
  if (unit === 'character') return previousGrapheme(text, offset)
  const index = indexAt(blocks, offset)
  const block = blocks[index]
  if (block === undefined) return offset
  if (offset <= block.start)
    return unit === 'block' ? (blocks[index - 1]?.start ?? 0) : (blocks[index - 1]?.end ?? 0)
  if (unit === 'block') return block.start
  const inside = text.slice(block.start, block.end)
  const units = unit === 'word' ? words(inside, language) : sentences(inside)
  const before = units.findLast((each) => block.start + each.start < offset)
  return before === undefined ? block.start : block.start + before.start
}

/** The whole unit that holds `offset`: what a double click (word), triple click (sentence) or fourth (block) selects. */
export function unitAt(
  { text, blocks, language }: Walkable,
  offset: number,
  unit: 'word' | 'sentence' | 'block'
): Span {
  const block = blocks[indexAt(blocks, offset)]
  if (block === undefined) return span(offset, offset)
  if (unit === 'block') return block
  const inside = text.slice(block.start, block.end)
  const at = offset - block.start
  const units = unit === 'word' ? words(inside, language) : sentences(inside)
  const own = units.find((each) => each.start <= at && at < each.end) ?? units.find((each) => at === each.end)
  return own === undefined ? span(offset, offset) : span(block.start + own.start, block.start + own.end)
}
