import type { Span } from '../model/offsets'
import { span } from '../model/span'

/** The sentences of all paragraphs of a text, as numbers: eight bytes a sentence. Offsets are UTF-16. */
export class PackedSentences {
  private constructor(
    /** By sentence: where it starts and where it ends. */
    private readonly edges: Uint32Array,
    /** By paragraph: the number of its first sentence; at the end how many there are. */
    private readonly firsts: Uint32Array
  ) {}

  static of(paragraphs: readonly (readonly Span[])[]): PackedSentences {
    const firsts = new Uint32Array(paragraphs.length + 1)
    for (const [at, own] of paragraphs.entries()) firsts[at + 1] = (firsts[at] ?? 0) + own.length
    const edges = new Uint32Array((firsts[paragraphs.length] ?? 0) * 2)
    let next = 0
    for (const own of paragraphs)
      for (const { start, end } of own) {
        edges[next++] = start
        edges[next++] = end
      }
    return new PackedSentences(edges, firsts)
  }

  /** The sentences of a paragraph; none of one that is not there. */
  of(paragraph: number): readonly Span[] {
    const from = this.firsts[paragraph] ?? 0
    const count = Math.max(0, (this.firsts[paragraph + 1] ?? 0) - from)
    return Array.from({ length: count }, (_, at) =>
      span(this.edges[(from + at) * 2] ?? 0, this.edges[(from + at) * 2 + 1] ?? 0)
    )
  }
}
