import type { AnsweredLine, ConcordancePage, ConcordanceView, NamedLine } from '../concordance/lines'
import type { QueryProblem } from '../concordance/query'
import type {
  CollocatesAnswer,
  DispersionAnswer,
  FrequencyRow,
  KeywordsAnswer,
  RenderingsAnswer,
  WordsAnswer
} from '../concordance/statistics'

/** What each method of a concordance answers. */
export interface ConcordanceAnswers {
  /** A query that is none, or names a theme or coder that there is not, is no failure of the call. */
  'concordance.open':
    | { readonly problem: QueryProblem }
    | { readonly problem: null; readonly view: ConcordanceView; readonly page: ConcordancePage }
  'concordance.page': ConcordancePage
  'concordance.arrange': ConcordanceView
  'concordance.names': readonly NamedLine[]
  'concordance.find': { readonly at: number } | null
  'concordance.answers': readonly AnsweredLine[]
  'concordance.close': null
  'concordance.collocates': CollocatesAnswer
  'concordance.dispersion': DispersionAnswer
  'concordance.frequencies': readonly FrequencyRow[]
  'concordance.renderings': RenderingsAnswer
  'concordance.wordList': WordsAnswer
  'concordance.nGrams': WordsAnswer
  'concordance.keywords': KeywordsAnswer
}

/** What a window hears of its concordances without being asked. */
export interface ConcordanceEvents {
  /** More was found, or the search is over; at most ten times a second, and once at the end. */
  concordance: ConcordanceView
}
