import type { CandidatePlace } from './candidate'
import type { PhraseSign } from './phrase-spans'

/** A phrase by its folded words, with what was counted of it. */
export interface Tallied {
  readonly key: string
  readonly script: 'en' | 'zh'
  readonly forms: SmallCounts
  readonly heads: SmallCounts
  readonly signs: SignCount[]
  readonly places: CandidatePlace[]
  count: number
  documents: number
  last: number
  /** What it was worth when it had been met so often, and the run of its words so often. */
  weighed: { readonly count: number; readonly runs: number; readonly worth: number } | null
}

export interface SignCount {
  readonly why: PhraseSign | 'repeated'
  count: number
  documents: number
  last: number
}

/** How often each of some words was met. Most candidates have one form and no head: a Map for each would take most of the memory. */
export class SmallCounts {
  private first = ''
  private count = 0
  private others: Map<string, number> | null = null

  add(words: string): void {
    if (this.count === 0) this.first = words
    if (this.first === words) this.count++
    else {
      this.others ??= new Map()
      this.others.set(words, (this.others.get(words) ?? 0) + 1)
    }
  }

  /** What was met most often, of equals the first; empty where nothing was. */
  get most(): string {
    let [best, count] = [this.first, this.count]
    for (const [words, own] of this.others ?? []) if (own > count) [best, count] = [words, own]
    return best
  }
}

/** A phrase that was not met yet. */
export function blank(key: string, script: 'en' | 'zh'): Tallied {
  return {
    key,
    script,
    forms: new SmallCounts(),
    heads: new SmallCounts(),
    signs: [],
    places: [],
    count: 0,
    documents: 0,
    last: -1,
    weighed: null
  }
}

export const signOf = ({ signs }: Pick<Tallied, 'signs'>, why: SignCount['why']) =>
  signs.find((each) => each.why === why)
