import type { Selector } from '../model/annotation'
import { GramIndex } from './gram-index'

/** Scanning a text so often takes about as long as making its index. */
const fewQuestions = 40

/**
 * Which of several equal stretches of a text a passage is. Where many passages of one text are described, one of these
 * serves them all: the first few are looked for in the whole text, the others by an index.
 */
export class Occurrences {
  private asked = 0
  private index: GramIndex | null = null
  private last: { readonly exact: string; readonly starts: readonly number[] } | null = null

  constructor(private readonly text: string) {}

  /** Every place of a string, UTF-16, in order; places may overlap. */
  starts(exact: string): readonly number[] {
    if (this.last?.exact === exact) return this.last.starts
    if (!this.index && ++this.asked > fewQuestions) this.index = new GramIndex(this.text)
    const starts = this.index ? [...this.index.occurrences(exact)] : scan(this.text, exact)
    this.last = { exact, starts }
    return starts
  }

  /** Undefined for a string that does not stand at `start`. */
  of(exact: string, start: number): Selector['occurrence'] {
    const starts = this.starts(exact)
    const at = starts.indexOf(start)
    return at === -1 ? undefined : { number: at + 1, of: starts.length }
  }
}

function scan(text: string, exact: string): number[] {
  const starts: number[] = []
  if (exact === '') return starts
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) starts.push(at)
  return starts
}
