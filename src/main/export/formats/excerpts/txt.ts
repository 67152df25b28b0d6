import type { ExcerptRecord } from '../../../../shared/export/excerpt-record'
import type { ExportOptions } from '../../../../shared/export/export-options'
import { plainText } from '../../../../shared/export/rich-text'
import { defineFormat, type ExcerptsModel } from '../../format'
import { stateLines, textWord, themeName, versionName } from '../../text-words'

/** Written at once, in UTF-16 code units. */
const pieceLength = 60_000

/** Excerpts as plain text: nothing is marked, nothing escaped. */
export const excerptsAsText = defineFormat({
  id: 'txt',
  of: 'excerpts',
  extension: 'txt',
  group: 'write',
  label: { en: 'Plain text', 'zh-CN': '纯文本' },
  hint: {
    en: 'For everything: quotations, citations, memos and a bibliography, without marks.',
    'zh-CN': '适用于任何软件：引文、引注、备忘和参考文献，不带任何标记。'
  },
  options: [
    'group',
    'sort',
    'context',
    'citations',
    'style',
    'language',
    'renderings',
    'memos',
    'quality',
    'bibliography',
    'doubtful',
    'furniture',
    'coders'
  ],
  preview: 'text',
  async write(model, options, sink) {
    const { page, language } = model
    let piece = [page.title, ...stateLines(page, language)].join('\n')
    for await (const item of model.items()) {
      piece += item.kind === 'heading' ? `\n\n\n${item.text}` : `\n\n${textOf(item.excerpt, model, options)}`
      if (piece.length < pieceLength) continue
      await sink.write(piece)
      piece = ''
    }
    const entries = options.bibliography ? model.bibliography() : []
    if (entries.length > 0)
      piece += `\n\n\n${textWord('bibliography', language)}\n\n${entries.map(({ entry }) => plainText(entry)).join('\n')}`
    await sink.write(`${piece}\n`)
  }
})

/** An excerpt: its words as they stand, and below them what is known, a line each. */
function textOf(
  { before, quote, after, cited, goesOnBefore, goesOnAfter, ...facts }: ExcerptRecord,
  { documents, themes, words, language }: ExcerptsModel,
  options: ExportOptions
): string {
  const lines = [quote]
  if (options.citations === 'notes') lines.push(plainText(cited.note))
  if (options.citations === 'text') lines.push(plainText(cited.inText))
  if (before !== '' || after !== '') {
    const whole = `${goesOnBefore ? '… ' : ''}${before}${quote}${after}${goesOnAfter ? ' …' : ''}`
    lines.push(textWord('context', language, whole))
  }
  if (facts.themes.length > 0)
    lines.push(`${words.themes}: ${facts.themes.map((id) => themeName(themes, id)).join('; ')}`)
  if (options.quality && facts.quality.length > 0)
    lines.push(`${words.quality}: ${facts.quality.map((mark) => words.marks[mark]).join('; ')}`)
  if (facts.earlier !== null) lines.push(textWord('earlier', language, facts.earlier.slice(0, 10)))
  if (options.renderings !== 'none')
    for (const { document, text } of facts.renderings)
      lines.push(`${versionName(documents.get(document), words)}: ${text || words.leftOut}`)
  if (options.memos !== 'none' && facts.plainMemo !== '') lines.push(`${words.memo}: ${facts.plainMemo}`)
  return lines.filter((line) => line !== '').join('\n')
}
