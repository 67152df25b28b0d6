import type { ExportOptions } from '../../../shared/export/export-options'
import type { Annotation } from '../../../shared/model/annotation'
import { themesOf } from '../../../shared/model/codings'
import type { AnnotationId, ThemeId } from '../../../shared/model/ids'
import { spokenNames } from '../../../shared/model/names'
import type { Span } from '../../../shared/model/offsets'
import { blockSpans, canonicalText } from '../../../shared/text/canonical'
import type { DocumentModel } from '../format'
import { blocksHtml, type MadeBlock } from './block-html'
import { marksBySpan } from './cut'
import documentCss from './document.css?raw'
import { markedHtml, type TextMark, textMarks } from './marked-text'
import { type Html, type HtmlPart, html } from './markup'
import { memoHtml } from './memo-html'
import { noteHtml } from './note-html'
import { closePage, contentsList, openPage, stateFacts, titleHeader } from './page'
import { type PageWords, pageWordsIn } from './page-words'
import { colourOf, languageName, themeName } from './reference-html'
import { safeAddress } from './rich-html'
import { barsHtml, type ThemeBar, themeBars } from './theme-bars'

/** One text with its highlights, the themes as bars in the margin, and its notes: a page that needs nothing else. */
export function* documentPage(model: DocumentModel, options: ExportOptions): Generator<string> {
  const { document, page, language, text } = model
  const say = pageWordsIn(language)
  const writer = new DocumentWriter(model, options, say)
  const beside = options.memos === 'comments'
  yield openPage({
    language,
    page,
    styles: [documentCss],
    bodyClass: beside ? 'document notes-beside' : 'document'
  }).markup
  yield '<div class="page">\n'
  yield titleHeader(page, [
    ...documentFacts(model, say),
    [say('highlights'), model.annotations.length.toLocaleString(language)],
    [say('notShown'), model.unsettled > 0 && say('unsettled', model.unsettled.toLocaleString(language))],
    ...stateFacts(page, language, say)
  ]).markup
  if (options.contents)
    yield contentsList(
      text.blocks.flatMap((block, at) =>
        block.kind === 'heading' && !writer.isLeftOut(at)
          ? [{ level: block.level ?? 2, text: block.text, id: `b${at}`, language: document.language }]
          : []
      ),
      say('contents')
    )?.markup ?? ''
  yield writer.legend()?.markup ?? ''
  yield html`<main class="text" lang="${document.language}">\n`.markup
  yield writer.blocks().markup
  yield '</main>\n'
  yield html`<footer>${writer.notes()}${writer.memos()}</footer>\n`.markup
  yield '</div>\n'
  yield closePage.markup
}

/** What is known of a text; nothing that was only proposed. */
export function documentFacts(
  { document, words, language }: Pick<DocumentModel, 'document' | 'words' | 'language'>,
  say: PageWords
): [string, HtmlPart][] {
  const { csl, proposed, rendering, publisher, published, source } = document
  const said = (field: (typeof proposed)[number], value: string) => (proposed.includes(field) ? '' : value)
  const address = safeAddress(source)
  return [
    [say('author'), said('author', spokenNames(csl.author))],
    [say('translator'), spokenNames(csl.translator)],
    [say('kind'), rendering === 'unknown' ? '' : said('rendering', words.renderings[rendering])],
    [say('language'), languageName(document.language, language)],
    [say('publisher'), said('publisher', publisher)],
    [say('published'), said('published', published?.date ?? '')],
    [say('source'), address === null ? source : html`<a href="${address}">${source}</a>`]
  ]
}

class DocumentWriter {
  private readonly marks: readonly TextMark[]
  private readonly bars: readonly ThemeBar[]
  private readonly spans: readonly Span[]
  private readonly text: string
  private readonly furniture: ReadonlySet<number>
  private readonly targets = new Map<AnnotationId, string>()

  constructor(
    private readonly model: DocumentModel,
    private readonly options: ExportOptions,
    private readonly say: PageWords
  ) {
    const { blocks } = model.text
    this.text = canonicalText(blocks)
    this.spans = blockSpans(blocks)
    this.furniture = new Set(model.document.furniture)
    this.marks = textMarks(model.annotations, model.themes, (each) => this.hasNote(each))
    this.bars = themeBars(this.marks)
    for (const { annotation, note } of this.marks)
      if (note !== null) this.targets.set(annotation.id, `#note-${note}`)
  }

  private hasNote({ memo, quality }: Annotation): boolean {
    if (this.options.memos === 'none') return false
    return memo.trim() !== '' || (this.options.quality && quality.length > 0)
  }

