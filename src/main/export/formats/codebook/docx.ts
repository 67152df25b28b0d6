import { defineFormat } from '../../format'

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
  async write(model, options, sink) {
    const { writeDocx } = await import('../../docx/write-docx')
    const { codebookLayout } = await import('../../layout/codebook-layout')
    await writeDocx(codebookLayout(model, options), sink)
  }
})
