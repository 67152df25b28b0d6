import { defineFormat } from '../../format'

/** The register as a glossary for Word. */
export const formulaeAsDocx = defineFormat({
  id: 'docx',
  of: 'formulae',
  extension: 'docx',
  group: 'write',
  label: { en: 'Glossary for Word (.docx)', 'zh-CN': 'Word 词汇表（.docx）' },
  hint: {
    en: 'Every formula with its meaning and its accepted renderings, as an appendix has it.',
    'zh-CN': '每条提法及其含义和已接受的译法，可作附录。'
  },
  options: ['memos', 'language', 'contents'],
  preview: 'docx',
  async write(model, options, sink) {
    const { writeDocx } = await import('../../docx/write-docx')
    const { glossaryLayout } = await import('../../layout/glossary-layout')
    await writeDocx(glossaryLayout(model, options), sink)
  }
})