  /** Whether a block is boilerplate that shall not go along; one with a highlight always does. */
  isLeftOut(at: number): boolean {
    if (this.options.furniture || !this.furniture.has(at)) return false
    const own = this.spans[at]
    return !own || !this.marks.some(({ start, end }) => start < own.end && end > own.start)
  }

  /** The themes that stand in the text, each with its colour. */
  legend(): Html | null {
    const counts = new Map<ThemeId, number>()
    for (const { annotation } of this.marks)
      for (const theme of themesOf(annotation)) counts.set(theme, (counts.get(theme) ?? 0) + 1)
    if (counts.size === 0) return null
    const { themes } = this.model
    const named = [...counts].map(([theme, count]) => ({ theme, count, name: themeName(themes, theme) }))
    named.sort((a, b) => a.name.localeCompare(b.name, this.model.language, { numeric: true }))
    return html`<section class="legend" aria-labelledby="themes-title"><h2 id="themes-title">${this.say('themes')}</h2>
<ul>${named.map(
      ({ theme, count, name }) =>
        html`<li><span class="dot" style="${colourOf(themes, theme)}"></span>${name} <span class="quiet">${count}</span></li>\n`
    )}</ul></section>
`
  }

  blocks(): Html {
    const { blocks } = this.model.text
    const marks = marksBySpan(this.spans, this.marks)
    const bars = marksBySpan(this.spans, this.bars)
    const made: MadeBlock[] = []
    blocks.forEach((block, index) => {
      const own = this.spans[index]
      if (!own || this.isLeftOut(index)) return
      const here = marks[index] ?? []
      const words = markedHtml({ own, block: own, content: block, marks: here }, this.text, (mark) =>
        this.reference(mark)
      )
      made.push({
        block,
        id: `b${index}`,
        words: html`${words}${barsHtml(bars[index] ?? [], own, this.model.themes)}`,
        beside: this.beside(here, own),
        furniture: this.furniture.has(index)
      })
    })
    return blocksHtml(made, 3 - this.shallowest())
  }

  private shallowest(): number {
    const levels = this.model.text.blocks.flatMap(({ kind, level }) =>
      kind === 'heading' ? [level ?? 2] : []
    )
    return Math.min(...levels, 6)
  }

  private reference({ note }: TextMark): Html {
    const n = String(note)
    return html`<a class="ref" id="ref-${n}" href="#note-${n}" data-n="${n}" role="doc-noteref" aria-label="${this.say('noteNumber', n)}"></a>`
  }

  /** The notes of the highlights that end in a block, where notes stand beside the text. */
  private beside(marks: readonly TextMark[], block: Span): HtmlPart {
    if (this.options.memos !== 'comments') return null
    return inOrder(marks)
      .filter(({ end, note }) => note !== null && end > block.start && end <= block.end)
      .map((mark) => html`<div class="side-note" role="note" id="note-${mark.note}">${this.note(mark)}</div>`)
  }

  private note(mark: TextMark): Html {
    const { model, options, text } = this
    return noteHtml(
      mark,
      { ...model, text, language: model.document.language, quality: options.quality },
      this.say,
      (id) => this.targets.get(id)
    )
  }

  /** All notes one after another, where they do not stand beside the text. */
  notes(): Html | null {
    const noted = inOrder(this.marks).filter(({ note }) => note !== null)
    if (this.options.memos !== 'text' || noted.length === 0) return null
    return html`<section class="end-matter" role="doc-endnotes" aria-labelledby="notes-title"><h2 id="notes-title">${this.say('notes')}</h2>
${noted.map((mark) => html`<div class="end-note" id="note-${mark.note}">${this.note(mark)}</div>\n`)}</section>
`
  }

  /** What was written about the text as a whole. */
  memos(): Html | null {
    const own = this.model.memos.filter(
      ({ about }) => about.kind === 'document' && about.id === this.model.document.id
    )
    if (this.options.memos === 'none' || own.length === 0) return null
    return html`<section class="end-matter" aria-labelledby="memos-title"><h2 id="memos-title">${this.say('memos')}</h2>
${own.map(({ title, text }) => html`<div class="end-note">${title !== '' && html`<h3>${title}</h3>`}${memoHtml(text)}</div>\n`)}</section>
`
  }
}

function inOrder(marks: readonly TextMark[]): TextMark[] {
  return marks.toSorted((a, b) => (a.note ?? 0) - (b.note ?? 0))
}
