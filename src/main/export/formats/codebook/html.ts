import { catalogues } from '../../../../shared/locales/catalogues'
import { plainMemo } from '../../../../shared/memos/links'
import { defineFormat } from '../../format'
import { escapeHtml, pageStyle } from '../../html'
import { codebookEntries } from '../../tables/codebook-entries'
import { stateLines } from '../../text-words'

const style = `
.dot { display: inline-block; width: .7em; height: .7em; border-radius: 50%; margin-right: .5em }
section { break-inside: avoid }
.state { color: #6b655a; font-size: .9rem }`

/** The codebook as one page that needs nothing else. */
export const codebookAsHtml = defineFormat({
  id: 'html',
  of: 'codebook',
  extension: 'html',
  group: 'write',
  label: { en: 'Web page', 'zh-CN': '网页' },
  hint: {
    en: 'One file that every browser opens and prints: every theme with its rules.',
    'zh-CN': '一个文件，任何浏览器都可打开和打印：每个主题及其规则。'
  },
  options: ['language'],
  preview: 'html',
  async write(model, _, sink) {
    const { page, language } = model
    const title = escapeHtml(`${page.project} – ${catalogues[language].codebook.title}`)
    const parts = codebookEntries(model).map(({ theme, depth, facts }) => {
      const level = Math.min(6, depth + 2)
      const lines = facts
        .map(({ term, text, isMarkdown }) => {
          const said = escapeHtml(isMarkdown ? plainMemo(text) : text).replaceAll('\n', '<br>')
          return `<dt>${escapeHtml(term)}</dt><dd>${said}</dd>`
        })
        .join('')
      const dot = `<span class="dot" style="background:${escapeHtml(theme.colour)}"></span>`
      return `<section style="margin-left:${depth * 1.5}rem"><h${level}>${dot}${escapeHtml(theme.name)}</h${level}><dl>${lines}</dl></section>`
    })
    const state = stateLines(page, language)
      .map((line) => escapeHtml(line))
      .join('<br>')
    await sink.write(`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<style>${pageStyle}${style}</style>
</head>
<body>
<h1>${title}</h1>
<p class="state">${state}</p>
${parts.join('\n')}
</body>
</html>
`)
  }
})
