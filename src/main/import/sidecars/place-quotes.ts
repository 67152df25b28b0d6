import { contextLength, describe } from '../../../shared/anchoring/describe'
import { anchorQuotes, type Quote } from '../../../shared/anchoring/quotes'
import type { AnchorResult } from '../../../shared/anchoring/types'
import type { Annotation } from '../../../shared/model/annotation'
import { currentText } from '../../../shared/model/current-text'
import type { Revision, VariorumDocument } from '../../../shared/model/document'
import type { CoderId } from '../../../shared/model/ids'
import { newAnnotation } from '../../../shared/model/new-records'
import type { TextContent } from '../../../shared/model/text-content'
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
  const anchored = await find(text, quotes)
  const standing = new Set(existing.map(keyOf))
  const worded = new Set(existing.map(wordsOf))
  const annotations: Annotation[] = []
  const waiting: { quote: ParsedQuote; at: AnchorResult; index: number }[] = []
  const fates = quotes.map((): QuoteFate => 'outside')
  const add = (index: number, annotation: Annotation, fate: QuoteFate) => {
    fates[index] = fate
    if (fate !== 'known') annotations.push(annotation)
  }
  const factsOf = ({ memo, themes, created }: ParsedQuote) => ({
    ...(created && { created }),
    memo,
    themes: [...new Set(themes.flatMap((path) => codes.tag(path) ?? []))]
  })
  for (const [index, quote] of quotes.entries()) {
    const at = anchored[index]
    if (!at) continue
    const selector =
      at.status === 'exact' || at.status === 'fuzzy' ? describe(text, at, currentText(document)) : null
    if (selector) {
      const own = newAnnotation(document.id, selector, codes.coder(quote.coder, coder), factsOf(quote))
      add(index, own, standing.has(keyOf(own)) ? 'known' : 'found')
    } else if (quote.exact !== '') waiting.push({ quote, at, index })
    else if (at.status === 'confirm') waiting.push({ quote: { ...quote, ...wordsAt(text, at) }, at, index })
  }
  const found = annotations.length
  const { content, selectors } = quotedText(waiting.map(({ quote }) => quote))
  for (const [rank, { quote, at, index }] of waiting.entries()) {
    const selector = selectors[rank]
    if (!selector) continue
    const own = newAnnotation(document.id, selector, codes.coder(quote.coder, coder), factsOf(quote))
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
