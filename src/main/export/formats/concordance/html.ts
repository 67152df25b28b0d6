import { defineFormat } from '../../format'
import { writePieces } from '../../write-pieces'

export const linesHtml = defineFormat({
  id: 'html',
  of: 'concordance',
  extension: 'html',
  group: 'write',
  label: { en: 'Web page', 'zh-CN': '网页' },
  hint: {
    en: 'The lines under one another on a page that every browser opens and prints.',
    'zh-CN': '索引行逐行排列的网页，任何浏览器都可打开和打印。'
  },
  options: ['language'],
  preview: 'html',
  async write(model, _, sink) {
    const { linesPage } = await import('../../html/lines-page')
    await writePieces(sink, linesPage(model))
  }
})
