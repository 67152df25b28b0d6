import type { Span } from '../model/offsets'
import { span } from '../model/span'
import { type Folded, findFolded, fold } from '../text/fold'
import { snapToGraphemes } from '../text/words'

/** A hit of a search with its line of context (KWIC): what stands left and right of it in its block. */
export interface Hit extends Span {
  readonly block: number
  readonly left: string
  readonly hit: string
  readonly right: string
}

/** How much context stands on each side of a hit, in UTF-16 code units. */
const contextLength = 60

/** A text folded once, to be searched many times. */
export interface Searchable {
  readonly text: string
  readonly folded: Folded
  readonly blocks: readonly Span[]
  readonly furniture: ReadonlySet<number>
}

export function searchable(text: string, blocks: readonly Span[], furniture: readonly number[]): Searchable {
  return { text, folded: fold(text), blocks, furniture: new Set(furniture) }
}

/**
 * Finds a string in a text, regardless of case, width, quotation marks and white space. Furniture is left out unless asked
 * for. Hits come in the order of the text, never cross a block, and begin and end with whole graphemes.
 */
export function plainSearch(target: Searchable, query: string, { furniture = false } = {}): Hit[] {
  const needle = fold(query.trim()).text
  const hits: Hit[] = []
  let block = 0
  for (const [start, end] of findFolded(target.folded, needle)) {
    while (block < target.blocks.length && (target.blocks[block]?.end ?? 0) < start) block++
    const own = target.blocks[block]
    if (own === undefined || end > own.end) continue
    if (!furniture && target.furniture.has(block)) continue
    if (cutsGrapheme(target.text, start, end)) continue
    hits.push({
      ...span(start, end),
      block,
      left: target.text.slice(Math.max(own.start, start - contextLength), start),
      hit: target.text.slice(start, end),
      right: target.text.slice(end, Math.min(own.end, end + contextLength))
    })
  }
  return hits
}

/** Below this no character joins the one before it. */
const firstMark = 0x300

function cutsGrapheme(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(start) < firstMark && !(text.charCodeAt(end) >= firstMark)) return false
  const whole = snapToGraphemes(text, span(start, end))
  return whole.start !== start || whole.end !== end
}
