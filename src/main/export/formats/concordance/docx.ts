import { writeDocx } from '../../docx/write-docx'
import { defineFormat } from '../../format'
import { linesLayout } from '../../layout/lines-layout'

/** The lines of a concordance for Word: the hit in the middle, on pages across. */
export const linesAsDocx = defineFormat({
  id: 'docx',
  of: 'concordance',
  extension: 'docx',
  group: 'write',
  label: { en: 'Word (.docx)', 'zh-CN': 'Word（.docx）' },
  hint: {
    en: 'The lines under one another with the hit in the middle, for Word.',
    'zh-CN': '索引行逐行排列，匹配处居中，供 Word 使用。'
  },
  options: ['language'],
  preview: 'docx',
  write: (model, _, sink) => writeDocx(linesLayout(model), sink)
})
