import { codebookNamespace, ownOrigin } from '../../../../shared/interchange/refi/origin'
import { EntityGuids } from '../../../project/entity-guid'
import { defineFormat } from '../../format'
import { tellLeftOut } from '../../left-out'

export const refiQdc = defineFormat({
  id: 'refi-qdc',
  of: 'codebook',
  extension: 'qdc',
  group: 'exchange',
  label: { en: 'REFI-QDA codebook (.qdc)', 'zh-CN': 'REFI-QDA 编码本（.qdc）' },
  hint: {
    en: 'For ATLAS.ti, MAXQDA, NVivo, QualCoder and others: themes with colours and definitions, groups as sets.',
    'zh-CN': '供 ATLAS.ti、MAXQDA、NVivo、QualCoder 等使用：主题及其颜色和定义，分组作为集合。'
  },
  options: ['language'],
  preview: 'text',
  async write(model, _options, sink) {
    const { namedCodes, writeCodes, writeSets } = await import('../../refi/write-codebook')
    const { XmlStream } = await import('../../refi/xml-stream')
    const guids = new EntityGuids(model.info.id)
    const codes = namedCodes(model, guids, null)
    if (codes.length === 0)
      throw new Error('a REFI-QDA codebook holds at least one code, and there are no themes')
    const xml = new XmlStream()
    xml.root(codebookNamespace, 'CodeBook', { origin: ownOrigin(model.page.version) })
    writeCodes(xml, codes, model.language)
    writeSets(xml, model, guids, 'guid')
    xml.end()
    await sink.write(xml.take())
    const onThemes = model.memos.filter(({ about }) => about.kind === 'theme').length
    tellLeftOut(sink, { themeMemos: onThemes })
  }
})
