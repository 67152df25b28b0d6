import { defineFormat } from '../../format'

/** An annotated text for LibreOffice: the same pages as in Word. */
export const documentAsOdt = defineFormat({
  id: 'odt',
  of: 'document',
  extension: 'odt',
  group: 'show',
  label: { en: 'OpenDocument (.odt)', 'zh-CN': 'OpenDocument（.odt）' },
  hint: {
    en: 'The text with its highlights, themes and memos as comments, for LibreOffice.',
    'zh-CN': '带标注的文本，主题和备忘写为批注，供 LibreOffice 使用。'
  },
  options: ['memos', 'quality', 'contents', 'furniture', 'doubtful', 'coders', 'language'],
  preview: 'docx',
  previewFormat: 'docx',
  async write(model, options, sink) {
    const { documentLayout } = await import('../../layout/document-layout')
    const { writeOdt } = await import('../../odf/write-odt')
    if (model.unsettled > 0) sink.leftOut('unsettled', model.unsettled)
    await writeOdt(documentLayout(model, options), sink)
  }
})
