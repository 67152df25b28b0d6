import type { Sentence, Sentences } from './sentences'

/** Words of a sentence that a query finds; offsets within it (UTF-16). */
export interface Hit {
  readonly sentence: Sentence
  readonly start: number
  readonly end: number
}

const mostHits = 5000

/** The places that a query finds in the versions that are shown, row by row. Capitals and small letters are the same. */
export function findHits(
  sentences: Sentences,
  query: string,
  rows: number,
  versions: readonly number[]
): readonly Hit[] {
  const wanted = folded(query.trim())
  const hits: Hit[] = []
  if (wanted === '') return hits
  for (let row = 0; row < rows; row++)
    for (const version of versions)
      for (const sentence of sentences.in(row, version)) {
        const text = folded(sentence.text)
        for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
          hits.push({ sentence, start: at, end: at + wanted.length })
          if (hits.length >= mostHits) return hits
        }
      }
  return hits
}

/** In small letters, where that leaves every letter in its place. */
function folded(text: string): string {
  const small = text.toLowerCase()
  return small.length === text.length ? small : text
}
