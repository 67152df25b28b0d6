import { defineFormat } from '../../format'

/** A document for LibreOffice and other programs of the open format: the same pages as in Word. */
export const excerptsAsOdt = defineFormat({
  id: 'odt',
  of: 'excerpts',
  extension: 'odt',
  group: 'write',
  label: { en: 'OpenDocument (.odt)', 'zh-CN': 'OpenDocument（.odt）' },
  hint: {
    en: 'Quotations with footnotes, memos and a bibliography, for LibreOffice and all that opens its files.',
    'zh-CN': '带脚注、备忘和参考文献的引文，供 LibreOffice 及能打开其文件的程序使用。'
  },
  options: [
    'group',
    'sort',
    'context',
    'memos',
    'quality',
    'furniture',
    'doubtful',
    'renderings',
    'differences',
    'coders',
    'citations',
    'style',
    'language',
    'bibliography',
    'contents'
  ],
  preview: 'docx',
  previewFormat: 'docx',
  async write(model, options, sink) {
    const { excerptsLayout } = await import('../../layout/excerpts-layout')
    const { writeOdt } = await import('../../odf/write-odt')
    await writeOdt(excerptsLayout(model, options), sink)
  }
})
