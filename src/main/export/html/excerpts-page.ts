import type { ExcerptRecord, ExcerptRendering } from '../../../shared/export/excerpt-record'
import type { ExportOptions } from '../../../shared/export/export-options'
import { plainText } from '../../../shared/export/rich-text'
import type { Span } from '../../../shared/model/offsets'
import { span } from '../../../shared/model/span'
import type { ExcerptItem, ExcerptsModel } from '../format'
import { cutAtMarks } from './cut'
import excerptsCss from './excerpts.css?raw'
import { type Html, html } from './markup'
import { memoHtml } from './memo-html'
import { type ContentsEntry, closePage, contentsList, openPage, stateFacts, titleHeader } from './page'
import { type PageWords, pageWordsIn } from './page-words'
import { chips, colourOf, languageName, versionName } from './reference-html'
import { richHtml } from './rich-html'

/** Excerpts as a page that needs nothing else, piece by piece. */
export async function* excerptsPage(model: ExcerptsModel, options: ExportOptions): AsyncGenerator<string> {
  const { page, language, count } = model
  const writer = new ExcerptsWriter(model, options)
  yield openPage({
    language,
    page,
    styles: [excerptsCss],
    bodyClass: options.memos === 'comments' ? 'beside' : 'plain'
  }).markup
  yield '<div class="page">\n'
  yield titleHeader(page, [
    [writer.say('chosenBy'), page.chosenBy],
    [writer.say('passages'), count.toLocaleString(language)],
    ...stateFacts(page, language, writer.say)
  ]).markup
  // A table of contents stands before what it lists: only then is the whole of it held back.
  const held: string[] = []
  if (!options.contents) yield '<main>\n'
  for await (const item of model.items()) {
    const piece = (item.kind === 'heading' ? writer.heading(item) : writer.excerpt(item.excerpt)).markup
    if (options.contents) held.push(piece)
    else yield piece
  }
  if (options.contents) {
    yield contentsList(writer.headings, writer.say('contents'))?.markup ?? ''
    yield '<main>\n'
    yield* held
  }
  yield '</main>\n'
  yield writer.endMatter().markup
  yield '</div>\n'
  yield closePage.markup
}

type Heading = Extract<ExcerptItem, { kind: 'heading' }>

class ExcerptsWriter {
  readonly say: PageWords
  readonly headings: ContentsEntry[] = []
  private readonly notes: Html[] = []
  private excerpts = 0
  private under: Heading['theme'] = null

  constructor(
    private readonly model: ExcerptsModel,
    private readonly options: ExportOptions
  ) {
    this.say = pageWordsIn(model.language)
  }

  heading({ level, text, theme, document }: Heading): Html {
    const id = `s${this.headings.length + 1}`
    const language = document === null ? undefined : this.model.documents.get(document)?.language
    this.headings.push({ level, text, id, ...(language !== undefined && { language }) })
    this.under = theme
    const own = html`${theme !== null && html`<span class="dot" style="${colourOf(this.model.themes, theme)}"></span>`}${text}`
    const said = html` id="${id}"${language !== undefined && html` lang="${language}"`} dir="auto"`
    switch (Math.min(level, 4)) {
      case 1:
        return html`<h2${said}>${own}</h2>\n`
      case 2:
        return html`<h3${said}>${own}</h3>\n`
      case 3:
        return html`<h4${said}>${own}</h4>\n`
      default:
        return html`<h5${said}>${own}</h5>\n`
    }
  }

  excerpt(own: ExcerptRecord): Html {
    this.excerpts++
    const { options, model } = this
    const columns = options.renderings === 'columns' && own.renderings.length > 0
    const renderings = options.renderings === 'none' ? [] : own.renderings
    const memo = options.memos === 'none' || own.memo.trim() === '' ? null : own.memo
    const themes = own.themes.length === 1 && own.themes[0] === this.under ? [] : own.themes
    return html`<article class="excerpt" id="x${this.excerpts}" data-annotation="${own.id}">
${memo !== null && options.memos === 'comments' && this.comment(memo)}${
  columns
    ? html`<div class="columns" style="--count:${renderings.length + 1}">
<div>${this.label(own.document)}${this.quotation(own)}</div>
${renderings.map((each) => html`<div>${this.label(each.document)}${this.rendering(each, own)}</div>\n`)}</div>`
    : this.quotation(own)
}
${
  !columns &&
  renderings.length > 0 &&
  html`<dl class="renderings">${renderings.map(
    (each) => html`<dt>${this.name(each.document)}</dt><dd>${this.rendering(each, own)}</dd>`
  )}</dl>\n`
}${chips(model, themes, options.quality ? own.quality : [], model.words)}${this.remarks(own)}${
  memo !== null && options.memos === 'text' && memoHtml(memo)
}</article>
`
  }

