import type { Coding } from '../model/coding'
import type { AnnotationId, CoderId, ContentHash, DocumentId, ParallelId, ThemeId } from '../model/ids'
import type { Span } from '../model/offsets'
import type { QualityMark } from '../model/quality'
import type { RichText } from './rich-text'

/** Where a passage stands in its text, by whatever a reader can find it with. Paragraphs and sentences count from 1. */
export interface Locator {
  /** The page as it is called in print; null where the file has no labels. */
  readonly page: { readonly from: string; readonly to: string } | null
  /** The sheet of the file, where there is no printed page. */
  readonly sheet: { readonly from: number; readonly to: number } | null
  readonly time: { readonly from: string; readonly to: string } | null
  /** Null where it stands in blocks without a number only. */
  readonly paragraph: { readonly from: number; readonly to: number } | null
  /** Of its paragraph, where that has more than a few. */
  readonly sentence: number | null
  /** What it begins in where that has no number. */
  readonly begins: 'heading' | 'unnumbered' | null
}

/** What another version says where an excerpt stands. */
export interface ExcerptRendering {
  readonly document: DocumentId
  /** A slice of that version's text; empty where it leaves the passage out. */
  readonly text: string
  /** The words highlighted in parallel, as a span of `text` (UTF-16); null where none are. */
  readonly highlighted: Span | null
  /** The words that differ from the excerpt's sentence, as spans of `text`; empty where that was not asked for. */
  readonly differences: readonly Span[]
}

/** How an excerpt is cited, in the style and language that were chosen. */
export interface CitedAs {
  /** For a footnote, or the whole citation where the style has no notes. */
  readonly note: RichText
  /** For the running text, in brackets: author and date, or a number. */
  readonly inText: RichText
}

/** A passage made ready to be written: plain data, for it crosses threads. Every text is a slice of its document's text. */
export interface ExcerptRecord {
  readonly id: AnnotationId
  readonly guid: string | null
  readonly document: DocumentId
  readonly coder: CoderId
  readonly created: string
  readonly modified: string
  /** The state of the text that it is quoted from, and where it stands there (UTF-16). */
  readonly revision: ContentHash
  readonly start: number
  readonly end: number
  readonly quote: string
  /** What stands right before and after it, as far as the context reaches; no text in between is left out. */
  readonly before: string
  readonly after: string
  /** Whether the paragraph goes on beyond `before` and `after`, so that an ellipsis is true. */
  readonly goesOnBefore: boolean
  readonly goesOnAfter: boolean
  readonly locator: Locator
  /** The day on which the state of the text was made, where a newer one has taken its place and the passage is not found there for sure. */
  readonly earlier: string | null
  readonly codings: readonly Coding[]
  /** Its themes, each once. */
  readonly themes: readonly ThemeId[]
  readonly quality: readonly QualityMark[]
  /** As typed (Markdown). */
  readonly memo: string
  /** Without marks of writing; links as their words. */
  readonly plainMemo: string
  readonly parallel: ParallelId | null
  /** Whether it begins in boilerplate. */
  readonly furniture: boolean
  readonly renderings: readonly ExcerptRendering[]
  readonly cited: CitedAs
}
