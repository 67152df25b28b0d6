import type {
  CandidateEntry,
  FormulaePlaced,
  FormulaLines,
  FormulaSpread,
  NumberSlogan,
  ProposalsAnswer,
  RegisterAnswer
} from '../formulae/formula-answers'

export interface FormulaAnswers {
  'formulae.register': RegisterAnswer
  'formulae.inTexts': readonly FormulaePlaced[]
  'formulae.spread': FormulaSpread
  'formulae.lines': FormulaLines
  /** `total`: all that nobody has decided on; `candidates`: the likeliest of them. */
  'formulae.candidates': { readonly total: number; readonly candidates: readonly CandidateEntry[] }
  'formulae.propose': ProposalsAnswer
  'formulae.numbers': readonly NumberSlogan[]
  'formulae.pinyin': string
  /** How many formulae came in. */
  'formulae.takeStarter': { readonly taken: number; readonly renderings: number }
  /** How many formulae came in, and how many renderings of others. */
  'formulae.takeFile': { readonly taken: number; readonly renderings: number } | null
}
