import { span } from '../model/span'
import { snapToGraphemes } from '../text/words'
import { characterKind, isWordEdge, kindAt } from './characters'
import type { FoldSwitches } from './fold-sign'
import type { FoldedText } from './fold-text'
import { fromPairs, type Hits } from './hits'
import type { Leaf } from './leaf'
import type { SearchedText } from './searched-text'
import type { ConcordanceSettings } from './settings'

/** Where the hits of a leaf may lie. */
export interface Where {
  readonly settings: ConcordanceSettings
  /** Those of the settings. */
  readonly switches: FoldSwitches
  /** The numbers of the paragraphs that are boilerplate. */
  readonly furniture: ReadonlySet<number>
}

/**
 * Every place where a word, phrase or expression stands in a text. Places do not overlap, cross no paragraph (unless line
 * breaks do not count), and hold whole graphemes.
 */
export function findLeaf(target: SearchedText, leaf: Leaf, where: Where): Hits {
  const folded = target.folded(where.switches)
  const starts: number[] = []
  const ends: number[] = []
  const grows = leaf.kind === 'expression' && leaf.grows
  const paragraphs = new ParagraphCursor(target)
  let isOrdered = true
  const take = (from: number, to: number): boolean => {
    const hit = placeOf(target, folded, from, to, grows)
    if (hit === null) return false
    const { start, end } = hit
    if (!isAllowed(target, start, end, where, paragraphs)) return false
    if (start <= (starts.at(-1) ?? -1)) isOrdered = false
    starts.push(start)
    ends.push(end)
    return true
  }
  if (leaf.kind === 'literal') scanLiteral(folded.text, leaf, take)
  else scanExpression(folded.text, leaf, take)
  // Hits that grow to whole graphemes may meet.
  return isOrdered
    ? { starts, ends }
    : fromPairs(starts.map((start, at): [number, number] => [start, ends[at] ?? start]))
}

/** The paragraphs of ascending offsets, found without looking for each anew. */
class ParagraphCursor {
  private at = 0

  constructor(private readonly target: SearchedText) {}

  /** The index of the paragraph that holds an offset or ends at it; -1 where none does. */
  of(offset: number): number {
    const { blocks } = this.target
    const own = blocks[this.at]
    if (own && offset >= own.start && offset <= own.end) return this.at
    const next = blocks[this.at + 1]
    const found =
      next && offset >= next.start && offset <= next.end ? this.at + 1 : this.target.blockAt(offset)
    if (found >= 0) this.at = found
    return found
  }
}

function scanLiteral(text: string, { needle, whole }: Leaf & { kind: 'literal' }, take: Take): void {
  if (needle === '') return
  const { length } = needle
  // What the needle's own first and last sign say of an edge is the same at each place.
  const looksBefore = whole && kindAt(needle, 0) === characterKind.letter
  const looksBehind = whole && kindAt(needle, length - 1) === characterKind.letter
  for (let at = text.indexOf(needle); at !== -1; ) {
    const fits =
      !(looksBefore && kindAt(text, at - 1) === characterKind.letter) &&
      !(looksBehind && kindAt(text, at + length) === characterKind.letter)
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
): { readonly start: number; readonly end: number } | null {
  const start = map.start(from)
  if (start === null) return null
  const end = map.end(to)
  if (!mayCutGrapheme(text, start, end)) return { start, end }
  const whole = snapToGraphemes(text, span(start, end))
  if (!grows && (whole.start !== start || whole.end !== end)) return null
  return whole
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

function isAllowed(
  target: SearchedText,
  start: number,
  end: number,
  { settings, furniture }: Where,
  paragraphs: ParagraphCursor
): boolean {
  const { same } = settings
  const block = paragraphs.of(start)
  const own = target.blocks[block]
  if (!own || (!same.lineBreaks && end > own.end)) return false
  if (!settings.furniture && furniture.size > 0) {
    for (let at = block; (target.blocks[at]?.start ?? end) < end; at++) if (furniture.has(at)) return false
  }
  return same.emphasis || target.markEdges.length === 0 || !target.hasMarkEdge(start, end)
}
