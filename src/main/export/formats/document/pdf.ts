import { defineFormat } from '../../format'

export const documentPdf = defineFormat({
  id: 'pdf',
  of: 'document',
  extension: 'pdf',
  group: 'show',
  label: { en: 'Annotated text, PDF', 'zh-CN': '带标注的文本（PDF）' },
  hint: {
    en: 'The text with its highlights, bars and notes as pages to read and to print.',
    'zh-CN': '带标注、主题竖条和注释的全文，供阅读和打印。'
  },
  options: ['memos', 'quality', 'contents', 'furniture', 'doubtful', 'coders', 'language'],
  preview: 'pdf',
  async write(model, options, sink) {
    const { documentPage } = await import('../../html/document-page')
    const { printPage } = await import('../../print-page')
    if (model.unsettled > 0) sink.leftOut('unsettled', model.unsettled)
    await printPage(sink, model.language, documentPage(model, options))
  }
})
