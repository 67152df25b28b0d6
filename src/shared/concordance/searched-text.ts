import type { Span } from '../model/offsets'
import type { Block, BlockKind } from '../model/text-content'
import { blockSpans, canonicalText, indexAt } from '../text/canonical'
import { sentences } from '../text/sentences'
import { type FoldSwitches, switchesName } from './fold-sign'
import { type FoldedText, foldText } from './fold-text'
import { PackedSentences } from './packed-sentences'

/** A text as it is folded by switches, which `name` tells. */
interface Fold {
  readonly name: string
  readonly folded: FoldedText
}

/** What a searched text is made of; the offsets are UTF-16. */
export interface SearchedParts {
  readonly text: string
  readonly blocks: readonly Span[]
  readonly kinds: readonly BlockKind[]
  readonly markEdges: Uint32Array
  readonly fold: Fold | null
}

/**
 * A text made ready to be searched. What is costly is made when it is first asked for and kept: the text folded by the
 * switches of the moment, and the sentences of the paragraphs that were looked into. Offsets are UTF-16.
 */
export class SearchedText {
  readonly text: string
  readonly blocks: readonly Span[]
  readonly kinds: readonly BlockKind[]
  /** Where emphasis and links begin and end, ascending; they set stretches apart, and change no word. */
  readonly markEdges: Uint32Array
  private folds: Fold | null
  private readonly cut = new Map<number, readonly Span[]>()
  private allCut: PackedSentences | null = null

  constructor({ text, blocks, kinds, markEdges, fold }: SearchedParts) {
    this.text = text
    this.blocks = blocks
    this.kinds = kinds
    this.markEdges = markEdges
    this.folds = fold
  }

  static of(blocks: readonly Block[]): SearchedText {
    const spans = blockSpans(blocks)
    const edges = blocks.flatMap(({ marks }, at) => {
      const base = spans[at]?.start ?? 0
      return (marks ?? []).flatMap(({ start, end }) => [base + start, base + end])
    })
    return new SearchedText({
      text: canonicalText(blocks),
      blocks: spans,
      kinds: blocks.map(({ kind }) => kind),
      markEdges: Uint32Array.from(edges).sort(),
      fold: null
    })
  }

  /** The fold that was asked for last, with the name of its switches. */
  get lastFold(): Fold | null {
    return this.folds
  }

  /** The text folded by these switches; those of the last time are kept. */
  folded(switches: FoldSwitches): FoldedText {
    const name = switchesName(switches)
    if (this.folds?.name !== name) this.folds = { name, folded: foldText(this.text, switches) }
    return this.folds.folded
  }

  /** The index of the paragraph that an offset is in; -1 where it is in none. */
  blockAt(offset: number): number {
    return indexAt(this.blocks, offset)
  }

  /** The sentences of a paragraph; they are kept. */
  sentencesOf(block: number): readonly Span[] {
    const known = this.allCut ? this.allCut.of(block) : this.cut.get(block)
    if (known) return known
    const made = this.cutNow(block)
    this.cut.set(block, made)
    return made
  }

  /**
   * Cuts all paragraphs into sentences, for who goes through the whole text: they are kept as numbers, where those of
   * paragraphs that are looked into one by one are objects.
   */
  cutAll(): void {
    this.allCut ??= PackedSentences.of(
      this.blocks.map((_, block) => this.cut.get(block) ?? this.cutNow(block))
    )
    this.cut.clear()
  }

  private cutNow(block: number): readonly Span[] {
    const own = this.blocks[block]
    return own ? sentences(this.text.slice(own.start, own.end), own.start) : []
  }

  /** Whether emphasis or a link begins or ends between two offsets. */
  hasMarkEdge(start: number, end: number): boolean {
    const { markEdges } = this
    let low = 0
    let high = markEdges.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((markEdges[middle] ?? 0) <= start) low = middle + 1
      else high = middle
    }
    return (markEdges[low] ?? end) < end
  }
}
