import type { AlignedWork } from '../../aligned/aligned-work'
import { defineFormat } from '../../format'
import { writeHeader } from '../../tei/tei-header'
import { teiIds, teiNamespace } from '../../tei/tei-ids'
import type { NamedStretch } from '../../tei/tei-inline'
import { linksOf, sentenceId, writeStandOff } from '../../tei/tei-stand-off'
import { writeText } from '../../tei/tei-text'
import { XmlDocument } from '../../xml/xml-tree'

/**
 * The versions of a work as TEI P5, valid against TEI All: a `group` with a `text` for each, whole and in its own blocks.
 * What says the same is joined by a `linkGrp` of the sentences' names, which the Guidelines give for correspondence and
 * alignment (17.4); an apparatus with readings would need one order and one division for all versions.
 */
export const workTei = defineFormat({
  id: 'tei',
  of: 'work',
  extension: 'xml',
  group: 'exchange',
  label: { en: 'TEI P5', 'zh-CN': 'TEI P5' },
  hint: {
    en: 'For digital editions: each version whole, its sentences linked to those of the others.',
    'zh-CN': '用于数字版本：各版本完整保留，句子与其他版本相互链接。'
  },
  options: [],
  preview: 'text',
  async write(model, _options, sink) {
    const { work } = model
    const file = new XmlDocument({
      name: 'TEI',
      namespace: teiNamespace,
      attributes: { 'xml:id': teiIds.edition }
    })
    file.root.line()
    writeHeader(file.root, {
      ...model,
      title: work.title,
      documents: work.versions,
      hasFurniture: work.versions.some(({ furniture }) => furniture.length > 0)
    })
    const named = namedSentences(work)
    const group = file.root.line().add('text').add('group')
    const annotations = work.versions.map(({ id }) => model.annotations.get(id) ?? [])
    for (const [at, document] of work.versions.entries()) {
      sink.signal.throwIfAborted()
      const sentences = (named[at] ?? []).flat().sort((a, b) => a.start - b.start)
      writeText(group.line(), {
        document,
        blocks: work.blocks[at] ?? [],
        annotations: annotations[at] ?? [],
        sentences
      })
    }
    group.line()
    file.root.line()
    sink.signal.throwIfAborted()
    const ids = named.map((rows) => rows.map((row) => row.map(({ id }) => id)))
    writeStandOff(file.root, { annotations: annotations.flat(), memos: [], links: linksOf(work, ids) })
    await sink.write(file.end())
    if (file.replaced > 0) sink.leftOut('charactersReplaced', file.replaced)
  }
})

/** For each version and row its sentences by name; they are numbered in the order of their text. */
function namedSentences({ versions, rows }: AlignedWork): NamedStretch[][][] {
  return versions.map((_, at) => {
    const own = rows.map((row) =>
      (row.sentences[at] ?? []).map((words, k) => {
        const start = row.starts[at]?.[k] ?? 0
        return { start, end: start + words.length }
      })
    )
    const order = own.flat().sort((a, b) => a.start - b.start)
    const numbers = new Map(order.map((each, index) => [each, index + 1]))
    return own.map((row) => row.map((each) => ({ ...each, id: sentenceId(at + 1, numbers.get(each) ?? 0) })))
  })
}
