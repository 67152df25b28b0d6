import { defineFormat } from '../../format'

/** Versions of a work for LibreOffice: the same table as in Word. */
export const workAsOdt = defineFormat({
  id: 'odt',
  of: 'work',
  extension: 'odt',
  group: 'write',
  label: { en: 'OpenDocument (.odt)', 'zh-CN': 'OpenDocument（.odt）' },
  hint: {
    en: 'Versions side by side in one table, for LibreOffice.',
    'zh-CN': '各版本并列于一个表格，供 LibreOffice 使用。'
  },
  options: ['differences', 'language'],
  preview: 'docx',
  previewFormat: 'docx',
  async write(model, options, sink) {
    const { workLayout } = await import('../../layout/work-layout')
    const { writeOdt } = await import('../../odf/write-odt')
    await writeOdt(workLayout(model, options), sink)
  }
})
