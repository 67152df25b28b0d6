import { defineFormat } from '../../format'
import { workLayout } from '../../layout/work-layout'
import { writeOdt } from '../../odf/write-odt'

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
  write: (model, options, sink) => writeOdt(workLayout(model, options), sink)
})
