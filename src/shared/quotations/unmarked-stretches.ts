import { compareQuotation } from './compare-quotation'
import type { FoundRun } from './match-quotations'
import { type SettledPlace, type SettledQuotation, wordsIn } from './settle-quotations'

/** So many stretches that are not marked are told. */
const mostStretches = 2000
/** So many places of one are given. */
const mostPlaces = 20
/** Eight words; of ideographs, two thirds of a word each, twelve. */
const leastWords = 7.99

interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * What of the manuscript stands in the texts for eight words or more without being marked, apart from the quotations that
 * were found. The longest come first to be taken, so that none lies within another.
 */
export function unmarkedStretches(
  manuscript: string,
  runs: readonly FoundRun[],
  quotations: readonly SettledQuotation[]
): SettledQuotation[] {
  const taken: Stretch[] = quotations
    .filter(({ status }) => status !== 'not-found' && status !== 'short')
    .map(({ outerStart, outerEnd }) => ({ start: outerStart, end: outerEnd }))
  const found: Stretch[] = []
  const byLength = [...runs].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  for (const run of byLength) {
    if (found.length >= mostStretches) break
    for (const part of without(run, taken)) {
      const stretch = trimmed(manuscript, part)
      if (wordsIn(manuscript.slice(stretch.start, stretch.end)) < leastWords) continue
      found.push(stretch)
      taken.push(stretch)
    }
  }
  return found.map((stretch) => settled(manuscript, stretch, runs))
}

/** Without the white space and the opening and closing signs that a cut leaves at its ends. */
function trimmed(manuscript: string, { start, end }: Stretch): Stretch {
  const text = manuscript.slice(start, end)
  const from = text.search(/[\p{L}\p{N}]/u)
  if (from === -1) return { start, end: start }
  const last = /[^\p{L}\p{N}]+$/u.exec(text)
  return { start: start + from, end: last ? start + last.index : end }
}

/** What remains of a stretch without others. */
function without({ start, end }: Stretch, taken: readonly Stretch[]): Stretch[] {
  let left: Stretch[] = [{ start, end }]
  for (const each of taken) {
    if (each.end <= start || each.start >= end) continue
    left = left.flatMap((own) =>
      each.end <= own.start || each.start >= own.end
        ? [own]
        : [
            { start: own.start, end: each.start },
            { start: each.end, end: own.end }
          ].filter((part) => part.end > part.start)
    )
  }
  return left
}

function settled(manuscript: string, { start, end }: Stretch, runs: readonly FoundRun[]): SettledQuotation {
  const there = runs.filter((run) => run.start <= start && run.end >= end)
  const places = there
    .slice(0, mostPlaces)
    .flatMap((run) => placeOf(manuscript.slice(start, end), run, start))
  const isExact = places.some(({ differences }) => differences.length === 0)
  return {
    kind: 'unmarked',
    start,
    end,
    outerStart: start,
    outerEnd: end,
    status: isExact ? 'exact' : 'altered',
    places: places.sort((a, b) => a.differences.length - b.differences.length),
    total: there.length
  }
}

function placeOf(own: string, { text, at, said }: FoundRun, by: number): SettledPlace[] {
  const compared = compareQuotation(own, said)
  if (!compared) return []
  const { differences, start, end, typographic, honoured, likeness } = compared
  const moved = differences.map(({ kind, own: mine, other }) => ({
    kind,
    own: { start: mine.start + by, end: mine.end + by },
    other: { start: other.start + at.start, end: other.end + at.start }
  }))
  return [
    {
      text,
      start: start + at.start,
      end: end + at.start,
      typographic,
      honoured,
      likeness,
      differences: moved
    }
  ]
}
