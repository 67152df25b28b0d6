import { defineFormat } from '../../format'
import { referencesOf } from '../../references/cited-references'
import { risText } from '../../references/ris'

export const ris = defineFormat({
  id: 'ris',
  of: 'excerpts',
  extension: 'ris',
  group: 'exchange',
  label: { en: 'RIS', 'zh-CN': 'RIS' },
  hint: {
    en: 'The bibliography of the works cited, for EndNote, Mendeley, NoteExpress and others.',
    'zh-CN': '所引文献的书目，供 EndNote、Mendeley、NoteExpress 等软件使用。'
  },
  options: ['language'],
  preview: 'text',
  async write(model, _options, sink) {
    await sink.write(risText(await referencesOf(model)))
  }
})
