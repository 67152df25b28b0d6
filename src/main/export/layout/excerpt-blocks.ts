import type { ExcerptRecord } from '../../../shared/export/excerpt-record'
import type { ExportOptions } from '../../../shared/export/export-options'
import { plainText } from '../../../shared/export/rich-text'
import type { ExcerptsModel } from '../format'
import { type Comment, type Inline, type LayoutBlock, type Paragraph, text } from './blocks'
import { citationRun } from './citation-run'
import { layoutWords } from './layout-words'
import { memoLines } from './memo-lines'
import { isSetSolid, quotedInlines, renderingRuns } from './quoted-text'
import { splitLines } from './split-lines'
import { themeLine } from './theme-line'
import { versionLabel } from './version-label'

/** Lays out excerpts one after another; notes and comments are counted through the whole file. */
export class ExcerptBlocks {
  private notes = 0
  private comments = 0

  constructor(
    private readonly model: ExcerptsModel,
    private readonly options: ExportOptions
  ) {}

  /** An excerpt with all that goes along. Its parts are kept together, as far as a page allows. */
  of(excerpt: ExcerptRecord): LayoutBlock[] {
    const quote = this.quote(excerpt)
    const below = [...this.details(excerpt), ...this.memo(excerpt)]
    const isTable = this.options.renderings === 'columns' && excerpt.renderings.length > 0
    if (isTable) return [this.columns(excerpt, quote), ...withNext(below)]
    return withNext([...quote, ...this.renderings(excerpt), ...below])
  }

  private languageOf(id: ExcerptRecord['document']): string {
    return this.model.documents.get(id)?.language ?? 'und'
  }

  private quote(excerpt: ExcerptRecord): Paragraph[] {
    const language = this.languageOf(excerpt.document)
    const isMarked = this.options.context.unit !== 'none'
    const comment = this.commentOn(excerpt)
    const quoted = quotedInlines(excerpt, language, isMarked, (words) =>
      comment ? [{ kind: 'commentStart', comment }, words, { kind: 'commentEnd', comment }] : [words]
    )
    return splitLines([...quoted, ...this.cited(excerpt, language)]).map((inlines) => ({
      kind: 'paragraph',
      style: 'quote',
      language,
      inlines
    }))
  }

  private cited(excerpt: ExcerptRecord, language: string): Inline[] {
    const { note, inText } = excerpt.cited
    const { citations } = this.options
    if (citations === 'notes' && plainText(note) !== '') {
      const number = ++this.notes
      return [
        { kind: 'footnote', number, inlines: [citationRun(excerpt, note, number, this.model.language)] }
      ]
    }
    if (citations === 'text' && plainText(inText) !== '') {
      const isTight = isSetSolid(language) && /^[（【]/.test(plainText(inText))
      return [...(isTight ? [] : [text(' ')]), citationRun(excerpt, inText, 0, this.model.language)]
    }
    return []
  }

  private commentOn(excerpt: ExcerptRecord): Comment | null {
    if (this.options.memos !== 'comments' || excerpt.memo.trim() === '') return null
    return {
      id: this.comments++,
      author: this.model.info.coders[excerpt.coder]?.name ?? '',
      date: excerpt.modified,
      paragraphs: memoLines(excerpt.memo)
    }
  }

  private renderings(excerpt: ExcerptRecord): Paragraph[] {
    if (this.options.renderings !== 'below') return []
    const { colon } = layoutWords(this.model.language)
    return excerpt.renderings.flatMap((rendering) => {
      const label = `${versionLabel(this.model.documents.get(rendering.document), this.model.words)}${colon}`
      const [first = [], ...further] = this.rendered(rendering)
      const labelled = [text(label, { style: 'label', language: this.model.language }), ...first]
      return [labelled, ...further].map(
        (inlines): Paragraph => ({
          kind: 'paragraph',
          style: 'rendering',
          language: this.languageOf(rendering.document),
          inlines
        })
      )
    })
  }

  /** What a version says, a list of inlines a paragraph. */
  private rendered(rendering: ExcerptRecord['renderings'][number]): Inline[][] {
    if (rendering.text === '')
      return [[text(this.model.words.leftOut, { style: 'leftOut', language: this.model.language })]]
    return splitLines(renderingRuns(rendering))
  }

  private columns(excerpt: ExcerptRecord, quote: readonly Paragraph[]): LayoutBlock {
    const ids = [excerpt.document, ...excerpt.renderings.map(({ document }) => document)]
    const head = ids.map((id): Paragraph[] => [
      {
        kind: 'paragraph',
        style: 'tableHead',
        inlines: [text(versionLabel(this.model.documents.get(id), this.model.words))]
      }
    ])
    const cells = excerpt.renderings.map((rendering) =>
      this.rendered(rendering).map(
        (inlines): Paragraph => ({
          kind: 'paragraph',
          style: 'tableText',
          language: this.languageOf(rendering.document),
          inlines
        })
      )
    )
    const own = quote.map((each): Paragraph => ({ ...each, style: 'tableText' }))
    return { kind: 'table', widths: ids.map(() => 1 / ids.length), head, rows: [[own, ...cells]] }
  }

  /** What is said of a passage beside its words, in one line; facts without a label say themselves what they are. */
  private details(excerpt: ExcerptRecord): Paragraph[] {
    const { words, themes, language, info } = this.model
    const { colon, separator, coder, boilerplate } = layoutWords(language)
    const marks = this.options.quality ? excerpt.quality.map((mark) => words.marks[mark]) : []
    const isOneOfSeveral = Object.keys(info.coders).length > 1
    const facts: readonly [label: string, value: string][] = [
      [words.themes, themeLine(themes, excerpt.themes, separator)],
      [words.quality, marks.join(separator)],
      [coder, isOneOfSeveral ? (info.coders[excerpt.coder]?.name ?? '') : ''],
      ['', excerpt.furniture ? boilerplate : ''],
      ['', excerpt.earlier === null ? '' : earlierState(words.earlier, excerpt.earlier)]
    ]
    const inlines = facts
      .filter(([, value]) => value !== '')
      .flatMap(([label, value], at) => [
        ...(at > 0 ? [text('\u2003')] : []),
        ...(label === '' ? [] : [text(`${label}${colon}`, { style: 'label' })]),
        text(value)
      ])
    return inlines.length > 0 ? [{ kind: 'paragraph', style: 'details', inlines }] : []
  }

  private memo(excerpt: ExcerptRecord): Paragraph[] {
    if (this.options.memos !== 'text') return []
    const { colon } = layoutWords(this.model.language)
    return memoLines(excerpt.memo).map((line, at) => ({
      kind: 'paragraph',
      style: 'memo',
      inlines: [...(at === 0 ? [text(`${this.model.words.memo}${colon}`, { style: 'label' })] : []), ...line]
    }))
  }
}

/** The day may not be known. */
function earlierState(pattern: string, day: string): string {
  return pattern.replace('{{date}}', () => day.slice(0, 10)).replace(/[,，]\s*$/, '')
}

/** All but the last are kept on one page with the next. */
function withNext(paragraphs: readonly Paragraph[]): Paragraph[] {
  return paragraphs.map((each, at) => (at < paragraphs.length - 1 ? { ...each, withNext: true } : each))
}
