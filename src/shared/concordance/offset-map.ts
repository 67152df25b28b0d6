/**
 * Where the code units of a folded text came from. Folding leaves most signs one to one, so that only the places are kept
 * where it does not: a text of a book takes some kilobytes, not eight bytes a sign. All offsets are UTF-16 code units.
 */
export class OffsetMap {
  private constructor(
    /** Where each stretch begins in the folded text, and where in the text. */
    private readonly folded: Uint32Array,
    private readonly origin: Uint32Array,
    /** Where a stretch that stands for one sign ends in the text; 0 where its signs are one to one. */
    private readonly ends: Uint32Array
  ) {}

  static of(folded: readonly number[], origin: readonly number[], ends: readonly number[]): OffsetMap {
    return new OffsetMap(Uint32Array.from(folded), Uint32Array.from(origin), Uint32Array.from(ends))
  }

  /** The map of columns that `columns` gave. */
  static ofColumns(folded: Uint32Array, origin: Uint32Array, ends: Uint32Array): OffsetMap {
    return new OffsetMap(folded, origin, ends)
  }

  /** The map as it can be kept: where each stretch begins, where it comes from, where its one sign ends. */
  get columns(): { readonly folded: Uint32Array; readonly origin: Uint32Array; readonly ends: Uint32Array } {
    const { folded, origin, ends } = this
    return { folded, origin, ends }
  }

  /** The map of a text that was folded one to one. */
  static straight(length: number): OffsetMap {
    return OffsetMap.of([0, length], [0, length], [0, 0])
  }

  /** Where the sign at a folded offset begins in the text; null within a sign that folds to several. */
  start(offset: number): number | null {
    const at = this.stretchOf(offset)
    const begin = this.folded[at] ?? 0
    const from = this.origin[at] ?? 0
    if (this.ends[at] === 0) return from + offset - begin
    return offset === begin ? from : null
  }

  /** Where the sign before a folded offset ends in the text; one that folds to several is taken in whole. */
  end(offset: number): number {
    const at = this.stretchOf(offset - 1)
    const end = this.ends[at] ?? 0
    return end === 0 ? (this.origin[at] ?? 0) + offset - (this.folded[at] ?? 0) : end
  }

  private stretchOf(offset: number): number {
    let low = 0
    let high = this.folded.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.folded[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
}
