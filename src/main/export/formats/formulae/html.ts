import { defineFormat } from '../../format'
import { writePieces } from '../../write-pieces'

/** The register as one page that needs nothing else. */
export const formulaeAsHtml = defineFormat({
  id: 'html',
  of: 'formulae',
  extension: 'html',
  group: 'write',
  label: { en: 'Glossary as a web page', 'zh-CN': '网页词汇表' },
  hint: {
    en: 'One file that every browser opens and prints: every formula with its accepted renderings.',
    'zh-CN': '一个文件，任何浏览器都可打开和打印：每条提法及其已接受的译法。'
  },
  options: ['memos', 'language'],
  preview: 'html',
  async write(model, options, sink) {
    const { glossaryPage } = await import('../../html/glossary-page')
    await writePieces(sink, glossaryPage(model, options))
  }
})
