import { defineFormat } from '../../format'
import { codebookLayout } from '../../layout/codebook-layout'
import { writeOdt } from '../../odf/write-odt'

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
  write: (model, options, sink) => writeOdt(codebookLayout(model, options), sink)
})
