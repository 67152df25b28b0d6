import { writeDocx } from '../../docx/write-docx'
import { defineFormat } from '../../format'
import { codebookLayout } from '../../layout/codebook-layout'

/** The codebook for Word: every theme with its rules, as an appendix has it. */
export const codebookAsDocx = defineFormat({
  id: 'docx',
  of: 'codebook',
  extension: 'docx',
  group: 'write',
  label: { en: 'Word (.docx)', 'zh-CN': 'Word（.docx）' },
  hint: {
    en: 'Every theme with its rules, example and counts, for Word.',
    'zh-CN': '每个主题及其规则、示例和计数，供 Word 使用。'
  },
  options: ['memos', 'language', 'contents'],
  preview: 'docx',
  write: (model, options, sink) => writeDocx(codebookLayout(model, options), sink)
})
