import { defineFormat } from '../../format'

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
  async write(model, _, sink) {
    const { writeDocx } = await import('../../docx/write-docx')
    const { linesLayout } = await import('../../layout/lines-layout')
    await writeDocx(linesLayout(model), sink)
  }
})
