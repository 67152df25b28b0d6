import { escapeHtml, pageStyle } from '../html'
import type { ExportWords } from '../words'
import { type AlignedWork, columnTitle } from './aligned-work'

const style = `
body { max-width: none; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { text-align: left; vertical-align: top; padding: 8px 12px; border-bottom: 1px solid #ddd6c8; }
th:first-child, td:first-child { width: 2.5em; color: #6f6a60; font-size: 12px; text-align: right; }
td { white-space: pre-line; }
td.alone { color: #6f6a60; font-style: italic; }
td.doubtful { border-left: 3px solid #a33a26; }
:lang(zh) { line-height: 1.75; }
@media print { tr { break-inside: avoid; } }
`

/** A link less sure than this is marked. */
const doubtful = 0.6

/** An aligned work side by side as one page that needs nothing else. */
export function alignedToHtml({ title, versions, rows }: AlignedWork, words: ExportWords): string {
  const heads = versions
    .map((each) => `<th scope="col">${escapeHtml(columnTitle(each, words))}</th>`)
    .join('')
  const body = rows
    .map((row, index) => {
      const cells = versions
        .map((version, at) => {
          const text = row.texts[at] ?? ''
          if (text === '') return `<td class="alone">${escapeHtml(words.leftOut)}</td>`
          const sure = row.confidence[at] ?? null
          const mark = sure !== null && sure < doubtful && !row.byHand[at] ? ' class="doubtful"' : ''
          return `<td lang="${escapeHtml(version.language)}"${mark}>${escapeHtml(text)}</td>`
        })
        .join('')
      return `<tr><td>${index + 1}</td>${cells}</tr>`
    })
    .join('\n')
  return `<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<style>${pageStyle}${style}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<table>
<thead><tr><th scope="col">№</th>${heads}</tr></thead>
<tbody>
${body}
</tbody>
</table>
</body>
</html>
`
}
