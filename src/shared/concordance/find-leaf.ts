import { span } from '../model/span'
import { snapToGraphemes } from '../text/words'
import { isWordEdge } from './characters'
import { foldSwitches } from './fold-sign'
import type { FoldedText } from './fold-text'
import { fromPairs, type Hits } from './hits'
import type { Leaf } from './leaf'
import type { SearchedText } from './searched-text'
import type { ConcordanceSettings } from './settings'

/** Where the hits of a leaf may lie. */
export interface Where {
  readonly settings: ConcordanceSettings
  /** The numbers of the paragraphs that are boilerplate. */
  readonly furniture: ReadonlySet<number>
}

/**
 * Every place where a word, phrase or expression stands in a text. Places do not overlap, cross no paragraph (unless line
 * breaks do not count), and hold whole graphemes.
 */
export function findLeaf(target: SearchedText, leaf: Leaf, where: Where): Hits {
  const folded = target.folded(foldSwitches(where.settings.same))
  const found: [number, number][] = []
  const take = (from: number, to: number): boolean => {
    const hit = placeOf(target, folded, from, to, leaf.kind === 'expression' && leaf.grows)
    if (!hit || !isAllowed(target, hit, where)) return false
    found.push(hit)
    return true
  }
  if (leaf.kind === 'literal') scanLiteral(folded.text, leaf, take)
  else scanExpression(folded.text, leaf, take)
  return fromPairs(found)
}

function scanLiteral(text: string, { needle, whole }: Leaf & { kind: 'literal' }, take: Take): void {
  if (needle === '') return
  const { length } = needle
  for (let at = text.indexOf(needle); at !== -1; ) {
    const fits = !whole || (isWordEdge(text, at) && isWordEdge(text, at + length))
    at = text.indexOf(needle, fits && take(at, at + length) ? at + length : at + 1)
  }
}

type Take = (from: number, to: number) => boolean

function scanExpression(text: string, { pattern, whole }: Leaf & { kind: 'expression' }, take: Take): void {
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { index } = match
    const end = index + match[0].length
    const fits = end > index && (!whole || isWordEdge(text, index))
    // What follows may begin within a hit that was none.
    if (!fits || !take(index, end))
      pattern.lastIndex = index + ((text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1)
    if (pattern.lastIndex > text.length) return
  }
}

/** A stretch of the folded text as one of the text; null where it begins within a sign or would cut a grapheme. */
function placeOf(
  { text }: SearchedText,
  { map }: FoldedText,
  from: number,
  to: number,
  grows: boolean
): [number, number] | null {
  const start = map.start(from)
  if (start === null) return null
  const end = map.end(to)
  if (!mayCutGrapheme(text, start, end)) return [start, end]
  const whole = snapToGraphemes(text, span(start, end))
  if (!grows && (whole.start !== start || whole.end !== end)) return null
  return [whole.start, whole.end]
}

/** Below this no character joins the one before it. */
const firstMark = 0x300
/** Common ideographs and their signs join with nothing. */
const isApart = (code: number) =>
  code < firstMark ||
  (code >= 0x3001 && code <= 0x3029) ||
  (code >= 0x3041 && code <= 0x3096) ||
  (code >= 0x4e00 && code <= 0x9fff)

function mayCutGrapheme(text: string, start: number, end: number): boolean {
  return !isApart(text.charCodeAt(start)) || (end < text.length && !isApart(text.charCodeAt(end)))
}

function isAllowed(target: SearchedText, [start, end]: readonly [number, number], where: Where): boolean {
  const { same, furniture } = where.settings
  const block = target.blockAt(start)
  const own = target.blocks[block]
  if (!own || (!same.lineBreaks && end > own.end)) return false
  if (!furniture && where.furniture.size > 0) {
    for (let at = block; (target.blocks[at]?.start ?? end) < end; at++)
      if (where.furniture.has(at)) return false
  }
  return same.emphasis || target.markEdges.length === 0 || !target.hasMarkEdge(start, end)
}
