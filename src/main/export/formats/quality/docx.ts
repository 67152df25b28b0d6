import { defineFormat } from '../../format'

/** A report on the wording of a version for Word. */
export const qualityAsDocx = defineFormat({
  id: 'docx',
  of: 'quality',
  extension: 'docx',
  group: 'write',
  label: { en: 'Word (.docx)', 'zh-CN': 'Word（.docx）' },
  hint: {
    en: 'What is confirmed and what waits to be decided, each beside the other version.',
    'zh-CN': '已确认和待定的问题，各附对照版本的文字。'
  },
  options: ['language'],
  preview: 'docx',
  async write(model, _, sink) {
    const { writeDocx } = await import('../../docx/write-docx')
    const { qualityLayout } = await import('../../layout/quality-layout')
    await writeDocx(qualityLayout(model), sink)
  }
})
