import { catalogues } from '../../../../shared/locales/catalogues'
import { plainMemo } from '../../../../shared/memos/links'
import { defineFormat } from '../../format'
import { listItem, markdownHeading, markdownLine, markdownParagraphs } from '../../markdown/blocks'
import { codebookEntries } from '../../tables/codebook-entries'
import { stateLines } from '../../text-words'

/** The codebook as Markdown: a heading a theme, its rules below it. */
export const codebookAsMarkdown = defineFormat({
  id: 'md',
  of: 'codebook',
  extension: 'md',
  group: 'write',
  label: { en: 'Markdown', 'zh-CN': 'Markdown' },
  hint: {
    en: 'For pandoc, Zettlr and every editor: a heading a theme.',
    'zh-CN': '用于 pandoc、Zettlr 和各种编辑器：每个主题一个标题。'
  },
  options: ['language'],
  preview: 'markdown',
  async write(model, _, sink) {
    const { page, language } = model
    const words = catalogues[language].codebook
    const parts = codebookEntries(model).flatMap(({ theme, depth, facts }) => [
      markdownHeading(depth + 2, theme.name),
      ...facts.map(({ term, text, isMarkdown }) => {
        const [first = '', ...more] = markdownParagraphs(isMarkdown ? plainMemo(text) : text, {
          beginsLine: false
        })
        return [`**${term}:** ${first}`, ...more].join('\n')
      })
    ])
    const lines = stateLines(page, language).map((line) =>
      listItem([markdownLine(line, { beginsLine: true })])
    )
    const title = markdownHeading(1, `${page.project} – ${words.title}`)
    await sink.write(`${[title, lines.join('\n'), ...parts].join('\n\n')}\n`)
  }
})
