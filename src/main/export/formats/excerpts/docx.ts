import { defineFormat } from '../../format'

/** A document for Word: quotations with their notes, ready to be taken into a text of one's own. */
export const excerptsAsDocx = defineFormat({
  id: 'docx',
  of: 'excerpts',
  extension: 'docx',
  group: 'write',
  label: { en: 'Word (.docx)', 'zh-CN': 'Word（.docx）' },
  hint: {
    en: 'Quotations with footnotes, memos and a bibliography, for Word and all that opens its files.',
    'zh-CN': '带脚注、备忘和参考文献的引文，供 Word 及能打开其文件的程序使用。'
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
    'liveCitations',
    'contents'
  ],
  preview: 'docx',
  async write(model, options, sink) {
    const { writeDocx } = await import('../../docx/write-docx')
    const { zoteroPreferences } = await import('../../docx/zotero')
    const { excerptsLayout } = await import('../../layout/excerpts-layout')
    const isLive = options.liveCitations && options.citations !== 'none'
    const locale = model.language === 'en' ? 'en-US' : 'zh-CN'
    await writeDocx(
      excerptsLayout(model, options),
      sink,
      isLive
        ? {
            documents: model.documents,
            preferences: zoteroPreferences(options.style, locale, options.citations === 'notes')
          }
        : null
    )
  }
})
