import { catalogues } from '../../../shared/locales/catalogues'
import type { QuotationPiece } from '../../../shared/quotations/quotation-pieces'
import type { QuotationsModel } from '../format'
import { type QuotationEntry, quotationEntries } from '../quotations/quotation-entries'
import { countLine, reachLines } from '../quotations/report-facts'
import { type Html, html } from './markup'
import { closePage, openPage, stateFacts, titleHeader } from './page'
import { pageWordsIn } from './page-words'
import quotationsCss from './quotations.css?raw'
import { richHtml } from './rich-html'

/** The report on the quotations of a manuscript, as a page that needs nothing else. */
export function* quotationsPage(model: QuotationsModel): Generator<string> {
  const { page, language, report } = model
  const words = catalogues[language].quotations
  yield openPage({ language, page, styles: [quotationsCss], bodyClass: 'quotations' }).markup
  yield '<div class="page">\n'
  yield titleHeader(page, [
    [words.manuscript, report.name === '' ? words.pasted : report.name],
    [words.list, countLine(report, language)],
    ...stateFacts(page, language, pageWordsIn(language))
  ]).markup
  yield html`<p class="reach">${reachLines(report, language).join(' ')}</p>\n`.markup
  yield '<main>\n'
  for (const entry of quotationEntries(model)) yield section(entry, model).markup
  yield '</main>\n</div>\n'
  yield closePage.markup
}

function section(entry: QuotationEntry, { language, documents }: QuotationsModel): Html {
  const words = catalogues[language].quotations
  const { quotation, place } = entry
  const source = place && documents.get(place.document)
  const where = [entry.title, entry.at].filter(Boolean).join(', ')
  return html`<section class="quotation ${quotation.status}">
<h2><span class="count">${entry.number}</span> ${entry.status}</h2>
<blockquote dir="auto">${pieces(entry.pieces)}</blockquote>
${
  place &&
  html`<p class="term">${words.source} <span class="where">${where}</span></p>
<blockquote class="source" dir="auto" lang="${source?.language ?? 'und'}">${pieces(entry.source)}</blockquote>
`
}<dl>
${entry.given !== '' && html`<dt>${words.given}</dt><dd dir="auto">${entry.given}</dd>\n`}
${place && place.cited.length > 0 && html`<dt>${words.right}</dt><dd dir="auto">${richHtml(place.cited)}</dd>\n`}
</dl>
${place?.verdicts.map(({ verdict }, at) => html`<p class="verdict ${verdict}">${entry.verdicts[at]}</p>\n`)}
${entry.remarks.map((each) => html`<p class="remark">${each}</p>\n`)}
${entry.others.length > 0 && html`<ul class="others">${entry.others.map((each) => html`<li>${each}</li>\n`)}</ul>`}
</section>
`
}

function pieces(of: readonly QuotationPiece[]): Html {
  return html`${of.map(({ text, kind }) =>
    kind === null || text === '' ? html`${text}` : html`<mark class="${kind}">${text}</mark>`
  )}`
}
