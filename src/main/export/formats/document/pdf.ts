import { defineFormat } from '../../format'
import { documentPage } from '../../html/document-page'
import { printPage } from '../../print-page'

export const documentPdf = defineFormat({
  id: 'pdf',
  of: 'document',
  extension: 'pdf',
  group: 'show',
  label: { en: 'Annotated text, PDF', 'zh-CN': '带标注的文本（PDF）' },
  hint: {
    en: 'The text with its highlights, bars and notes as pages to read and to print.',
    'zh-CN': '带划线、主题竖条和注释的全文，供阅读和打印。'
  },
  options: ['memos', 'quality', 'contents', 'furniture', 'doubtful', 'coders', 'language'],
  preview: 'pdf',
  async write(model, options, sink) {
    if (model.unsettled > 0) sink.leftOut('unsettled', model.unsettled)
    await printPage(sink, model.language, documentPage(model, options))
  }
})
