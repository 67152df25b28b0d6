import type { ConcordanceModel, ConcordanceRow } from '../format'
import { aroundSaid, besideHit, groupsOfRows, rowPlace } from '../model/concordance-rows'
import linesCss from './lines.css?raw'
import { type Html, html } from './markup'
import { closePage, openPage, stateFacts, titleHeader } from './page'
import { pageWordsIn } from './page-words'
import { versionName } from './reference-html'

/** The lines of a concordance with the hit in the middle, on a page that needs nothing else. */
export function* linesPage(model: ConcordanceModel): Generator<string> {
  const { page, language, steps } = model
  const say = pageWordsIn(language)
  yield openPage({ language, page, styles: [linesCss], bodyClass: 'lines' }).markup
  yield '<div class="page">\n'
  yield titleHeader(page, [
    [say('chosenBy'), page.chosenBy],
    ...steps.map((step, at): [string, string] => [String(at + 1), step]),
    ...stateFacts(page, language, say)
  ]).markup
  yield '<main>\n'
  for (const { group, rows } of groupsOfRows(model)) {
    if (group !== null) yield html`<h2>${group || '–'} <small>${rows.length}</small></h2>\n`.markup
    yield '<table>\n<tbody>\n'
    for (const row of rows) yield rowHtml(model, row).markup
    yield '</tbody>\n</table>\n'
  }
  yield '</main>\n</div>\n'
  yield closePage.markup
}

function rowHtml(model: ConcordanceModel, row: ConcordanceRow): Html {
  const language = model.documents.get(row.document)?.language ?? 'und'
  const answers = row.answers.map((answer) => {
    const document = model.documents.get(answer.document)
    const [before, said, after] = aroundSaid(answer)
    const shown =
      answer.text === ''
        ? html`<em>${model.words.leftOut}</em>`
        : html`${before}${said !== '' && html`<mark>${said}</mark>`}${after}`
    const name = document ? versionName(document, model.words) : ''
    return html`<tr class="answer"><td></td><th scope="row">${name}</th><td colspan="3" lang="${document?.language ?? 'und'}" dir="auto">${shown}</td></tr>\n`
  })
  const [left, right] = besideHit(row)
  return html`<tr><th scope="row" class="number">${row.line}</th><td class="left" lang="${language}" dir="auto">${left}</td><td class="hit" lang="${language}" dir="auto"><mark>${row.hit}</mark></td><td lang="${language}" dir="auto">${right}</td><td class="place">${rowPlace(model, row)}</td></tr>
${answers}`
}
