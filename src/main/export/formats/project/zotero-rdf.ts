import { defineFormat } from '../../format'
import { referencesOf } from '../../references/cited-references'

export const zoteroRdf = defineFormat({
  id: 'zotero-rdf',
  of: 'project',
  extension: 'rdf',
  group: 'exchange',
  label: { en: 'Zotero RDF', 'zh-CN': 'Zotero RDF' },
  hint: {
    en: 'The bibliography of all documents, with all that Zotero keeps of a work.',
    'zh-CN': '全部文献的书目，保留 Zotero 能记录的全部字段。'
  },
  options: ['language'],
  preview: 'text',
  async write(model, _options, sink) {
    const { zoteroRdf: zoteroRdfText } = await import('../../references/zotero-rdf')
    await sink.write(zoteroRdfText(await referencesOf(model)))
  }
})
