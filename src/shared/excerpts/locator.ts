import type { Locator } from '../export/excerpt-record'
import type { Span } from '../model/offsets'
import type { Block } from '../model/text-content'
import { blockSpans, firstEndingAfter, indexAt } from '../text/canonical'
import { sentencesIn } from './sentences-in'

/** A cited sentence number helps only where a paragraph is long: a text without paragraphs is cited by sentence too. */
const fewSentences = 4

/**
 * Where a passage (UTF-16) stands: page, time and paragraph of the blocks in which it begins and ends, the number of its
 * sentence where that is one long block. Null where it stands in no block.
 */
export function locatorOf(blocks: readonly Block[], passage: Span): Locator | null {
  const spans = blockSpans(blocks)
  const index = indexAt(spans, passage.start)
  const [block, own] = [blocks[index], spans[index]]
  if (!block || !own) return null
  const last = lastBlock(blocks, spans, index, passage)
  const inside = last === null ? sentencesIn(block) : []
  const at = firstEndingAfter(inside, passage.start - own.start)
  const isNumbered = block.number !== null && (block.kind !== 'heading' || last !== null)
  return {
    page: hasPageLabels(blocks) ? rangeOf(labelOf(block), last && labelOf(last)) : null,
    sheet: hasPageLabels(blocks) ? null : rangeOf(block.page, last?.page),
    time: rangeOf(block.time, last?.time),
    paragraph: isNumbered ? rangeOf(block.number, last?.number) : rangeOf(last?.number, last?.number),
    sentence: isNumbered && inside.length > fewSentences && at < inside.length ? at + 1 : null,
    begins: isNumbered ? null : block.kind === 'heading' ? 'heading' : 'unnumbered'
  }
}

/** The last block that a passage reaches into, of those with a number where there is one; null where it stays in the first. */
function lastBlock(
  blocks: readonly Block[],
  spans: readonly Span[],
  first: number,
  { end }: Span
): Block | null {
  let last: Block | null = null
  for (let index = first + 1; index < blocks.length; index++) {
    const [block, own] = [blocks[index], spans[index]]
    if (!block || !own || own.start >= end) break
    if (last === null || block.number !== null) last = block
  }
  return last
}

const labelled = new WeakMap<readonly Block[], boolean>()

/** Whether a file says what its pages are called in print; a page without a label of its own is then called by its number. */
function hasPageLabels(blocks: readonly Block[]): boolean {
  const known = labelled.get(blocks) ?? blocks.some(({ pageLabel }) => pageLabel !== undefined)
  labelled.set(blocks, known)
  return known
}

function labelOf({ pageLabel, page }: Block): string | undefined {
  return pageLabel ?? page?.toString()
}

function rangeOf<T extends number | string>(
  from: T | null | undefined,
  to: T | null | undefined
): { readonly from: T; readonly to: T } | null {
  return from === null || from === undefined ? null : { from, to: to ?? from }
}
