/** How a passage was found: for sure as it was, for sure though changed, probably, or not at all. */
export type AnchorStatus = 'exact' | 'fuzzy' | 'confirm' | 'orphan'

/** Everything that is known about the best place of a passage. Similarities run from 0 to 1. */
export interface Evidence {
  /** Letters and digits of the quote; an ideograph counts as three. */
  readonly weight: number
  /** The quote's letters and digits are the same. */
  readonly same: boolean
  readonly quote: number
  readonly before: number
  readonly after: number
  /** How much context there was to compare with, as letters. */
  readonly beforeWeight: number
  readonly afterWeight: number
  /** It lies where its neighbours say. Null where no neighbour says anything. */
  readonly inPlace: boolean | null
  /** How much of the score the next best place has: 1 is a tie. */
  readonly rival: number
  /** Another word stands right beside it than stood beside the passage. */
  readonly torn: boolean
  /** Its context was found closed up: as if the passage had been cut out. */
  readonly closed: boolean
  /** The only place in the text with these very letters. */
  readonly only: boolean
  /** At one end neither its letters nor its context are there: something may have been put into it near that end. */
  readonly cut: boolean
}

/**
 * What to make of the evidence. The rules lean to asking: a wrong place that is taken silently is worse than a
 * question too many. A bare match without context is never more than a question, unless its neighbours vouch for it.
 * The thresholds were set by hand; `bench -- anchoring`, seeds 7, 11, 31 to 34 and 61 to 64, checks them as they stand.
 */
export function judge(evidence: Evidence): AnchorStatus {
  const { same, rival, inPlace } = evidence
  const sure = isSure(evidence)
  if (sure) {
    // Two places that are nearly as good: only the neighbours can tell them apart.
    if (rival > 0.93 && inPlace !== true) return 'confirm'
    return same ? 'exact' : 'fuzzy'
  }
  return isLikely(evidence) ? 'confirm' : 'orphan'
}

function isSure({ weight, same, quote, torn, closed, inPlace, only, cut, ...rest }: Evidence): boolean {
  const context = contextOf(rest)
  const best = Math.max(rest.beforeWeight >= 8 ? rest.before : 0, rest.afterWeight >= 8 ? rest.after : 0)
  const bestWeight = rest.before > rest.after ? rest.beforeWeight : rest.afterWeight
  const both = Math.min(rest.beforeWeight >= 6 ? rest.before : 1, rest.afterWeight >= 6 ? rest.after : 1)
  // The place that it was cut out of is there: what stands elsewhere is another copy, unless the neighbours know better.
  if (closed && inPlace !== true) return false
  // A neighbour that says the same, or a word changed beside it: only where it lies can tell.
  if (torn && inPlace !== true) return false
  if (cut) return false
  if (same) {
    if (context >= 0.7 && both >= 0.45) return true
    if (inPlace === true) return true
    // Moved with all that stood on one side of it, or another copy: much has to agree.
    if (inPlace === false) return best >= 0.92 && weight + bestWeight >= 60 && only
    return (best >= 0.9 && only && weight >= 30) || (only && weight >= 60)
  }
  if (quote >= 0.55 && both >= 0.8) return true
  if (quote >= 0.78 && context >= 0.6 && both >= 0.3) return true
  if (quote >= 0.85 && best >= 0.75 && inPlace !== false && weight >= 15) return true
  if (quote >= 0.75 && inPlace === true && weight >= 8) return true
  return quote >= 0.9 && weight >= 60 && inPlace !== false
}

function isLikely({ weight, same, quote, closed, inPlace, ...rest }: Evidence): boolean {
  if (same) return true
  const context = contextOf(rest)
  if (closed) return quote >= 0.8
  if (inPlace === true && quote >= 0.35) return true
  if (quote >= 0.4 && context >= 0.5) return true
  if (quote >= 0.55 && context >= 0.35) return true
  return quote >= 0.62 && weight >= 15
}

/** The two sides by how much there was of each. */
function contextOf({
  before,
  after,
  beforeWeight,
  afterWeight
}: Pick<Evidence, 'before' | 'after' | 'beforeWeight' | 'afterWeight'>): number {
  const total = beforeWeight + afterWeight
  return total === 0 ? 0 : (before * beforeWeight + after * afterWeight) / total
}

/** How good a place is, to compare places with. */
export function score({ quote, before, after }: Pick<Evidence, 'quote' | 'before' | 'after'>): number {
  return 0.6 * quote + 0.2 * before + 0.2 * after
}
