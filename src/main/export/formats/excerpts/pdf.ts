import { defineFormat } from '../../format'

export const excerptsPdf = defineFormat({
  id: 'pdf',
  of: 'excerpts',
  extension: 'pdf',
  group: 'write',
  label: { en: 'PDF', 'zh-CN': 'PDF' },
  hint: {
    en: 'Pages to read and to print, with bookmarks, page numbers and words that can be searched.',
    'zh-CN': '供阅读和打印的页面，含书签、页码，文字可检索。'
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
  preview: 'pdf',
  async write(model, options, sink) {
    const { excerptsPage } = await import('../../html/excerpts-page')
    const { printPage } = await import('../../print-page')
    await printPage(sink, model.language, excerptsPage(model, options))
  }
})
