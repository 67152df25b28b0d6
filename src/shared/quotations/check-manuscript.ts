import { type ExtractedQuotations, extractQuotations } from './extract-quotations'
import { type GivenCitation, givenCitation } from './given-citation'
import type { Manuscript, Quotation } from './manuscript'
import { manuscriptText } from './manuscript'
import type { FoundPlace, FoundRun } from './match-quotations'
import { isShort, type SettledQuotation, settleQuotations } from './settle-quotations'
import { unmarkedStretches } from './unmarked-stretches'

/** So many quotations of a manuscript are looked up. */
const mostQuotations = 20_000

/** The quotations of a manuscript as they are looked up. */
export interface ReadManuscript extends ExtractedQuotations {
  readonly quotations: readonly (Quotation & { readonly isShort: boolean })[]
}

export function readQuotations(manuscript: Manuscript): ReadManuscript {
  const { quotations, unpaired } = extractQuotations(manuscript)
  const text = manuscriptText(manuscript)
  return {
    unpaired,
    quotations: quotations
      .slice(0, mostQuotations)
      .map((each) => ({ ...each, isShort: isShort(text.slice(each.start, each.end)) }))
  }
}

export interface SettleInput {
  readonly manuscript: Manuscript
  readonly quotations: readonly Quotation[]
  readonly places: readonly FoundPlace[]
  /** Places in states of texts that others have taken the place of. */
  readonly earlier: readonly FoundPlace[]
  readonly counts: readonly number[]
  readonly runs: readonly FoundRun[]
}

export type CitedQuotation = SettledQuotation & { readonly given: GivenCitation | null }

/** What is to be said of each quotation, and of what is not marked as one, in the order of the manuscript. */
export function settleManuscript({
  manuscript,
  quotations,
  places,
  earlier,
  counts,
  runs
}: SettleInput): CitedQuotation[] {
  const text = manuscriptText(manuscript)
  const settled = settleQuotations(text, quotations, {
    places: byQuotation(places),
    earlier: byQuotation(earlier),
    counts
  })
  return [...settled, ...unmarkedStretches(text, runs, settled)]
    .sort((a, b) => a.outerStart - b.outerStart || b.outerEnd - a.outerEnd)
    .map((each) => ({ ...each, given: givenCitation(manuscript, { ...each, otherEnd: null }) }))
}

function byQuotation(places: readonly FoundPlace[]): Map<number, FoundPlace[]> {
  const found = new Map<number, FoundPlace[]>()
  for (const place of places) {
    const own = found.get(place.quotation)
    if (own) own.push(place)
    else found.set(place.quotation, [place])
  }
  return found
}
