import { writeDocx } from '../../docx/write-docx'
import { defineFormat } from '../../format'
import { workLayout } from '../../layout/work-layout'

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
  write: (model, options, sink) => writeDocx(workLayout(model, options), sink)
})
