import { defineFormat } from '../../format'
import { writePieces } from '../../write-pieces'

/** The report on the quotations of a manuscript as one page that needs nothing else. */
export const quotationsAsHtml = defineFormat({
  id: 'html',
  of: 'quotations',
  extension: 'html',
  group: 'write',
  label: { en: 'Web page', 'zh-CN': '网页' },
  hint: {
    en: 'One file that every browser opens and prints: each quotation beside what the text says.',
    'zh-CN': '一个文件，任何浏览器都可打开和打印：每处引文与原文对照。'
  },
  options: ['language'],
  preview: 'html',
  async write(model, _, sink) {
    const { quotationsPage } = await import('../../html/quotations-page')
    await writePieces(sink, quotationsPage(model))
  }
})
