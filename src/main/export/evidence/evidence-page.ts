import type { ExcerptsModel } from '../format'
import { html, jsonInScript, trusted } from '../html/markup'
import type { EmbeddedEvidence } from './evidence-data'
import type { EvidenceExcerpt } from './evidence-records'
import { evidenceWords } from './evidence-words'
import script from './page/index.ts?page-script'

type Facts = Pick<ExcerptsModel, 'page' | 'language'>

/** Nothing is asked for outside the page, whatever a text says. */
const policy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'"
const styles = `:root{color-scheme:light dark}body{font:1rem/1.55 Georgia,'Source Serif 4','Songti SC',SimSun,serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
h1,h2,h3{line-height:1.25}dt{font-weight:bold}dd{margin:0 0 .4rem}blockquote{margin:1rem 0 .2rem;padding-left:1rem;border-left:3px solid #8a8a8a}
mark{background:#ffe9a8;color:#1a1a1a}.cite{margin:0 0 1rem 1.2rem}.well::before{content:'✓ '}.ill::before{content:'✗ '}.well,.ill{font-weight:bold}.ill{color:#b3261e}
@media (prefers-color-scheme:dark){.ill{color:#ffb4ab}}li,p{overflow-wrap:anywhere}label{display:block;margin:.6rem 0}`

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
<title>${words.title}: ${page.title}</title><style>${trusted(styles)}</style></head>
<body><main><h1>${words.title}: ${page.title}</h1>
${facts({ page, language }, coders)}
<p><a href="excerpts.html">${words.excerpts}</a></p>
${words.explains.map((each) => html`<p>${each}</p>`)}
<section id="embedded" aria-live="polite"><noscript>${words.noScript}</noscript></section>
<label>${words.zip} <input id="zip" type="file" accept=".zip"></label>
<label>${words.folder} <input id="folder" type="file" webkitdirectory></label>
<section id="dropped" aria-live="polite"></section>
</main><footer><p><small>fflate, © 2023 Arjun Barrett, MIT</small></p></footer>
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
<title>${page.title}</title><style>${trusted(styles)}</style></head>
<body><main><h1>${page.title}</h1>
${facts({ page, language }, coders)}
${excerpts.map(
  (
    each
  ) => html`<section id="${each.id}"><blockquote lang="${each.language}">${each.before}<mark>${each.quote}</mark>${each.after}</blockquote>
<p class="cite">${each.citation || each.title}</p>
${each.codings.length > 0 && html`<ul>${each.codings.map(({ theme, coder, created }) => html`<li>${theme} (${coder}, ${created.slice(0, 10)})</li>`)}</ul>`}
${each.memo !== '' && html`<p>${each.memo}</p>`}</section>
`
)}</main></body></html>`.markup
  }\n`
}

function facts({ page, language }: Facts, coders: string) {
  const words = evidenceWords[language]
  return html`<dl><dt>${words.chosen}</dt><dd>${page.chosenBy}</dd>
<dt>${words.made}</dt><dd><time datetime="${page.made}">${page.made}</time>, ${words.state(page.change, page.version)}</dd>
<dt>${words.coders}</dt><dd>${coders}</dd></dl>`
}
