import { defineFormat } from '../../format'

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
    const { writeHeader } = await import('../../tei/tei-header')
    const { teiIds, teiNamespace } = await import('../../tei/tei-ids')
    const { namedSentences } = await import('../../tei/named-sentences')
    const { linksOf, writeStandOff } = await import('../../tei/tei-stand-off')
    const { writeText } = await import('../../tei/tei-text')
    const { XmlDocument } = await import('../../xml/xml-tree')
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
