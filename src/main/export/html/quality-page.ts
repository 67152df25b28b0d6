import { catalogues } from '../../../shared/locales/catalogues'
import type { QualityEntry, QualityModel } from '../format'
import { findingWords, qualityFacts, qualityHint, qualitySections } from '../quality/quality-sections'
import { type Html, html } from './markup'
import { closePage, openPage, stateFacts, titleHeader } from './page'
import { pageWordsIn } from './page-words'
import qualityCss from './quality.css?raw'

/** A report on the wording of a version, on a page that needs nothing else. */
export function* qualityPage(model: QualityModel): Generator<string> {
  const { page, language } = model
  const say = pageWordsIn(language)
  const words = catalogues[language].qualityExport
  yield openPage({ language, page, styles: [qualityCss], bodyClass: 'quality' }).markup
  yield '<div class="page">\n'
  yield titleHeader(page, [...qualityFacts(model), ...stateFacts(page, language, say)]).markup
  yield '<main>\n'
  yield html`<p class="hint">${qualityHint(model)}</p>\n`.markup
  for (const { heading, entries } of qualitySections(model)) {
    yield html`<h2>${heading}</h2>
<table>
<thead><tr><th>${words.place}</th><th>${words.finding}</th><th>${words.here}</th><th>${words.there}</th></tr></thead>
<tbody>
`.markup
    for (const entry of entries) yield rowHtml(entry, model).markup
    yield '</tbody>\n</table>\n'
  }
  yield '</main>\n</div>\n'
  yield closePage.markup
}

function rowHtml(entry: QualityEntry, model: QualityModel): Html {
  const { finding, place } = entry
  const { kind, about, note } = findingWords(entry, model)
  const own = model.document.language
  const other = model.against?.language ?? 'und'
  const said =
    finding.says === '' && finding.kind === 'leftOut'
      ? html`<em>${model.words.leftOut}</em>`
      : html`${finding.says}`
  // Marks are named in the language of the report.
  const spoken = finding.kind === 'hand' ? model.language : finding.isMissing ? other : own
  const named = about === '' ? html`` : html` <span lang="${spoken}" dir="auto">${about}</span>`
  return html`<tr><td class="place">${place}</td><td><b>${kind}</b>${named}${
    note === '' ? html`` : html` <small>${note}</small>`
  }</td><td lang="${own}" dir="auto">${said}</td><td lang="${other}" dir="auto">${finding.other}</td></tr>\n`
}
