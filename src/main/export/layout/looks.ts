import type { CharacterStyle, ParagraphStyle } from './blocks'

/** How paragraphs of a style look. Lengths in centimetres, sizes and spaces in points. */
export interface ParagraphLook {
  /** What the style is called: in Word (identifier and name), in OpenDocument. Names that programs know of themselves first. */
  readonly word: readonly [id: string, name: string]
  readonly odf: string
  readonly size: number
  readonly before: number
  readonly after: number
  /** Height of a line as a multiple of its own. */
  readonly line?: number
  readonly left?: number
  readonly right?: number
  /** How far the first line stands out to the left. */
  readonly hanging?: number
  readonly bold?: boolean
  readonly italic?: boolean
  readonly colour?: string
  /** Of headings, from 1. */
  readonly level?: number
  /** A line down the left side, in this colour. */
  readonly bar?: string
}

const ink = '#25221d'
const grey = '#6b655a'
/** How far quotations stand in from the text, in centimetres. */
const inset = 0.9

export const paragraphLooks: Readonly<Record<ParagraphStyle, ParagraphLook>> = {
  title: { word: ['Title', 'Title'], odf: 'Title', size: 24, before: 0, after: 4, line: 1.05, colour: ink },
  subtitle: { word: ['Subtitle', 'Subtitle'], odf: 'Subtitle', size: 13, before: 0, after: 14, colour: grey },
  facts: {
    word: ['DocumentFacts', 'Document Facts'],
    odf: 'Document Facts',
    size: 9,
    before: 0,
    after: 1,
    colour: grey
  },
  heading1: {
    word: ['Heading1', 'heading 1'],
    odf: 'Heading 1',
    size: 16,
    before: 28,
    after: 6,
    line: 1.1,
    bold: true,
    colour: ink,
    level: 1
  },
  heading2: {
    word: ['Heading2', 'heading 2'],
    odf: 'Heading 2',
    size: 13,
    before: 20,
    after: 5,
    line: 1.1,
    bold: true,
    colour: ink,
    level: 2
  },
  heading3: {
    word: ['Heading3', 'heading 3'],
    odf: 'Heading 3',
    size: 11,
    before: 16,
    after: 4,
    line: 1.1,
    bold: true,
    italic: true,
    colour: ink,
    level: 3
  },
  listHeading: {
    word: ['TOCHeading', 'TOC Heading'],
    odf: 'Contents Heading',
    size: 13,
    before: 24,
    after: 6,
    bold: true,
    colour: ink
  },
  body: { word: ['BodyText', 'Body Text'], odf: 'Text body', size: 11, before: 0, after: 7, line: 1.3 },
  numbered: {
    word: ['NumberedParagraph', 'Numbered Paragraph'],
    odf: 'Numbered Paragraph',
    size: 11,
    before: 0,
    after: 7,
    line: 1.3,
    left: inset,
    hanging: inset
  },
  quote: {
    word: ['Quote', 'Quote'],
    odf: 'Quotations',
    size: 11,
    before: 12,
    after: 4,
    line: 1.3,
    left: inset,
    right: inset
  },
  rendering: {
    word: ['Rendering', 'Rendering'],
    odf: 'Rendering',
    size: 10,
    before: 0,
    after: 4,
    line: 1.25,
    left: inset,
    right: inset
  },
  details: {
    word: ['ExcerptDetails', 'Excerpt Details'],
    odf: 'Excerpt Details',
    size: 9,
    before: 0,
    after: 3,
    left: inset,
    right: inset,
    colour: grey
  },
  memo: {
    word: ['Memo', 'Memo'],
    odf: 'Memo',
    size: 10,
    before: 2,
    after: 3,
    line: 1.2,
    left: inset,
    right: inset,
    bar: '#c9a15a'
  },
  listItem: {
    word: ['ListBullet', 'List Bullet'],
    odf: 'List 1',
    size: 11,
    before: 0,
    after: 4,
    line: 1.3,
    left: inset,
    hanging: 0.5
  },
  caption: {
    word: ['Caption', 'caption'],
    odf: 'Caption',
    size: 9,
    before: 4,
    after: 8,
    italic: true,
    colour: grey
  },
  smallNote: {
    word: ['SmallNote', 'Small Note'],
    odf: 'Small Note',
    size: 9,
    before: 0,
    after: 4,
    line: 1.2
  },
  tableHead: {
    word: ['TableHead', 'Table Head'],
    odf: 'Table Heading',
    size: 9,
    before: 2,
    after: 2,
    bold: true,
    colour: grey
  },
  tableText: {
    word: ['TableText', 'Table Text'],
    odf: 'Table Contents',
    size: 10,
    before: 2,
    after: 2,
    line: 1.2
  },
  bibliography: {
    word: ['Bibliography', 'Bibliography'],
    odf: 'Bibliography 1',
    size: 11,
    before: 0,
    after: 5,
    line: 1.2,
    left: inset,
    hanging: inset
  }
}

export interface CharacterLook {
  readonly word: readonly [id: string, name: string]
  readonly odf: string
  readonly shade?: string
  readonly colour?: string
  readonly underline?: boolean
  readonly italic?: boolean
  readonly smallCaps?: boolean
  /** In points, where it is not that of its paragraph. */
  readonly size?: number
}

export const characterLooks: Readonly<Record<CharacterStyle, CharacterLook>> = {
  highlighted: {
    word: ['HighlightedWords', 'Highlighted Words'],
    odf: 'Highlighted Words',
    shade: '#f6e6b4'
  },
  difference: { word: ['DifferingWords', 'Differing Words'], odf: 'Differing Words', underline: true },
  label: { word: ['FactLabel', 'Fact Label'], odf: 'Fact Label', colour: grey, smallCaps: true },
  number: { word: ['ParagraphNumber', 'Paragraph Number'], odf: 'Paragraph Number', colour: grey, size: 8 },
  leftOut: { word: ['LeftOut', 'Left Out'], odf: 'Left Out', colour: grey, italic: true }
}

/** In centimetres; A4 upright. */
export const sheet = { width: 21, height: 29.7, margin: 2.5, outer: 1.25 } as const

export const footnoteSize = 9
/** Of the head and foot of each page. */
export const runningSize = 8.5
