import { defineFormat } from '../../format'
import { listItem, markdownHeading, markdownLine } from '../../markdown/blocks'
import { richMarkdown } from '../../markdown/rich-markdown'
import { stateLines, textWord } from '../../text-words'

/** Written at once, in UTF-16 code units. */
const pieceLength = 60_000

/** Excerpts as Markdown: a quotation each, its citation as a footnote or in the text. */
export const excerptsAsMarkdown = defineFormat({
  id: 'md',
  of: 'excerpts',
  extension: 'md',
  group: 'write',
  label: { en: 'Markdown', 'zh-CN': 'Markdown' },
  hint: {
    en: 'For pandoc, Zettlr and every editor: quotations with footnotes and a bibliography.',
    'zh-CN': '用于 pandoc、Zettlr 和各种编辑器：引文附脚注和参考文献。'
  },
  options: [
    'group',
    'sort',
    'context',
    'citations',
    'style',
    'language',
    'renderings',
    'differences',
    'memos',
    'quality',
    'bibliography',
    'doubtful',
    'furniture',
    'coders'
  ],
  preview: 'markdown',
  async write(model, options, sink) {
    const { excerptMarkdown } = await import('../../markdown/excerpt-markdown')
    const { page, language } = model
    let piece = [
      markdownHeading(1, page.title),
      stateLines(page, language)
        .map((line) => listItem([markdownLine(line, { beginsLine: true })]))
        .join('\n')
    ].join('\n\n')
    let note = 0
    for await (const item of model.items()) {
      piece +=
        item.kind === 'heading'
          ? `\n\n${markdownHeading(item.level + 1, item.text)}`
          : `\n\n${excerptMarkdown(item.excerpt, model, options, ++note)}`
      if (piece.length < pieceLength) continue
      await sink.write(piece)
      piece = ''
    }
    const entries = options.bibliography ? model.bibliography() : []
    if (entries.length > 0) {
      piece += `\n\n${markdownHeading(2, textWord('bibliography', language))}\n\n`
      piece += entries.map(({ entry }) => listItem([richMarkdown(entry)])).join('\n')
    }
    await sink.write(`${piece}\n`)
  }
})
