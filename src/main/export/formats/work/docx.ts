import { defineFormat } from '../../format'

/** Versions of a work for Word: one table on pages across. */
export const workAsDocx = defineFormat({
  id: 'docx',
  of: 'work',
  extension: 'docx',
  group: 'write',
  label: { en: 'Word (.docx)', 'zh-CN': 'Word（.docx）' },
  hint: {
    en: 'Versions side by side in one table, for Word.',
    'zh-CN': '各版本并列于一个表格，供 Word 使用。'
  },
  options: ['differences', 'language'],
  preview: 'docx',
  async write(model, options, sink) {
    const { writeDocx } = await import('../../docx/write-docx')
    const { workLayout } = await import('../../layout/work-layout')
    await writeDocx(workLayout(model, options), sink)
  }
})
