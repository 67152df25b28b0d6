import { type AlignedRendering, cutAtHighlight, type Excerpt } from '../../shared/excerpts/excerpt'
import type { ExportWords } from './words'

/** Excerpts as one HTML page that needs nothing else: no script, no fonts or pictures from elsewhere. Piece by piece. */
export function* excerptsToHtml(
  title: string,
  excerpts: readonly Excerpt[],
  words: ExportWords
): Generator<string> {
  yield `<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
`
  for (const [at, each] of excerpts.entries()) yield `${at === 0 ? '' : '\n'}${article(each, words)}`
  yield `
</body>
</html>
`
}

function article(excerpt: Excerpt, words: ExportWords): string {
  const rows: string[] = []
  const row = (term: string, html: string) => rows.push(`<dt>${escapeHtml(term)}</dt><dd>${html}</dd>`)
  if (excerpt.sentence !== excerpt.quote) row(words.sentence, escapeHtml(excerpt.sentence))
  if (excerpt.themes.length > 0) row(words.themes, excerpt.themes.map(escapeHtml).join('; '))
  if (excerpt.annotation.quality.length > 0)
    row(words.quality, escapeHtml(excerpt.annotation.quality.map((mark) => words.marks[mark]).join('; ')))
  if (excerpt.memo !== '') row(words.memo, escapeHtml(excerpt.memo).replaceAll('\n', '<br>'))
  for (const rendering of excerpt.renderings)
    row(
      rendering.kind,
      rendering.text === ''
        ? `<em>${escapeHtml(words.leftOut)}</em>`
        : `<span lang="${escapeHtml(rendering.language)}">${renderingHtml(rendering)}</span>`
    )
  return `<article id="${excerpt.annotation.id}">
<blockquote lang="${escapeHtml(excerpt.document.language)}">${escapeHtml(excerpt.quote).replaceAll('\n', '<br>')}</blockquote>
<p class="citation">${escapeHtml(excerpt.citation)}</p>
<dl>${rows.join('')}</dl>
</article>`
}

/** What a version says, the words that are highlighted in parallel marked. */
function renderingHtml(rendering: AlignedRendering): string {
  return cutAtHighlight(rendering)
    .map(({ text, highlighted }) => (highlighted ? `<mark>${escapeHtml(text)}</mark>` : escapeHtml(text)))
    .join('')
}

export const pageStyle = `
body { font: 17px/1.6 Georgia, "Noto Serif CJK SC", "Songti SC", serif; max-width: 42rem; margin: 3rem auto; padding: 0 1.5rem; color: #25221d; background: #fbf9f4 }
h1 { font-size: 1.5rem } article { margin: 2.5rem 0 } blockquote { margin: 0; padding-left: 1rem; border-left: 3px solid #a2392b }
.citation { color: #6b655a; font-size: .9rem; margin: .5rem 0 } dl { display: grid; grid-template-columns: 9rem 1fr; gap: .2rem 1rem; font-size: .9rem; margin: 0 }
dt { color: #6b655a } dd { margin: 0 } mark { color: inherit; background: #f3e3de }
`

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
