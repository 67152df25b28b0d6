import { type AlignOptions, align, type SentenceLink } from '../../shared/alignment/align'
import { reanchor } from '../../shared/anchoring/reanchor'
import type { Anchored, Sought } from '../../shared/anchoring/sought'
import type { Span } from '../../shared/model/offsets'
import { findInText, type Pattern } from '../../shared/search/find-in-text'
import { chineseLexicon } from './lexicon'

/** The long computations: what each is given and gives back. Plain data, for it crosses threads. */
export interface Jobs {
  align: {
    input: { readonly a: readonly string[]; readonly b: readonly string[]; readonly options: AlignOptions }
    output: SentenceLink[]
  }
  reanchor: {
    input: { readonly oldText: string; readonly newText: string; readonly sought: readonly Sought[] }
    output: Anchored[]
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
}

export type JobKind = keyof Jobs

export const jobs: { readonly [K in JobKind]: (input: Jobs[K]['input']) => Jobs[K]['output'] } = {
  align: ({ a, b, options }) => align(a, b, options, chineseLexicon()),
  find: ({ text, blocks, pattern, language }) => findInText(text, blocks, pattern, language),
  reanchor: ({ oldText, newText, sought }) => reanchor(oldText, newText, sought)
}
