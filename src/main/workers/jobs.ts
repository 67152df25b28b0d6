import { type AlignOptions, align, type SentenceLink } from '../../shared/alignment/align'
import {
  type CandidateText,
  type VersionCandidate,
  versionCandidates
} from '../../shared/alignment/version-candidates'
import { type Counterpart, counterpart } from '../../shared/alignment/words/counterpart'
import { findings, type RowFindings } from '../../shared/alignment/words/findings'
import { anchorQuotes, type Quote } from '../../shared/anchoring/quotes'
import { reanchor } from '../../shared/anchoring/reanchor'
import type { AnchorQuery, AnchorResult } from '../../shared/anchoring/types'
import type { CitationPreview } from '../../shared/citation/citation-styles'
import type { RichText } from '../../shared/export/rich-text'
import type { Span } from '../../shared/model/offsets'
import type { AppError } from '../../shared/model/result'
import {
  type CitedQuotation,
  type ReadManuscript,
  readQuotations,
  type SettleInput,
  settleManuscript
} from '../../shared/quotations/check-manuscript'
import type { Manuscript } from '../../shared/quotations/manuscript'
import { type MatchInput, type MatchOutput, matchQuotations } from '../../shared/quotations/match-quotations'
import { findInText } from '../../shared/search/find-in-text'
import type { Pattern } from '../../shared/search/pattern'
import type { CitationsInput, PreviewInput } from '../citation/citation-preview'
import { chineseLexicon } from './lexicon'

/** The long computations: what each is given and gives back. Plain data, for it crosses threads. */
export interface Jobs {
  align: {
    input: { readonly a: readonly string[]; readonly b: readonly string[]; readonly options: AlignOptions }
    output: SentenceLink[]
  }
  counterpart: {
    input: {
      readonly a: string
      readonly languageA: string
      readonly selected: Span
      readonly b: string
      readonly languageB: string
    }
    output: Counterpart | null
  }
  findings: {
    input: {
      readonly cells: readonly (readonly string[])[]
      readonly languages: readonly string[]
      readonly from: number
      readonly source: number
    }
    output: RowFindings[]
  }
  likelyKin: { input: { readonly texts: readonly CandidateText[] }; output: VersionCandidate[] }
  reanchor: {
    input: { readonly oldText: string; readonly newText: string; readonly sought: readonly AnchorQuery[] }
    output: AnchorResult[]
  }
  anchorQuotes: {
    input: { readonly text: string; readonly quotes: readonly Quote[] }
    output: AnchorResult[]
  }
  find: {
    input: {
      readonly text: string
      readonly blocks: readonly Span[]
      readonly pattern: Pattern
      readonly language: string
    }
    output: Span[]
  }
  citationPreview: {
    input: PreviewInput
    /** Or why the style cannot be used. */
    output: { readonly preview: CitationPreview } | { readonly problem: AppError }
  }
  citations: {
    input: CitationsInput
    output: { readonly cited: readonly RichText[] } | { readonly problem: AppError }
  }
  readQuotations: { input: Manuscript; output: ReadManuscript }
  matchQuotations: { input: MatchInput; output: MatchOutput }
  settleQuotations: { input: SettleInput; output: CitedQuotation[] }
}

export type JobKind = keyof Jobs

export const jobs: {
  readonly [K in JobKind]: (input: Jobs[K]['input']) => Jobs[K]['output'] | Promise<Jobs[K]['output']>
} = {
  align: ({ a, b, options }) => align(a, b, options, chineseLexicon()),
  counterpart: ({ a, languageA, selected, b, languageB }) =>
    counterpart(a, languageA, selected, b, languageB, chineseLexicon()),
  findings: ({ cells, languages, from, source }) => findings(cells, languages, from, source),
  likelyKin: ({ texts }) => versionCandidates(texts, chineseLexicon()),
  find: ({ text, blocks, pattern, language }) => findInText(text, blocks, pattern, language),
  anchorQuotes: ({ text, quotes }) => anchorQuotes(text, quotes),
  // What cites is loaded by the threads that are asked to.
  citationPreview: async (input) => (await import('../citation/preview-job')).previewJob(input),
  citations: async (input) => (await import('../citation/preview-job')).citationsJob(input),
  readQuotations,
  matchQuotations,
  settleQuotations: settleManuscript,
  reanchor: ({ oldText, newText, sought }) => reanchor(oldText, newText, sought)
}
