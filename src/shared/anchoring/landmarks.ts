import type { Fixed } from './drift'
import type { Search } from './search'

/** So many stretches of the old text are looked up, at most, to learn how far the text has drifted. */
const samples = 200
/** Letters and digits of a stretch. */
const sampleLength = 40

/**
 * Pairs of places that are surely the same: stretches of letters and digits that stand once in the old text and once in
 * the new one, taken at even distances between `from` and `to` (UTF-16 of the old text).
 */
export function landmarks(old: Search, now: Search, from: number, to: number): Fixed[] {
  const first = old.normalisedAt(from)
  const end = old.normalisedAt(to)
  const step = Math.max(sampleLength * 2, Math.ceil((end - first) / samples))
  const found: Fixed[] = []
  for (let at = first; at + sampleLength <= end; at += step) {
    const piece = old.letters(at, sampleLength)
    const is = now.only(piece)
    if (is !== null && old.only(piece) !== null) found.push({ was: old.origin(at), is: now.origin(is) })
  }
  return found
}
