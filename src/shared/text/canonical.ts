import type { Span } from '../model/offsets'
import { span } from '../model/span'
import type { Block } from '../model/text-content'

/** Line ends as LF and no byte-order mark. No other character is changed. */
export function normaliseLineEnds(text: string): string {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  return body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body
}

const textsKnown = new WeakMap<readonly Pick<Block, 'text'>[], string>()

/** The canonical text: the blocks' texts joined by one LF. Joined once for the same blocks. */
export function canonicalText(blocks: readonly Pick<Block, 'text'>[]): string {
  const known = textsKnown.get(blocks)
  if (known !== undefined) return known
  const made = blocks.map((block) => block.text).join('\n')
  textsKnown.set(blocks, made)
  return made
}

const spansKnown = new WeakMap<readonly Pick<Block, 'text'>[], readonly Span[]>()

/** Where each block lies in the canonical text (UTF-16, end exclusive). The same blocks give the same spans. */
export function blockSpans(blocks: readonly Pick<Block, 'text'>[]): readonly Span[] {
  const known = spansKnown.get(blocks)
  if (known) return known
  let start = 0
  const made = blocks.map(({ text }) => {
    const own = span(start, start + text.length)
    start += text.length + 1
    return own
  })
  spansKnown.set(blocks, made)
  return made
}

/** The index of the first of ascending spans, none within another, that ends after `offset`; their number where none does. */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** The index of the span, among ascending ones, that holds `offset` or ends at it; -1 where there is none. */
export function indexAt(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const own = spans[middle]
    if (own === undefined) return -1
    if (offset < own.start) high = middle - 1
    else if (offset > own.end) low = middle + 1
    else return middle
  }
  return -1
}
