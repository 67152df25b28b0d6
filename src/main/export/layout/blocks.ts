import type { Run } from '../../../shared/export/rich-text'
import type { DocumentId } from '../../../shared/model/ids'

/** Styles of paragraphs; each writer defines all of them as styles of its own kind of file. */
export const paragraphStyles = [
  'title',
  'subtitle',
  'facts',
  'heading1',
  'heading2',
  'heading3',
  'listHeading',
  'body',
  'numbered',
  'quote',
  'rendering',
  'details',
  'memo',
  'listItem',
  'caption',
  'smallNote',
  'tableHead',
  'tableText',
  'bibliography'
] as const
export type ParagraphStyle = (typeof paragraphStyles)[number]

/** Styles of words within a paragraph. */
export const characterStyles = ['highlighted', 'difference', 'label', 'number', 'leftOut'] as const
export type CharacterStyle = (typeof characterStyles)[number]

/** A stretch of text in one setting. A line break within it stays one. */
export interface TextRun extends Run {
  readonly kind: 'text'
  readonly style?: CharacterStyle
  /** The tag of its language where that is not the paragraph's. */
  readonly language?: string
  /** Colours as `#rrggbb`: behind the words, and of a line below them. */
  readonly shade?: string
  readonly line?: string
}

/** A citation as reference managers keep it, beside the words in which it stands. */
export interface CitationData {
  readonly document: DocumentId
  /** A place that CSL knows how to name; null where there is none. */
  readonly locator: { readonly label: 'page' | 'paragraph'; readonly value: string } | null
  /** The note's number, 0 in the running text. */
  readonly note: number
}

export interface CitationRun {
  readonly kind: 'citation'
  readonly runs: readonly TextRun[]
  readonly data: CitationData
}

export interface Footnote {
  readonly kind: 'footnote'
  /** Counted from 1 through the file. */
  readonly number: number
  readonly inlines: readonly (TextRun | CitationRun)[]
}

export interface Comment {
  /** Counted from 0 through the file. */
  readonly id: number
  readonly author: string
  /** ISO, UTC. */
  readonly date: string
  /** Without links. */
  readonly paragraphs: readonly (readonly TextRun[])[]
}

export type Inline =
  | TextRun
  | CitationRun
  | Footnote
  | { readonly kind: 'commentStart'; readonly comment: Comment }
  | { readonly kind: 'commentEnd'; readonly comment: Comment }

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly style: ParagraphStyle
  readonly inlines: readonly Inline[]
  /** The tag of the language that its words are in; the layout's where it says none. */
  readonly language?: string
  /** Whether it stands on one page with the next one. */
  readonly withNext?: boolean
  /** Steps further in than its style. */
  readonly indent?: number
  /** Whether its lines stand at the edge where they end, not where they begin. Word alone does so. */
  readonly isAtEnd?: boolean
  /** A colour that marks a heading: `#rrggbb`. */
  readonly colour?: string
}

/** Cells of paragraphs. All rows have as many cells as there are widths; the head is repeated on each page. */
export interface Table {
  readonly kind: 'table'
  /** Of the columns, as shares of the whole width that add up to 1. */
  readonly widths: readonly number[]
  readonly head: readonly (readonly Paragraph[])[] | null
  readonly rows: readonly (readonly (readonly Paragraph[])[])[]
}

/** Where the table of contents goes, under its heading. */
export interface Contents {
  readonly kind: 'contents'
  readonly heading: string
}

/** The list of works cited. */
export interface Bibliography {
  readonly kind: 'bibliography'
  readonly heading: string
  readonly entries: readonly Paragraph[]
}

export type LayoutBlock = Paragraph | Table | Contents | Bibliography

/** What a file of text says, page by page, before it is written in a format. Read once, from the first to the last. */
export interface Layout {
  readonly title: string
  readonly language: 'en' | 'zh-CN'
  /** Left and right at the head of each page but the first. */
  readonly header: { readonly left: string; readonly right: string }
  /** ISO, UTC. */
  readonly made: string
  readonly landscape: boolean
  readonly blocks: AsyncIterable<LayoutBlock>
}

export function text(words: string, setting: Omit<TextRun, 'kind' | 'text'> = {}): TextRun {
  return { kind: 'text', text: words, ...setting }
}

/** Lines of a text as paragraphs of one style; empty lines are left out. */
export function lines(words: string): string[] {
  return words.split(/\n+/).filter((line) => line.trim() !== '')
}
