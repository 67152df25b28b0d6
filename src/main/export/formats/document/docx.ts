import { defineFormat } from '../../format'

/** An annotated text for Word: highlights as shading in their themes' colours, themes and memos as comments. */
export const documentAsDocx = defineFormat({
  id: 'docx',
  of: 'document',
  extension: 'docx',
  group: 'show',
  label: { en: 'Word (.docx)', 'zh-CN': 'Word（.docx）' },
  hint: {
    en: 'The text with its highlights, themes and memos as comments, for Word.',
    'zh-CN': '带标注的文本，主题和备忘写为批注，供 Word 使用。'
  },
  options: ['memos', 'quality', 'contents', 'furniture', 'doubtful', 'coders', 'language'],
  preview: 'docx',
  async write(model, options, sink) {
    const { writeDocx } = await import('../../docx/write-docx')
    const { documentLayout } = await import('../../layout/document-layout')
    if (model.unsettled > 0) sink.leftOut('unsettled', model.unsettled)
    await writeDocx(documentLayout(model, options), sink)
  }
})
