import { defineFormat } from '../../format'
import { inTurns } from '../../in-turns'
import { writePieces } from '../../write-pieces'

export const workEdition = defineFormat({
  id: 'edition',
  of: 'work',
  extension: 'html',
  group: 'show',
  label: { en: 'Reading edition', 'zh-CN': '对照阅读版' },
  hint: {
    en: 'The versions side by side in one file that anybody can open and search, without the app.',
    'zh-CN': '各版本并排于一个文件中，无需本应用，任何人都可打开和检索。'
  },
  options: ['memos', 'quality', 'doubtful', 'coders', 'language'],
  preview: 'html',
  async write(model, options, sink) {
    const { editionPage } = await import('../../edition/edition-page')
    await writePieces(sink, inTurns(editionPage(model, options)))
  }
})
