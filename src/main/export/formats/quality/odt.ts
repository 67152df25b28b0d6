import { defineFormat } from '../../format'

/** The same for LibreOffice and all that opens OpenDocument. */
export const qualityAsOdt = defineFormat({
  id: 'odt',
  of: 'quality',
  extension: 'odt',
  group: 'write',
  label: { en: 'OpenDocument (.odt)', 'zh-CN': 'OpenDocument（.odt）' },
  hint: {
    en: 'The report for LibreOffice and all that opens its files.',
    'zh-CN': '供 LibreOffice 及能打开其文件的程序使用的报告。'
  },
  options: ['language'],
  preview: 'docx',
  previewFormat: 'docx',
  async write(model, _, sink) {
    const { writeOdt } = await import('../../odf/write-odt')
    const { qualityLayout } = await import('../../layout/quality-layout')
    await writeOdt(qualityLayout(model), sink)
  }
})