  /** The passage with its surroundings, what is highlighted marked, and where it is cited. */
  private quotation(own: ExcerptRecord): Html {
    const language = this.model.documents.get(own.document)?.language ?? ''
    const hasContext = own.before !== '' || own.after !== ''
    const passage = hasContext
      ? html`<mark class="mark quoted" style="${colourOf(this.model.themes, own.themes[0])}">${own.quote}</mark>`
      : html`<span class="quoted">${own.quote}</span>`
    const dots = html`<span class="ellipsis">${language.startsWith('zh') ? '……' : '…'}</span>`
    const gap = language.startsWith('zh') ? '' : ' '
    return html`<blockquote class="passage" lang="${language}" dir="auto">${own.goesOnBefore && html`${dots}${gap}`}${own.before}${passage}${own.after}${own.goesOnAfter && html`${gap}${dots}`}${this.cited(own)}</blockquote>`
  }

  private cited(own: ExcerptRecord): Html | null {
    const { cited } = own
    switch (this.options.citations) {
      case 'none':
        return null
      case 'text':
        return plainText(cited.inText) === ''
          ? null
          : html` <cite class="cited">${richHtml(cited.inText)}</cite>`
      case 'notes': {
        if (plainText(cited.note) === '') return null
        const n = this.notes.length + 1
        this.notes.push(
          html`<li id="n${n}" value="${n}">${richHtml(cited.note)} <a class="back" href="#r${n}" role="doc-backlink" aria-label="${this.say('back')}">↩</a></li>\n`
        )
        return html`<sup class="note-number"><a href="#n${n}" id="r${n}" role="doc-noteref" aria-label="${this.say('noteNumber', n)}">${n}</a></sup>`
      }
    }
  }

  private rendering(
    { document, text, highlighted, differences }: ExcerptRendering,
    { themes }: ExcerptRecord
  ): Html {
    if (text === '') return html`<span class="left-out">${this.model.words.leftOut}</span>`
    const language = this.model.documents.get(document)?.language ?? ''
    const marks: (Span & { readonly is: 'highlighted' | 'differs' })[] = [
      ...(highlighted ? [{ ...highlighted, is: 'highlighted' as const }] : []),
      ...differences.map((each) => ({ ...each, is: 'differs' as const }))
    ]
    const pieces = cutAtMarks(span(0, text.length), marks).map(({ start, end, covering }) => {
      let made: Html = html`${text.slice(start, end)}`
      if (covering.some(({ is }) => is === 'differs')) made = html`<span class="differs">${made}</span>`
      if (covering.some(({ is }) => is === 'highlighted'))
        made = html`<mark class="mark" style="${colourOf(this.model.themes, themes[0])}">${made}</mark>`
      return made
    })
    return html`<span class="rendering" lang="${language}" dir="auto">${pieces}</span>`
  }

  private label(document: ExcerptRecord['document']): Html {
    return html`<p class="column-name">${this.name(document)}</p>`
  }

  private name(id: ExcerptRecord['document']): string {
    const document = this.model.documents.get(id)
    if (!document) return ''
    return `${versionName(document, this.model.words)} (${languageName(document.language, this.model.language)})`
  }

  /** What a reader must know of the passage beside its words: an earlier state of the text, furniture, who coded. */
  private remarks(own: ExcerptRecord): Html | null {
    const { coders } = this.model.info
    const several = Object.keys(coders).length > 1
    const said = [
      own.earlier === null ? '' : this.say('earlier', own.earlier.slice(0, 10)),
      own.furniture ? this.say('furniture') : '',
      several ? (coders[own.coder]?.name ?? '') : ''
    ].filter((each) => each !== '')
    return said.length === 0 ? null : html`<p class="remarks">${said.join(' · ')}</p>`
  }

  private comment(memo: string): Html {
    return html`<div class="comment" role="note" aria-label="${this.model.words.memo}">${memoHtml(memo)}</div>\n`
  }

  endMatter(): Html {
    const entries = this.options.bibliography ? this.model.bibliography() : []
    const { notes } = this
    return html`<footer>
${
  notes.length > 0 &&
  html`<section class="end-matter notes" role="doc-endnotes" aria-labelledby="notes-title"><h2 id="notes-title">${this.say('notes')}</h2>
<ol>
${notes}</ol></section>
`
}${
  entries.length > 0 &&
  html`<section class="end-matter bibliography" role="doc-bibliography" aria-labelledby="bibliography-title"><h2 id="bibliography-title">${this.say('bibliography')}</h2>
<ul>
${entries.map(({ document, entry }) => html`<li lang="${this.model.documents.get(document)?.language ?? ''}">${richHtml(entry)}</li>\n`)}</ul></section>
`
}</footer>
`
  }
}
