import { defineFormat } from '../../format'

/** The codebook for LibreOffice and other programs of the open format: the same pages as in Word. */
export const codebookAsOdt = defineFormat({
  id: 'odt',
  of: 'codebook',
  extension: 'odt',
  group: 'write',
  label: { en: 'OpenDocument (.odt)', 'zh-CN': 'OpenDocument（.odt）' },
  hint: {
    en: 'Every theme with its rules, example and counts, for LibreOffice.',
    'zh-CN': '每个主题及其规则、示例和计数，供 LibreOffice 使用。'
  },
  options: ['memos', 'language', 'contents'],
  preview: 'docx',
  previewFormat: 'docx',
  async write(model, options, sink) {
    const { codebookLayout } = await import('../../layout/codebook-layout')
    const { writeOdt } = await import('../../odf/write-odt')
    await writeOdt(codebookLayout(model, options), sink)
  }
})
