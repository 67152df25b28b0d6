import { defineFormat } from '../../format'
import { writePieces } from '../../write-pieces'

/** A report on the wording of a version as one page. */
export const qualityAsHtml = defineFormat({
  id: 'html',
  of: 'quality',
  extension: 'html',
  group: 'write',
  label: { en: 'Web page (HTML)', 'zh-CN': '网页（HTML）' },
  hint: {
    en: 'One file that every browser opens and prints.',
    'zh-CN': '一个文件，任何浏览器都可打开和打印。'
  },
  options: ['language'],
  preview: 'html',
  async write(model, _, sink) {
    const { qualityPage } = await import('../../html/quality-page')
    await writePieces(sink, qualityPage(model))
  }
})
