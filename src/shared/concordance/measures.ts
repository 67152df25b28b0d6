/**
 * The measures of association and of difference. All counts are of words.
 *
 * T. Dunning, Accurate methods for the statistics of surprise and coincidence, Computational Linguistics 19 (1993);
 * P. Rychlý, A lexicographer-friendly association score, RASLAN 2008;
 * A. Hardie, Log Ratio: an informal introduction, CASS 2014;
 * P. Rayson and R. Garside, Comparing corpora using frequency profiling, 2000;
 * E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927);
 * S. Th. Gries, Dispersions and adjusted frequencies in corpora, IJCL 13 (2008).
 */

/** Two things, how often they stand together and apart: both, the first alone, the second alone, neither. */
export interface Contingency {
  readonly both: number
  readonly first: number
  readonly second: number
  readonly neither: number
}

/** Dunning's −2 log λ; 0 where the two do not depend on one another. Always positive. */
export function logLikelihood({ both, first, second, neither }: Contingency): number {
  const all = both + first + second + neither
  const cells: [number, number][] = [
    [both, ((both + first) * (both + second)) / all],
    [first, ((both + first) * (first + neither)) / all],
    [second, ((second + neither) * (both + second)) / all],
    [neither, ((second + neither) * (first + neither)) / all]
  ]
  return 2 * cells.reduce((sum, [observed, expected]) => sum + term(observed, expected), 0)
}

function term(observed: number, expected: number): number {
  return observed > 0 && expected > 0 ? observed * Math.log(observed / expected) : 0
}

/** Mutual information: how many times more often than by chance, as a binary logarithm. */
export function mutualInformation(observed: number, expected: number): number {
  return Math.log2(observed / expected)
}

/** MI with the observed frequency cubed, so that rare words weigh less. */
export function mutualInformationCubed(observed: number, expected: number): number {
  return Math.log2(observed ** 3 / expected)
}

/** Rychlý's logDice: at most 14, one more where the two go together twice as often; independent of the corpus's size. */
export function logDice(together: number, first: number, second: number): number {
  return Math.min(14, 14 + Math.log2((2 * together) / (first + second)))
}

/** Log-likelihood of a word's frequency in two corpora, after Rayson and Garside; negative where it is rarer in the first. */
export function keyness(
  count: number,
  words: number,
  countElsewhere: number,
  wordsElsewhere: number
): number {
  const rate = (count + countElsewhere) / (words + wordsElsewhere)
  const value = 2 * (term(count, words * rate) + term(countElsewhere, wordsElsewhere * rate))
  return count / words < countElsewhere / wordsElsewhere ? -value : value
}

/** How much more often than elsewhere, in per cent of elsewhere; null where it stands nowhere else. */
export function percentDifference(
  count: number,
  words: number,
  countElsewhere: number,
  wordsElsewhere: number
): number | null {
  if (countElsewhere === 0) return null
  const elsewhere = countElsewhere / wordsElsewhere
  return ((count / words - elsewhere) / elsewhere) * 100
}

/** Hardie's log ratio: 1 is twice as often, 2 four times. A frequency of 0 counts as one half. */
export function logRatio(
  count: number,
  words: number,
  countElsewhere: number,
  wordsElsewhere: number
): number {
  return Math.log2((count || 0.5) / words / ((countElsewhere || 0.5) / wordsElsewhere))
}

/** The standard normal deviate of 95 per cent. */
const z = 1.959963984540054

/** Wilson's 95 per cent interval of a share, 0 to 1. Of nothing, everything is possible. */
export function wilson(count: number, total: number): { readonly low: number; readonly high: number } {
  if (total === 0) return { low: 0, high: 1 }
  const share = Math.min(1, count / total)
  const centre = share + (z * z) / (2 * total)
  const reach = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total))
  const scale = 1 + (z * z) / total
  return { low: Math.max(0, (centre - reach) / scale), high: Math.min(1, (centre + reach) / scale) }
}

/** Gries's DP: 0 where a word is spread as the words of the parts are, near 1 where it stands in a small part alone. */
export function dp(hits: readonly number[], words: readonly number[]): number | null {
  const [all, size] = [sum(hits), sum(words)]
  if (all === 0 || size === 0) return null
  return hits.reduce((total, own, at) => total + Math.abs(own / all - (words[at] ?? 0) / size), 0) / 2
}

/** Juilland's D over relative frequencies: 1 is even. Null for fewer than two parts with words. */
export function juillandD(hits: readonly number[], words: readonly number[]): number | null {
  const rates = hits.flatMap((own, at) => ((words[at] ?? 0) > 0 ? [own / (words[at] ?? 1)] : []))
  const mean = sum(rates) / rates.length
  if (rates.length < 2 || mean === 0) return null
  const deviation = Math.sqrt(sum(rates.map((rate) => (rate - mean) ** 2)) / rates.length)
  // All in one part is 0; numbers of the machine may fall a little short of it.
  return Math.max(0, 1 - deviation / mean / Math.sqrt(rates.length - 1))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
