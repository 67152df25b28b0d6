import type { Span } from '../model/offsets'
import { eachWord, lastWords, type WordCutting } from './cut-words'
import { unitAt } from './match'
import { logDice, logLikelihood, mutualInformation, mutualInformationCubed } from './measures'
import type { SearchedText } from './searched-text'
import type { CollocateRow, CollocatesAnswer } from './statistics'
import { Vocabulary } from './word-counts'
import type { RowPages } from './word-rows'

/** What stands within the windows of some hits, by folded word. */
export class CollocateCounts {
  private readonly vocabulary: Vocabulary
  /** By number of the folded word: how often left and right, in how many documents, in which one last. */
  private readonly own: { left: number; right: number; documents: number; last: number }[] = []
  /** Words of all windows. */
  windowWords = 0
  hits = 0

  constructor(
    private readonly left: number,
    private readonly right: number,
    fold: (word: string) => string
  ) {
    this.vocabulary = new Vocabulary(fold)
  }

  /** Adds the words about a hit within its sentence. The hits of a document come one after another. */
  add(target: SearchedText, document: number, hit: Span, cutting: WordCutting): void {
    this.hits++
    const { text } = target
    const { start } = unitAt(target, hit.start, 'sentence')
    const { end } = unitAt(target, Math.max(hit.start, hit.end - 1), 'sentence')
    if (this.left > 0)
      for (const word of lastWords(text, start, hit.start, this.left, cutting))
        this.count('left', document, text, word.start, word.end)
    let rest = this.right
    if (rest > 0)
      eachWord(text, hit.end, end, cutting, (from, to) => {
        this.count('right', document, text, from, to)
        return --rest > 0
      })
  }

  private count(side: 'left' | 'right', document: number, text: string, from: number, to: number): void {
    const number = this.vocabulary.foldedNumberAt(text, from, to)
    const known = this.own[number] ?? { left: 0, right: 0, documents: 0, last: -1 }
    this.own[number] = known
    known[side]++
    if (known.last !== document) known.documents++
    known.last = document
    this.windowWords++
  }

  /**
   * The collocates by a measure, the strongest first. Expected is what chance would put into the windows: their words by the
   * share of the word in the corpus.
   * @param frequency how often a folded word stands in the corpus, and how it is written
   */
  rows(
    corpusWords: number,
    frequency: (word: string) => { readonly count: number; readonly form: string },
    { by, least }: { readonly by: Measure; readonly least: number }
  ): RowPages<CollocatesAnswer> {
    const { windowWords } = this
    const all: CollocateRow[] = []
    for (const [number, { left, right, documents }] of this.own.entries()) {
      const word = this.vocabulary.folded[number] ?? ''
      const observed = left + right
      if (observed < least) continue
      const { count: total, form } = frequency(word)
      // Windows that overlap hold a word twice.
      const inCorpus = Math.max(total, observed)
      const expected = (windowWords * inCorpus) / corpusWords
      const neither = Math.max(0, corpusWords - windowWords - inCorpus + observed)
      const likelihood = logLikelihood({
        both: observed,
        first: windowWords - observed,
        second: inCorpus - observed,
        neither
      })
      all.push({
        ...{ word, form, observed, left, right, frequency: total, expected },
        documents,
        logLikelihood: observed < expected ? -likelihood : likelihood,
        mi: mutualInformation(observed, expected),
        mi3: mutualInformationCubed(observed, expected),
        logDice: logDice(observed, this.hits, inCorpus)
      })
    }
    all.sort((a, b) => b[by] - a[by] || b.observed - a.observed || (a.word < b.word ? -1 : 1))
    return (from, count) => {
      return { rows: all.slice(from, from + count), total: all.length, corpusWords, windowWords }
    }
  }
}

type Measure = 'logLikelihood' | 'mi' | 'mi3' | 'logDice' | 'observed'
