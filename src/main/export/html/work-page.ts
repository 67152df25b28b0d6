import type { WorkModel } from '../format'
import { html } from './markup'
import { closePage, openPage, stateFacts, titleHeader } from './page'
import { pageWordsIn } from './page-words'
import { languageName, versionName } from './reference-html'
import workCss from './work.css?raw'

/** A link less sure than this is marked. */
const doubtfulBelow = 0.6

/** An aligned work side by side as one table on a page that needs nothing else. */
export function* workPage(model: WorkModel): Generator<string> {
  const { page, language, words, work } = model
  const say = pageWordsIn(language)
  yield openPage({ language, page, styles: [workCss], bodyClass: 'work' }).markup
  yield '<div class="page">\n'
  yield titleHeader(page, [
    [say('chosenBy'), page.chosenBy],
    [say('row'), work.rows.length.toLocaleString(language)],
    ...stateFacts(page, language, say)
  ]).markup
  const heads = work.versions.map(
    (each) =>
      html`<th scope="col">${versionName(each, words)} <small>${languageName(each.language, language)}</small><span class="version-title" lang="${each.language}" dir="auto">${each.title}</span></th>`
  )
  yield html`<main>
<table>
<thead><tr><th scope="col" class="number">${say('row')}</th>${heads}</tr></thead>
<tbody>
`.markup
  for (const [index, row] of work.rows.entries()) {
    const cells = work.versions.map((version, at) => {
      const text = row.texts[at] ?? ''
      if (text === '') return html`<td class="left-out">${words.leftOut}</td>`
      const isDoubtful = (row.confidence[at] ?? 1) < doubtfulBelow && row.byHand[at] !== true
      return html`<td lang="${version.language}" dir="auto"${isDoubtful && html` class="doubtful" title="${say('doubtfulLink')}"`}>${text}</td>`
    })
    yield html`<tr><th scope="row" class="number">${index + 1}</th>${cells}</tr>\n`.markup
  }
  yield '</tbody>\n</table>\n</main>\n</div>\n'
  yield closePage.markup
}
