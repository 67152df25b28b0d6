import type { ExcerptsModel } from '../format'
import { plainLook } from '../html/look'
import { html, jsonInScript, trusted } from '../html/markup'
import { titleHeader } from '../html/page'
import own from './evidence.css?raw'
import type { EmbeddedEvidence } from './evidence-data'
import type { EvidenceExcerpt } from './evidence-records'
import { evidenceWords } from './evidence-words'
import script from './page/index.ts?page-script'

type Facts = Pick<ExcerptsModel, 'page' | 'language'>

/** Nothing is asked for outside the page, whatever a text says. */
const policy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'"
/** The page that checks the bundle by itself. */
export function checkingPage(
  { page, language }: Facts,
  coders: string,
  evidence: Omit<EmbeddedEvidence, 'words'>
): string {
  const words = evidenceWords[language]
  return `<!doctype html>\n${
    html`<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${words.title}: ${page.title}</title><style>${trusted(look())}</style></head>
<body><main class="page">${facts({ page, language }, coders, `${words.title}: ${page.title}`)}
<p><a href="excerpts.html">${words.excerpts}</a></p>
${words.explains.map((each) => html`<p>${each}</p>`)}
<section id="embedded" aria-live="polite"><noscript>${words.noScript}</noscript></section>
<div class="choose"><label>${words.zip} <input id="zip" type="file" accept=".zip"></label>
<label>${words.folder} <input id="folder" type="file" webkitdirectory></label></div>
<section id="dropped" aria-live="polite"></section>
<footer>fflate, © 2023 Arjun Barrett, MIT</footer></main>
<script type="application/json" id="evidence">${jsonInScript({ words: words.page, ...evidence })}</script>
<script>${trusted(script.replaceAll('</script', '<\\/script'))}</script></body></html>`.markup
  }\n`
}

/** The excerpts as a page to read: each quotation in its context, its citation, its codings. */
export function excerptsPage(
  { page, language }: Facts,
  coders: string,
  excerpts: readonly EvidenceExcerpt[]
): string {
  return `<!doctype html>\n${
    html`<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${page.title}</title><style>${trusted(look())}</style></head>
<body><main class="page">${facts({ page, language }, coders, page.title)}
${excerpts.map(
  (
    each
  ) => html`<section id="${each.id}"><blockquote lang="${each.language}">${each.before}<mark>${each.quote}</mark>${each.after}</blockquote>
<p class="cite">${each.citation || each.title}</p>
${each.codings.length > 0 && html`<ul class="coded">${each.codings.map(({ theme, coder, created }) => html`<li>${theme} (${coder}, ${created.slice(0, 10)})</li>`)}</ul>`}
${each.memo !== '' && html`<p>${each.memo}</p>`}</section>
`
)}</main></body></html>`.markup
  }\n`
}

function facts({ page, language }: Facts, coders: string, title: string) {
  const words = evidenceWords[language]
  return titleHeader({ ...page, title }, [
    [words.chosen, page.chosenBy],
    [
      words.made,
      html`<time datetime="${page.made}">${page.made}</time>, ${words.state(page.change, page.version)}`
    ],
    [words.coders, coders]
  ])
}

/** Without the app's own faces: the archive holds two such pages, and what it weighs is what it proves. */
function look(): string {
  return [plainLook(), own].join('\n')
}
