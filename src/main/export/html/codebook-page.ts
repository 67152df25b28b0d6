import { catalogues } from '../../../shared/locales/catalogues'
import type { CodebookModel } from '../format'
import { type CodebookEntry, codebookEntries } from '../tables/codebook-entries'
import codebookCss from './codebook.css?raw'
import { type Html, html } from './markup'
import { memoHtml } from './memo-html'
import { closePage, openPage, stateFacts, titleHeader } from './page'
import { pageWordsIn } from './page-words'
import { colourOf } from './reference-html'

/** The codebook as a page that needs nothing else: a section a theme, in the order of the tree. */
export function* codebookPage(model: CodebookModel): Generator<string> {
  const { page, language } = model
  const say = pageWordsIn(language)
  const entries = codebookEntries(model)
  yield openPage({ language, page, styles: [codebookCss], bodyClass: 'codebook' }).markup
  yield '<div class="page">\n'
  yield titleHeader(page, [
    [catalogues[language].codebook.title, entries.length.toLocaleString(language)],
    ...stateFacts(page, language, say)
  ]).markup
  yield '<main>\n'
  for (const entry of entries) yield section(model, entry).markup
  yield '</main>\n</div>\n'
  yield closePage.markup
}

function section({ themes }: CodebookModel, { theme, depth, facts }: CodebookEntry): Html {
  const name = html`<span class="dot" style="${colourOf(themes, theme.id)}"></span>${theme.name}`
  const said = facts.map(
    ({ term, text, isMarkdown }) =>
      html`<dt>${term}</dt><dd dir="auto">${isMarkdown ? memoHtml(text) : lines(text)}</dd>\n`
  )
  return html`<section class="theme" style="--depth:${depth}">${heading(depth, name)}<dl>${said}</dl></section>\n`
}

function heading(depth: number, name: Html): Html {
  switch (depth) {
    case 0:
      return html`<h2 dir="auto">${name}</h2>`
    case 1:
      return html`<h3 dir="auto">${name}</h3>`
    case 2:
      return html`<h4 dir="auto">${name}</h4>`
    default:
      return html`<h5 dir="auto">${name}</h5>`
  }
}

function lines(text: string): Html {
  return html`${text.split('\n').map((line, at) => (at === 0 ? html`${line}` : html`<br>${line}`))}`
}
