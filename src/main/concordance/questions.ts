import type { Arrangement } from '../../shared/concordance/arrange'
import type { CuttingSettings } from '../../shared/concordance/cut-words'
import type { Hits } from '../../shared/concordance/hits'
import type { LineContext } from '../../shared/concordance/line-context'
import type { LineDocument } from '../../shared/concordance/line-facts'
import type { DocumentFacts, HighlightSpans } from '../../shared/concordance/match'
import type { QueryNode } from '../../shared/concordance/query'
import type { ConcordanceSettings } from '../../shared/concordance/settings'
import type { CollocatesAnswer, KeywordsAnswer, WordsAnswer } from '../../shared/concordance/statistics'
import type { Trail } from '../../shared/concordance/trail'
import type { ContentHash, ThemeId } from '../../shared/model/ids'
import type { AppError } from '../../shared/model/result'
import type { CopyFacts } from '../../shared/recycled/copies'

/** How texts are read: as a person has set it, and with which words of the project's own. */
export type ReadingSettings = ConcordanceSettings & CuttingSettings

/** The documents of a project at a moment, by title: tasks name them by their place, and the thread is told of them once. */
export interface Library {
  /** No other library of this process has it. */
  readonly number: number
  readonly documents: readonly (LineDocument & DocumentFacts)[]
  /** The text of each. */
  readonly texts: readonly ContentHash[]
}

export interface SearchTask {
  readonly id: string
  /** The project's folder: the thread reads the texts itself. */
  readonly folder: string
  readonly query: QueryNode
  readonly settings: ReadingSettings
  /** The number of a library that the thread was told of. */
  readonly library: number
  /** The first document of the library to be searched; all behind it are. */
  readonly from: number
  /** What the conditions on highlights are about, by document from `from` on; empty where there are none. */
  readonly highlights: readonly (readonly HighlightSpans[])[]
  /** Where the formulae of the query stand, likewise. */
  readonly formulae: readonly (readonly Hits[])[]
  /** So many hits are told of at once; later ones every few milliseconds. */
  readonly first: number
  /** One Int32: the number of the search that is matching a text at this moment, 0 between two. */
  readonly current: SharedArrayBuffer
  readonly number: number
}

/** Lines by columns, numbered in the order of document and place. */
export interface LineColumns {
  /** Index in the library. */
  readonly document: Uint32Array
  readonly start: Uint32Array
  readonly end: Uint32Array
}

export interface FoundNews {
  readonly id: string
  readonly hits: LineColumns
  readonly unread: readonly { readonly index: number; readonly problem: AppError }[]
  /** So many documents have been searched since `from`. */
  readonly searched: number
}

/** All that is known of the lines of a concordance outside the texts; `Of` is their library, or its number. */
export interface Lines<Of = Library> extends LineColumns {
  readonly id: string
  readonly folder: string
  readonly settings: ReadingSettings
  readonly library: Of
}

type LinesTask = Lines<number>

export interface ArrangeTask extends LinesTask {
  readonly trail: Trail
  readonly themes: readonly (readonly ThemeId[])[] | null
  readonly copies: CopyFacts | null
  readonly answers: readonly string[] | null
}

export interface ContextsTask {
  readonly folder: string
  readonly settings: ReadingSettings
  /** UTF-16 code units on each side. */
  readonly length: number
  readonly places: readonly {
    readonly text: ContentHash
    readonly language: string
    readonly start: number
    readonly end: number
  }[]
}

/** A document as far as its words are counted. */
export interface CountedDocument {
  readonly text: ContentHash
  readonly language: string
  /** Numbers of paragraphs that are boilerplate. */
  readonly furniture: readonly number[]
}

/** Words are counted in these documents. */
export interface CorpusTask {
  readonly folder: string
  readonly settings: ReadingSettings
  readonly documents: readonly CountedDocument[]
}

/** Words, and UTF-16 code units. */
export interface TextSize {
  readonly words: number
  readonly length: number
}

interface PageAsked {
  readonly from: number
  readonly count: number
}

export interface CollocatesTask extends PageAsked {
  readonly lines: LinesTask
  /** Which lines of the concordance they are: others have another version. */
  readonly version: number
  readonly corpus: CorpusTask
  /** Words on each side. */
  readonly left: number
  readonly right: number
  readonly by: 'logLikelihood' | 'mi' | 'mi3' | 'logDice' | 'observed'
  readonly least: number
}

export type WordListTask = CorpusTask & PageAsked & { readonly by: 'count' | 'word'; readonly prefix: string }
export type NGramsTask = CorpusTask & PageAsked & { readonly size: number; readonly least: number }
export type KeywordsTask = CorpusTask &
  PageAsked & {
    readonly against: readonly CountedDocument[]
    readonly by: 'logLikelihood' | 'logRatio'
    readonly least: number
  }

/** What the main thread asks of the one that keeps the texts. */
export interface ToThread {
  /** Tasks will name this library. Those in `forget` no task names any more. */
  library: { input: { readonly library: Library; readonly forget: readonly number[] }; output: null }
  search: { input: SearchTask; output: null }
  cancel: { input: string; output: null }
  /** Null for a place whose text cannot be read. */
  contexts: { input: ContextsTask; output: readonly (LineContext | null)[] }
  arrange: { input: ArrangeTask; output: Arrangement }
  collocates: { input: CollocatesTask; output: CollocatesAnswer }
  /** The size of each document, in their order; 0 where its text cannot be read. */
  textSizes: { input: CorpusTask; output: readonly TextSize[] }
  wordList: { input: WordListTask; output: WordsAnswer }
  nGrams: { input: NGramsTask; output: WordsAnswer }
  keywords: { input: KeywordsTask; output: KeywordsAnswer }
  /** A concordance is closed: what is kept of it goes. */
  forget: { input: string; output: null }
}

/** What the thread tells meanwhile. */
export interface ToMain {
  found: { input: FoundNews; output: null }
}
