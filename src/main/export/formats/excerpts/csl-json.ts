import { defineFormat } from '../../format'
import { referencesOf } from '../../references/cited-references'

export const cslJson = defineFormat({
  id: 'csl-json',
  of: 'excerpts',
  extension: 'json',
  group: 'exchange',
  label: { en: 'CSL-JSON', 'zh-CN': 'CSL-JSON' },
  hint: {
    en: 'The bibliography of the works cited, for pandoc and citation processors.',
    'zh-CN': '所引文献的书目，供 pandoc 和引文处理程序使用。'
  },
  options: ['language'],
  preview: 'text',
  async write(model, _options, sink) {
    const items = (await referencesOf(model)).map(({ item, key }) => ({ ...item, 'citation-key': key }))
    await sink.write(`${JSON.stringify(items, null, 2)}\n`)
  }
})
