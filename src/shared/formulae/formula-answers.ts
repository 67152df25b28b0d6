import type { FormulaKind } from '../model/formula'
import type { ContentHash, DocumentId, FormulaId, RenderingId } from '../model/ids'
import type { CandidateReason } from './candidate'
import type { RenderingEvidence } from './evidence'

/** How often something stands in the texts of the moment. Dates are those of publication, empty where none is known. */
export interface FormulaCounts {
  readonly count: number
  readonly documents: number
  readonly first: string
  readonly last: string
  /** By year; 0 for texts without a date. */
  readonly years: Readonly<Record<number, number>>
}

/** The counts of one formula, and of each of its source forms and accepted renderings that stands anywhere. */
export interface CountedFormula extends FormulaCounts {
  readonly id: FormulaId
  /** The source forms together. */
  readonly forms: FormulaCounts
  readonly renderings: Readonly<Record<RenderingId, FormulaCounts>>
}

/** How often each source form (null) or rendering of one formula stands in each text, where it does. */
export interface FormulaSpread {
  readonly rows: readonly {
    readonly rendering: RenderingId | null
    readonly document: DocumentId
    readonly count: number
  }[]
}

/** Where a formula stands in a text; UTF-16 offsets. */
export interface FormulaPlace {
  readonly start: number
  readonly end: number
  readonly formula: FormulaId
  /** Null: a source form. */
  readonly rendering: RenderingId | null
}

/** The formulae of one text, in its order. `text` names the state of it that the offsets are of. */
export interface FormulaePlaced {
  readonly document: DocumentId
  readonly text: ContentHash
  readonly places: readonly FormulaPlace[]
}

/** A number slogan with what texts list behind it; `start` and `end` (UTF-16) hold slogan and list. */
export interface NumberSlogan {
  readonly formula: FormulaId
  /** What it counts with. */
  readonly numbers: readonly number[]
  readonly lists: readonly {
    readonly document: DocumentId
    readonly start: number
    readonly end: number
    readonly items: readonly string[]
    /** There are more or fewer of them than its number says, or than the register has members. */
    readonly isAtOdds: boolean
  }[]
}

export interface RegisterAnswer {
  readonly formulae: readonly CountedFormula[]
}

/** A place of a formula with its sentence; UTF-16 offsets of the text, `left` and `right` the rest of the sentence. */
export interface FormulaLine {
  readonly document: DocumentId
  readonly start: number
  readonly end: number
  /** Null: a source form. */
  readonly rendering: RenderingId | null
  readonly left: string
  readonly hit: string
  readonly right: string
  /** How likely it is that the formula is meant and no common speech, 0 to 1. */
  readonly meant: number
  /** What other versions say in the sentences that are linked. */
  readonly beside: readonly { readonly document: DocumentId; readonly text: string }[]
}

export interface FormulaLines {
  readonly total: number
  readonly lines: readonly FormulaLine[]
}

/** A phrase that nobody has decided on. */
export interface CandidateEntry {
  readonly key: string
  readonly words: string
  readonly language: 'en' | 'zh'
  readonly kind: FormulaKind
  readonly count: number
  readonly documents: number
  readonly reasons: readonly CandidateReason[]
  /** Another register knows it: under this form. */
  readonly known: { readonly form: string; readonly gloss: string } | null
  readonly lines: readonly FormulaLine[]
}

/** A rendering that speaks for itself: how likely, why, where. */
export interface ProposedRendering {
  readonly key: string
  readonly words: string
  readonly probability: number
  readonly evidence: RenderingEvidence
  readonly count: number
  readonly lines: readonly FormulaLine[]
}

export interface ProposalsAnswer {
  readonly proposals: readonly {
    readonly formula: FormulaId
    readonly renderings: readonly ProposedRendering[]
  }[]
}
