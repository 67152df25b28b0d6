import { type AlignOptions, align, type SentenceLink } from '../../shared/alignment/align'
import { reanchor } from '../../shared/anchoring/reanchor'
import type { Anchored, Sought } from '../../shared/anchoring/sought'

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
}

export type JobKind = keyof Jobs

export const jobs: { readonly [K in JobKind]: (input: Jobs[K]['input']) => Jobs[K]['output'] } = {
  align: ({ a, b, options }) => align(a, b, options),
  reanchor: ({ oldText, newText, sought }) => reanchor(oldText, newText, sought)
}
