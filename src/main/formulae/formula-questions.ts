import type { Candidate } from '../../shared/formulae/candidate'
import type { FormulaPattern } from '../../shared/formulae/matcher'
import type { PlacedSlot, RenderingProposal } from '../../shared/formulae/propose'
import type { ContentHash } from '../../shared/model/ids'
import type { RecycledPassage } from '../../shared/recycled/recycled'

/** A text as far as formulae are looked for in it. */
export interface FormulaText {
  readonly text: ContentHash
  readonly language: string
  /** Numbers of paragraphs that are boilerplate. */
  readonly furniture: readonly number[]
}

/** Where patterns stand in one text: index of the pattern, UTF-16 offsets. */
export interface TextMatches {
  readonly patterns: Uint32Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

export interface OccurrencesTask {
  readonly folder: string
  readonly texts: readonly FormulaText[]
  readonly patterns: readonly FormulaPattern[]
}

export interface MineTask {
  readonly id: string
  readonly folder: string
  readonly texts: readonly FormulaText[]
  readonly most: number
}

/** One formula whose renderings are looked for. */
interface ProposeOne {
  readonly forms: readonly string[]
  readonly known: readonly string[]
  readonly registered: readonly string[]
  readonly decided: readonly string[]
  readonly slots: readonly PlacedSlot[]
}

export interface ProposeTask {
  readonly folder: string
  readonly texts: readonly FormulaText[]
  readonly formulae: readonly ProposeOne[]
  /** Candidates among the English texts; `document` of their places counts `texts`. */
  readonly pool: readonly Candidate[]
  /** Proposals that are less likely are not told. */
  readonly least: number
}

/** Texts in which passages are looked for that stand in several; `works`: by text, which work it is of. */
export interface RecycledTask extends MineTask {
  readonly works: readonly string[]
}

/** What main asks of the thread. */
export interface ToFormulaThread {
  readonly occurrences: { readonly input: OccurrencesTask; readonly output: readonly TextMatches[] }
  /** Null where it was cancelled. */
  readonly mine: { readonly input: MineTask; readonly output: readonly Candidate[] | null }
  readonly propose: {
    readonly input: ProposeTask
    readonly output: readonly (readonly RenderingProposal[])[]
  }
  /** Null where it was cancelled. */
  readonly recycled: {
    readonly input: RecycledTask
    readonly output: { readonly total: number; readonly passages: readonly RecycledPassage[] } | null
  }
  readonly cancel: { readonly input: string; readonly output: null }
}

/** What the thread tells main: how many texts are done. */
export interface ToFormulaMain {
  readonly mined: {
    readonly input: { readonly id: string; readonly done: number; readonly total: number }
    readonly output: null
  }
}
