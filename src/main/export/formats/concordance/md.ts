import { defineFormat } from '../../format'
import { listItem, markdownHeading, markdownLine, markdownParagraphs } from '../../markdown/blocks'
import { aroundSaid, groupsOfRows, rowPlace } from '../../model/concordance-rows'
import { stateLines, versionName } from '../../text-words'

/** The lines of a concordance as Markdown: a heading a group, an item a line. */
export const linesAsMarkdown = defineFormat({
  id: 'md',
  of: 'concordance',
  extension: 'md',
  group: 'write',
  label: { en: 'Markdown', 'zh-CN': 'Markdown' },
  hint: {
    en: 'For pandoc, Zettlr and every editor: a heading a group, an item a line, the hit in bold.',
    'zh-CN': '用于 pandoc、Zettlr 和各种编辑器：每组一个标题，每行索引一项，匹配处加粗。'
  },
  options: ['language'],
  preview: 'markdown',
  async write(model, _, sink) {
    const { page, language, words, steps } = model
    const facts = [...stateLines(page, language), ...steps].map((line) =>
      listItem([markdownLine(line, { beginsLine: true })])
    )
    await sink.write(`${markdownHeading(1, page.title)}\n\n${facts.join('\n')}\n`)
    for (const { group, rows } of groupsOfRows(model)) {
      if (group !== null) await sink.write(`\n${markdownHeading(2, `${group || '–'} (${rows.length})`)}\n`)
      const items = rows.map((row) => {
        const start = row.left.length
        const lines = markdownParagraphs(`${row.left}${row.hit}${row.right}`, {
          marks: [{ start, end: start + row.hit.length, as: 'strong' }]
        })
        const answers = row.answers.map((answer) => {
          const version = markdownLine(versionName(model.documents.get(answer.document), words))
          const shown = answer.text === '' ? words.leftOut : answer.text
          const [, said] = aroundSaid(answer)
          return `  - ${version}: ${markdownLine(shown)}${said === '' ? '' : ` [${markdownLine(said)}]`}`
        })
        lines[lines.length - 1] += ` (${markdownLine(rowPlace(model, row))})`
        return [listItem(lines), ...answers].join('\n')
      })
      await sink.write(`\n${items.join('\n')}\n`)
    }
  }
})
