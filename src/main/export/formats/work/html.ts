import { defineFormat } from '../../format'
import { writePieces } from '../../write-pieces'

export const workHtml = defineFormat({
  id: 'html',
  of: 'work',
  extension: 'html',
  group: 'write',
  label: { en: 'Web page', 'zh-CN': '网页' },
  hint: {
    en: 'The versions side by side as one plain table that every browser opens and prints.',
    'zh-CN': '各版本并排为一张表格，任何浏览器都可打开和打印。'
  },
  options: ['language'],
  preview: 'html',
  async write(model, _options, sink) {
    const { workPage } = await import('../../html/work-page')
    await writePieces(sink, workPage(model))
  }
})
