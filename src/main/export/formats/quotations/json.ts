import { plainText } from '../../../../shared/export/rich-text'
import { defineFormat } from '../../format'

/** The name of the form, with the number of its version: programs look at it before they read on. */
const schema = 'variorum-quotations/1'

/** All that was found out of the quotations of a manuscript, as one JSON document: a quotation a line. */
export const quotationsAsJson = defineFormat({
  id: 'json',
  of: 'quotations',
  extension: 'json',
  group: 'count',
  label: { en: 'JSON', 'zh-CN': 'JSON' },
  hint: {
    en: 'For scripts: each quotation with all its places and differences.',
    'zh-CN': '用于脚本：每处引文及其所有出处和差异。'
  },
  options: [],
  preview: 'text',
  async write({ report, page, info, documents }, _, sink) {
    const { name, unpaired, texts, unread, style } = report
    const head = {
      schema,
      manuscript: name,
      project: { id: info.id, name: info.name },
      made: page.made,
      change: report.change,
      generator: `Variorum ${page.version}`,
      style,
      texts,
      unread,
      unpaired
    }
    const entries = Object.entries(head)
    await sink.write(
      `{\n${entries.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)},\n`).join('')}`
    )
    await sink.write('"quotations": [')
    for (const [at, { places, ...quotation }] of report.quotations.entries()) {
      const line = {
        ...quotation,
        text: report.text.slice(quotation.start, quotation.end),
        places: places.map(({ cited, ...place }) => ({
          ...place,
          title: documents.get(place.document)?.title ?? '',
          citation: plainText(cited)
        }))
      }
      await sink.write(`${at === 0 ? '' : ','}\n${JSON.stringify(line)}`)
    }
    await sink.write('\n]\n}\n')
  }
})
