import { contextLength, describe } from '../../../shared/anchoring/describe'
import { Occurrences } from '../../../shared/anchoring/occurrences'
import { anchorQuotes, type Quote } from '../../../shared/anchoring/quotes'
import type { AnchorResult } from '../../../shared/anchoring/types'
import type { Annotation, Selector } from '../../../shared/model/annotation'
import { currentText } from '../../../shared/model/current-text'
import type { Revision, VariorumDocument } from '../../../shared/model/document'
import type { CoderId } from '../../../shared/model/ids'
import { newAnnotation } from '../../../shared/model/new-records'
import { utf16 } from '../../../shared/model/span'
import type { TextContent } from '../../../shared/model/text-content'
import { codePointOffsets } from '../../../shared/text/code-point-index'
import { sha256 } from '../../store/hash'
import type { CodeResolver } from '../code-resolver'
import type { ParsedQuote } from '../parsed-sidecars'
import { bareLetters } from './match'
import { quotedText } from './quoted-text'

/** Finds quotes in a text: here, or in another thread. */
export type FindQuotes = (text: string, quotes: readonly Quote[]) => Promise<AnchorResult[]>

export const findHere: FindQuotes = async (text, quotes) => anchorQuotes(text, quotes)

/** Highlights of another program on a text, as they come to stand in the project. */
export interface PlacedQuotes {
  readonly annotations: readonly Annotation[]
  /** A state of the text to be kept before the present one, for passages that were not found in it for sure. */
  readonly quoted: { readonly revision: Revision; readonly content: TextContent } | null
  readonly found: number
  readonly toConfirm: number
  readonly orphans: number
  /** Those that stand there already, from an earlier import. */
  readonly known: number
  /** Those without words whose position is not in the text. */
  readonly outside: number
  /** For each quote, in their order, what became of it. */
  readonly fates: readonly QuoteFate[]
}

export type QuoteFate = 'found' | 'toConfirm' | 'orphan' | 'known' | 'outside'

/**
 * Places the highlights of another program in a text (canonical text, UTF-16 offsets). One that is found for sure is an
 * annotation like any other; the rest wait to be settled, with the words that they were given.
 */
export async function placeQuotes(
  document: VariorumDocument,
  text: string,
  quotes: readonly ParsedQuote[],
  existing: readonly Annotation[],
  { codes, coder, find }: { codes: CodeResolver; coder: CoderId; find: FindQuotes }
): Promise<PlacedQuotes> {
  const anchored = await anchor(text, quotes, find)
  const guids = new Set(existing.flatMap((each) => each.guid ?? []))
  const standing = new Set(existing.map(keyOf))
  const worded = new Set(existing.map(wordsOf))
  const annotations: Annotation[] = []
  const waiting: { quote: ParsedQuote; at: AnchorResult; index: number }[] = []
  const occurrences = new Occurrences(text)
  const fates = quotes.map((): QuoteFate => 'outside')
  const add = (index: number, annotation: Annotation, fate: QuoteFate) => {
    fates[index] = fate
    if (fate !== 'known') annotations.push(annotation)
  }
  const annotationOf = (selector: Selector, quote: ParsedQuote): Annotation => {
    const { memo, themes, codings, created, modified, quality, guid } = quote
    const by = codes.coder(quote.coder, coder)
    const made = created ?? new Date().toISOString()
    const own = guid && !guids.has(guid) ? guid : null
    if (own) guids.add(own)
    return newAnnotation(document.id, selector, by, {
      created: made,
      ...(modified && { modified }),
      memo,
      ...(quality && { quality: [...new Set(quality)] }),
      ...(codings
        ? { codings: codes.codings(codings, by, made, (path) => codes.meant(path)) }
        : { themes: [...new Set(themes.flatMap((path) => codes.tag(path) ?? []))] }),
      ...(own && { guid: own })
    })
  }
  for (const [index, quote] of quotes.entries()) {
    const at = anchored[index]
    if (!at) continue
    const selector =
      at.status === 'exact' || at.status === 'fuzzy'
        ? describe(text, at, currentText(document), occurrences)
        : null
    if (selector) {
      const own = annotationOf(selector, quote)
      add(index, own, standing.has(keyOf(own)) ? 'known' : 'found')
    } else if (quote.exact !== '') waiting.push({ quote, at, index })
    else if (at.status === 'confirm') waiting.push({ quote: { ...quote, ...wordsAt(text, at) }, at, index })
  }
  const found = annotations.length
  const { content, selectors } = quotedText(waiting.map(({ quote }) => quote))
  for (const [rank, { quote, at, index }] of waiting.entries()) {
    const selector = selectors[rank]
    if (!selector) continue
    const own = annotationOf(selector, quote)
    const { start, end, confidence } = at
    const proposal =
      at.status === 'orphan' ? null : { revision: currentText(document), start, end, confidence }
    const isKnown = worded.has(wordsOf(own))
    add(index, { ...own, proposal }, isKnown ? 'known' : proposal === null ? 'orphan' : 'toConfirm')
  }
  const kept = annotations.slice(found)
  const countOf = (fate: QuoteFate) => fates.filter((each) => each === fate).length
  const [first] = kept
  const revision: Revision | null = first
    ? {
        text: first.selector.revision,
        made: new Date().toISOString(),
        reason: 'quoted',
        coder,
        furniture: [],
        original: null
      }
    : null
  return {
    annotations,
    quoted: revision && { revision, content },
    found,
    toConfirm: countOf('toConfirm'),
    orphans: countOf('orphan'),
    known: countOf('known'),
    outside: countOf('outside'),
    fates
  }
}

/** Places of quotes. Those whose positions are said to be places in this very text, and that stand there, are certain. */
async function anchor(
  text: string,
  quotes: readonly ParsedQuote[],
  find: FindQuotes
): Promise<readonly (AnchorResult | undefined)[]> {
  const sum = quotes.some((each) => each.sum !== undefined) ? sha256(text) : null
  const offsets = sum === null ? null : codePointOffsets(text)
  const certain = quotes.map((quote): AnchorResult | null => {
    if (offsets === null || quote.sum !== sum || quote.start === null) return null
    const [start, end] = [offsets(quote.start), offsets(quote.end ?? -1)]
    if (start === null || end === null || text.slice(start, end) !== quote.exact) return null
    return { status: 'exact', start: utf16(start), end: utf16(end), confidence: 1 }
  })
  const others = quotes.filter((_, index) => certain[index] === null)
  const found = others.length > 0 ? await find(text, others) : []
  let next = 0
  return certain.map((own) => own ?? found[next++])
}

/** The words at a place that is only known by its position, with what stands around them. */
function wordsAt(
  text: string,
  { start, end }: AnchorResult
): Pick<ParsedQuote, 'exact' | 'prefix' | 'suffix'> {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - contextLength), start),
    suffix: text.slice(end, end + contextLength)
  }
}

/** Two annotations with the same words, place and memo are the same, imported twice. */
function keyOf(annotation: Annotation): string {
  const { prefix, suffix } = annotation.selector
  return JSON.stringify([wordsOf(annotation), prefix, suffix])
}

/** What waits to be settled may have been settled since, with the capitals of the text: letters and memo tell that it was there. */
function wordsOf({ selector, memo }: Annotation): string {
  return JSON.stringify([bareLetters(selector.exact) || selector.exact, memo])
}
