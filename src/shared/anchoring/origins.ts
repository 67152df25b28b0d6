import { score } from './classify'
import { weightOf } from './letters'
import { normalise } from './normalise'
import type { Search } from './search'
import type { AnchorCandidate, AnchorQuery, NormalisedQuery } from './types'

/** Which place of the old text a place of the new one comes from: the passage's own, another that says the same, or not told. */
export type Origin = 'own' | 'other' | 'unknown'

/** So much of a place's paragraph is compared on each side, UTF-16 code units. */
const contextReach = 96
/** By so much the better place has to be better, as score; set by the runs of `bench -- anchoring` with the old text. */
const leastLead = 0.1
/** So many letters, or ideographs, on each side, the same in both texts, tell a place without further comparing; checked by `bench -- anchoring`, seeds 7 and 11. */
const keyLetters = 8
const keyIdeographs = 4
/** Below this score nothing in the old text is like the place at all. */
const leastMerit = 0.75

/**
 * Tells copies of a passage from the passage by what stood around each in the old text. A place whose surroundings stood
 * elsewhere already is another copy, however well its words agree; one whose surroundings stood at the passage's own place
 * is the passage, also where its paragraph was moved.
 */
export class Origins {
  /** For each quote: the letters on both sides of each of its places in the old text, and where that place begins. */
  private readonly contexts = new Map<string, Map<string, number>>()

  constructor(
    private readonly old: Search,
    private readonly now: Search,
    private readonly newText: string
  ) {}

  /**
   * Whether a place of the new text is a copy that lay elsewhere in the old text too: with the same letters, and the same
   * few letters on each side, which do not stand at the passage's own place. Cheap; false says nothing.
   */
  isCopy(place: AnchorCandidate, { quote, sought }: NormalisedQuery): boolean {
    if (!place.same) return false
    const reach = weightOf(quote.charAt(0)) > 1 ? keyIdeographs : keyLetters
    let known = this.contexts.get(quote)
    if (!known) {
      known = new Map()
      // Where the same letters stand twice in the same surroundings, neither tells anything.
      for (const { start, key } of this.old.contextsOf(quote, reach))
        known.set(key, known.has(key) ? Number.NaN : this.old.origin(start))
      this.contexts.set(quote, known)
    }
    const lay = known.get(this.now.contextAt(place.start, quote.length, reach))
    return lay !== undefined && !Number.isNaN(lay) && (lay < sought.start || lay >= sought.end)
  }

  /** `start` and `end` are UTF-16 offsets of the new text; `sought` is a passage of the old one. */
  of(start: number, end: number, place: AnchorCandidate, sought: AnchorQuery): Origin {
    const lineStart = this.newText.lastIndexOf('\n', start - 1) + 1
    const lineEnd = this.newText.indexOf('\n', end)
    const query: AnchorQuery = {
      start: sought.start,
      end: sought.end,
      prefix: this.newText.slice(Math.max(lineStart, start - contextReach), start),
      exact: this.newText.slice(start, end),
      suffix: this.newText.slice(
        end,
        Math.min(lineEnd === -1 ? this.newText.length : lineEnd, end + contextReach)
      )
    }
    const [prefix, quote, suffix] = [query.prefix, query.exact, query.suffix].map(
      (text) => normalise(text).text
    )
    if (!quote || (!prefix && !suffix)) return 'unknown'
    const side = prefix && suffix ? 1 : 2
    const value = (found: AnchorCandidate) =>
      side === 1 ? score(found) : 0.6 * found.quote + 0.4 * Math.max(found.before, found.after)
    let own = 0
    let other = 0
    for (const found of this.old.places({
      sought: query,
      prefix: prefix ?? '',
      quote,
      suffix: suffix ?? ''
    })) {
      const from = this.old.origin(found.start)
      const to = this.old.origin(Math.max(found.start, found.end - 1))
      if (from < sought.end && to >= sought.start) own = Math.max(own, value(found))
      else other = Math.max(other, value(found))
    }
    if (own === 0) own = score(place)
    if (other >= leastMerit && other >= own + leastLead) return 'other'
    return own >= leastMerit && own >= other + leastLead ? 'own' : 'unknown'
  }
}
