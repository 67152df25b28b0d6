import { defineFormat } from '../../format'
import { writePieces } from '../../write-pieces'

/** The codebook as one page that needs nothing else. */
export const codebookAsHtml = defineFormat({
  id: 'html',
  of: 'codebook',
  extension: 'html',
  group: 'write',
  label: { en: 'Web page', 'zh-CN': '网页' },
  hint: {
    en: 'One file that every browser opens and prints: every theme with its rules.',
    'zh-CN': '一个文件，任何浏览器都可打开和打印：每个主题及其规则。'
  },
  options: ['language'],
  preview: 'html',
  async write(model, _, sink) {
    const { codebookPage } = await import('../../html/codebook-page')
    await writePieces(sink, codebookPage(model))
  }
})
