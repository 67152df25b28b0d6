import { defineFormat } from '../../format'
import { writePieces } from '../../write-pieces'

export const documentHtml = defineFormat({
  id: 'html',
  of: 'document',
  extension: 'html',
  group: 'show',
  label: { en: 'Annotated text, web page', 'zh-CN': '带标注的文本（网页）' },
  hint: {
    en: 'The text with its highlights, themes as bars in the margin, and memos as notes. One file.',
    'zh-CN': '带标注的全文，主题为页边竖条，备忘为注释。一个文件。'
  },
  options: ['memos', 'quality', 'contents', 'furniture', 'doubtful', 'coders', 'language'],
  preview: 'html',
  async write(model, options, sink) {
    const { documentPage } = await import('../../html/document-page')
    if (model.unsettled > 0) sink.leftOut('unsettled', model.unsettled)
    await writePieces(sink, documentPage(model, options))
  }
})
