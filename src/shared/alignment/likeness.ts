import type { SentenceLink } from './align'

/** Below this, two texts do not look like versions of one. */
export const leastLikeness = 0.15
/**
 * Above this, two texts that nobody has gathered are proposed to be versions of one. Measured on the sample and five real
 * bulletins: versions of one text reach 0.63 to 0.95, texts of one office on like matters 0.45 at most.
 */
export const leastKinship = 0.5

/** What a link of sentences may be worth by their lengths alone, in log-odds: it takes words to be worth more. */
const mostByLength = 2

/**
 * How much of two texts answers the other, 0 to 1: the share of their sentences that stand in links better than
 * chance. Measured: versions of one text in English or
 * Chinese reach 0.3 to 0.97, different texts on one matter stay below 0.2, most below 0.1.
 */
export function likeness(links: readonly SentenceLink[]): number {
  let [answered, whole] = [0, 0]
  for (const { a, b, worth, confidence } of links) {
    const size = a.length + b.length
    whole += size
    if (a.length > 0 && b.length > 0 && (worth > mostByLength || confidence === 1)) answered += size
  }
  return whole === 0 ? 0 : answered / whole
}
