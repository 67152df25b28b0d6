import type { BlockKind } from '../model/text-content'
import { blockSpans, canonicalText } from '../text/canonical'

/** A block of a manuscript, as the readers of import give it. */
export interface ManuscriptBlock {
  readonly kind: BlockKind
  readonly text: string
}

/** A text of a person's own whose quotations are looked up. It is no part of the project. */
export interface Manuscript {
  /** Of the file; empty where the text was pasted. */
  readonly name: string
  readonly blocks: readonly ManuscriptBlock[]
}

/** How a quotation is told from the words around it. */
export type QuotationKind = 'marks' | 'block' | 'unmarked'

/** A quotation in a manuscript; offsets are UTF-16 in its canonical text. */
export interface Quotation {
  readonly kind: QuotationKind
  readonly start: number
  readonly end: number
  /** With its marks. */
  readonly outerStart: number
  readonly outerEnd: number
  /** Where it may end as well. */
  readonly otherEnd: number | null
}

export function manuscriptText({ blocks }: Pick<Manuscript, 'blocks'>): string {
  return canonicalText(blocks)
}

export function manuscriptSpans({ blocks }: Pick<Manuscript, 'blocks'>) {
  return blockSpans(blocks)
}
