import { defineFormat } from '../../format'
import { writePieces } from '../../write-pieces'

export const excerptsHtml = defineFormat({
  id: 'html',
  of: 'excerpts',
  extension: 'html',
  group: 'write',
  label: { en: 'Web page', 'zh-CN': '网页' },
  hint: {
    en: 'One file that every browser opens and prints, with notes, renderings and bibliography.',
    'zh-CN': '一个文件，任何浏览器都可打开和打印，含注释、各译文和参考文献。'
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
    'contents',
    'doubtful',
    'furniture',
    'coders'
  ],
  preview: 'html',
  async write(model, options, sink) {
    const { excerptsPage } = await import('../../html/excerpts-page')
    await writePieces(sink, excerptsPage(model, options))
  }
})
