import type { Locator } from '../export/excerpt-record'
import type { RichText } from '../export/rich-text'
import type { ContentHash, DocumentId } from '../model/ids'
import type { BlockKind } from '../model/text-content'
import type { CitationVerdict } from './citation-verdict'
import type { HonouredKind, QuotationDifference } from './compare-quotation'
import type { GivenCitation } from './given-citation'
import type { Quotation } from './manuscript'
import type { TypographicKind } from './typography'

/**
 * How a quotation stands: `exact` but for type and for what it says itself; `earlier`: so only in an earlier state of a
 * text; `altered`; `not-found`; `short`: too short to be held against anything, its places are given all the same.
 */
export const quotationStatuses = ['exact', 'earlier', 'altered', 'not-found', 'short'] as const
export type QuotationStatus = (typeof quotationStatuses)[number]

/** A place where a quotation stands. */
export interface QuotedPlace {
  readonly document: DocumentId
  /** The state of the text, and the stretch of it that is quoted (UTF-16). */
  readonly revision: ContentHash
  readonly start: number
  readonly end: number
  /** What the text says there; a slice of it. */
  readonly text: string
  /** Offsets in the manuscript, and in the text of the document. */
  readonly differences: readonly QuotationDifference[]
  readonly typographic: readonly TypographicKind[]
  readonly honoured: readonly HonouredKind[]
  readonly likeness: number
  readonly locator: Locator | null
  /** The day on which the state of the text was made, where it is an earlier one. */
  readonly earlier: string | null
  /** The right citation in the style of the report; empty where it could not be made. */
  readonly cited: RichText
  /** The citation that the manuscript gives, held against this place. */
  readonly verdicts: readonly CitationVerdict[]
}

/** A quotation of a manuscript, looked up. */
export interface CheckedQuotation extends Omit<Quotation, 'otherEnd'> {
  readonly status: QuotationStatus
  /** The likeliest first; of many only some. */
  readonly places: readonly QuotedPlace[]
  /** How many there are. */
  readonly total: number
  readonly given: GivenCitation | null
}

/** What was found out about the quotations of a manuscript. */
export interface QuotationReport {
  /** Of the file; empty where the text was pasted. */
  readonly name: string
  /** The manuscript: its canonical text, and what its blocks are. */
  readonly text: string
  readonly kinds: readonly BlockKind[]
  readonly quotations: readonly CheckedQuotation[]
  /** Quotation marks without a partner (UTF-16 in the manuscript). */
  readonly unpaired: readonly number[]
  /** How many texts were looked through, and which could not be read. */
  readonly texts: number
  readonly unread: readonly DocumentId[]
  /** The number of the last change of the project that was looked at. */
  readonly change: number
  /** Of its citations; empty where they have not been made yet. */
  readonly style: string
}

/** A report as the main process keeps it for a while, under a name. */
export interface KeptQuotations {
  readonly check: string
  readonly report: QuotationReport
}

/** How many quotations stand how. `several`: with more than one place; `unmarked`: not marked as quotations. */
export function countsOf(
  quotations: readonly CheckedQuotation[]
): Readonly<Record<QuotationStatus | 'several' | 'unmarked' | 'wrong', number>> {
  const count = (isMeant: (each: CheckedQuotation) => boolean) => quotations.filter(isMeant).length
  return {
    exact: count((each) => isMarked(each) && each.status === 'exact'),
    earlier: count((each) => isMarked(each) && each.status === 'earlier'),
    altered: count((each) => isMarked(each) && each.status === 'altered'),
    'not-found': count(({ status }) => status === 'not-found'),
    short: count(({ status }) => status === 'short'),
    several: count((each) => each.status !== 'short' && each.total > 1),
    unmarked: count((each) => !isMarked(each)),
    wrong: count(isWronglyCited)
  }
}

function isMarked({ kind }: CheckedQuotation): boolean {
  return kind !== 'unmarked'
}

/** Whether its citation names a page or date that is another by what is known, at whichever place. */
export function isWronglyCited({ places }: CheckedQuotation): boolean {
  return (
    places.length > 0 && places.every(({ verdicts }) => verdicts.some(({ verdict }) => verdict === 'wrong'))
  )
}
