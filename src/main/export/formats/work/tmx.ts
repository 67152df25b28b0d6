import type { AlignedWork } from '../../aligned/aligned-work'
import { defineFormat } from '../../format'
import type { XmlNode } from '../../xml/xml-tree'

/**
 * A translation memory (TMX 1.4b, valid against its DTD): a unit for each row in which two versions or more say something,
 * each variant with the version that it is of, and the confidence and origin of its link to the base.
 */
export const workTmx = defineFormat({
  id: 'tmx',
  of: 'work',
  extension: 'tmx',
  group: 'exchange',
  label: { en: 'Translation memory (TMX)', 'zh-CN': '翻译记忆库（TMX）' },
  hint: {
    en: 'For translation programs: what the versions say in each row, with confidence.',
    'zh-CN': '用于翻译软件：各版本逐行的对应文字及置信度。'
  },
  options: [],
  preview: 'text',
  async write({ work, page }, _options, sink) {
    const { XmlDocument } = await import('../../xml/xml-tree')
    const file = new XmlDocument({ name: 'tmx', dtd: 'tmx14.dtd', attributes: { version: '1.4' } })
    const header = file.root.line().add('header', {
      creationtool: 'Variorum',
      creationtoolversion: page.version,
      segtype: 'block',
      'o-tmf': 'Variorum',
      adminlang: 'en',
      srclang: work.versions[0]?.language ?? '*all*',
      datatype: 'plaintext',
      creationdate: page.made.replace(/[-:]/g, '').replace(/\.\d+/, '')
    })
    header.add('note').text(`${page.project}, ${page.change}`)
    header.add('prop', { type: 'title' }).text(work.title)
    const body = file.root.line().add('body')
    let alone = 0
    for (const [index, row] of work.rows.entries()) {
      if (index % rowsPerLook === 0) sink.signal.throwIfAborted()
      if (row.texts.filter((each) => each !== '').length < 2) alone++
      else writeUnit(body.line(), work, row, index + 1)
    }
    body.line()
    file.root.line()
    await sink.write(file.end())
    if (alone > 0) sink.leftOut('rowsOfOneVersion', alone)
    if (file.replaced > 0) sink.leftOut('charactersReplaced', file.replaced)
  }
})

/** Whether the export is cancelled is looked at after so many rows. */
const rowsPerLook = 500

function writeUnit(
  body: XmlNode,
  { versions }: AlignedWork,
  row: AlignedWork['rows'][number],
  number: number
) {
  const unit = body.add('tu', { tuid: String(number) })
  for (const [at, version] of versions.entries()) {
    const text = row.texts[at] ?? ''
    if (text === '') continue
    const variant = unit.add('tuv', { 'xml:lang': version.language })
    const prop = (type: string, words: string) => variant.add('prop', { type }).text(words)
    prop('x-version', version.title)
    prop('x-document', version.id)
    prop('x-rendering', version.rendering)
    const sure = row.confidence[at] ?? null
    if (sure !== null) {
      prop('x-confidence', String(sure))
      prop('x-origin', row.byHand[at] ? 'hand' : 'auto')
    }
    variant.add('seg').text(text)
  }
}
