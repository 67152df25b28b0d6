import { type AlignedFormat, exportAligned } from './aligned/export-aligned'
import { defineFormat, type ExportFormat } from './format'

/** The writers of before, called by the registry until each has its own file. */

const names = {
  tmx: { en: 'Translation memory (TMX)', 'zh-CN': '翻译记忆库（TMX）' },
  xml: { en: 'Scholarly edition (TEI)', 'zh-CN': '学术版本（TEI）' }
} as const

export const oldWorkFormats: readonly ExportFormat<'work'>[] = (
  ['tmx', 'xml'] as const satisfies readonly AlignedFormat[]
).map((id) =>
  defineFormat({
    id,
    of: 'work',
    extension: id,
    group: 'exchange',
    label: names[id],
    hint: names[id],
    options: [],
    preview: 'text',
    write: async ({ work, words, page }, _options, sink) =>
      sink.write(exportAligned(id, work, words, page.version))
  })
)
