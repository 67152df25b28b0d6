import type { FormulaKind } from '../model/formula'
import type { PhraseSign } from './phrase-spans'

/** Why a phrase may be a formula: so often, in so many texts; `detail` names a word where there is one. */
export interface CandidateReason {
  readonly why: PhraseSign | 'repeated' | 'register'
  readonly count: number
  readonly documents: number
  readonly detail: string
}

/** Where a phrase was seen: the text by the miner's number, UTF-16 offsets. */
export interface CandidatePlace {
  readonly document: number
  readonly start: number
  readonly end: number
}

/** A phrase that may be a formula, or a rendering of one. */
export interface Candidate {
  /** Its folded words: the same phrase has the same key however it is written. */
  readonly key: string
  /** As it is written most often. */
  readonly words: string
  readonly script: 'en' | 'zh'
  readonly kind: FormulaKind
  readonly count: number
  readonly documents: number
  readonly reasons: readonly CandidateReason[]
  /** The word that follows it most often: reform, project; empty where none does. */
  readonly head: string
  readonly places: readonly CandidatePlace[]
  /** Ranks candidates; larger is more likely. */
  readonly worth: number
}
