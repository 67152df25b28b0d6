import { LRUCache } from 'lru-cache'
import { type Row, rowsOfStar } from '../../shared/alignment/versions'
import type { Link } from '../../shared/model/alignment'
import type { Span } from '../../shared/model/offsets'

/** A version beside the base: its sentences, and how they are linked with the base's. */
interface Star {
  readonly sentences: readonly Span[]
  readonly links: readonly Link[]
}

interface Made {
  readonly stars: readonly Star[]
  readonly rows: readonly Row[]
}

/** So many comparisons stay put together; each holds some hundred bytes a sentence. */
const mostComparisons = 12

/**
 * The rows of comparisons, put together once for as long as sentences and links are the same objects: whoever asks again
 * gets the same rows.
 */
export class RowMemo {
  private readonly known = new LRUCache<readonly Span[], readonly Made[]>({ max: mostComparisons })

  /** @param base the sentences of the base, `stars` the other versions in their order */
  get(base: readonly Span[], stars: readonly Star[]): readonly Row[] {
    const before = this.known.get(base) ?? []
    const known = before.find((made) => sameStars(made.stars, stars))
    if (known) return known.rows
    const rows = rowsOfStar(base, stars)
    this.known.set(base, [{ stars, rows }, ...before].slice(0, mostComparisons))
    return rows
  }
}

function sameStars(a: readonly Star[], b: readonly Star[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ sentences, links }, at) => sentences === b[at]?.sentences && links === b[at]?.links)
  )
}
