import type { ExportOptions } from '../../../shared/export/export-options'
import { catalogues } from '../../../shared/locales/catalogues'
import { formulaName } from '../../../shared/model/formula-name'
import type { FormulaEntry, FormulaeModel } from '../format'
import { glossaryFacts, glossaryRenderings } from '../glossary/glossary-entry'
import glossaryCss from './glossary.css?raw'
import { type Html, html } from './markup'
import { memoHtml } from './memo-html'
import { closePage, openPage, stateFacts, titleHeader } from './page'
import { pageWordsIn } from './page-words'

/** The register as a glossary that needs nothing else: a section a formula, the most frequent first. */
export function* glossaryPage(model: FormulaeModel, options: ExportOptions): Generator<string> {
  const { page, language, entries } = model
  const say = pageWordsIn(language)
  const words = catalogues[language].formulaeExport
  yield openPage({ language, page, styles: [glossaryCss], bodyClass: 'glossary' }).markup
  yield '<div class="page">\n'
  yield titleHeader(page, [
    [words.title, entries.length.toLocaleString(language)],
    ...stateFacts(page, language, say)
  ]).markup
  yield '<main>\n'
  for (const entry of entries) yield section(model, entry, options).markup
  yield '</main>\n</div>\n'
  yield closePage.markup
}

function section({ info, language }: FormulaeModel, entry: FormulaEntry, options: ExportOptions): Html {
  const { formula } = entry
  const words = catalogues[language].formulaeExport
  const facts = glossaryFacts(entry, info, language).map(
    ({ term, said }) => html`<dt>${term}</dt><dd dir="auto">${said}</dd>\n`
  )
  const rows = glossaryRenderings(entry).map(
    ({ rendering, places, seen }) =>
      html`<tr><td lang="${rendering.language}">${rendering.words}</td><td>${places}</td><td>${seen}</td><td dir="auto">${rendering.note}</td></tr>\n`
  )
  const table = html`<table><thead><tr><th>${words.rendering}</th><th>${words.places}</th><th>${words.seen}</th><th>${words.note}</th></tr></thead><tbody>${rows}</tbody></table>`
  const tag = formula.forms.length > 0 ? 'zh' : 'en'
  return html`<section class="formula"><h2 lang="${tag}">${formulaName(formula)} <small>${formula.pinyin}</small></h2>${
    formula.gloss === '' ? html`` : html`<p class="gloss" dir="auto">${formula.gloss}</p>`
  }<dl>${facts}</dl>${rows.length > 0 ? table : html``}${
    options.memos !== 'none' && formula.memo !== ''
      ? html`<div class="memo">${memoHtml(formula.memo)}</div>`
      : html``
  }</section>\n`
}
