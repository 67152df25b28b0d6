import { defineFormat } from '../../format'

/** One text with its highlights as TEI P5, valid against TEI All. */
export const documentTei = defineFormat({
  id: 'tei',
  of: 'document',
  extension: 'xml',
  group: 'exchange',
  label: { en: 'TEI P5', 'zh-CN': 'TEI P5' },
  hint: {
    en: 'For digital editions: header, text, highlights and codebook beside the text.',
    'zh-CN': '用于数字版本：文件头、正文，以及置于正文之外的标注和编码本。'
  },
  options: [],
  preview: 'text',
  async write(model, _options, sink) {
    const { writeHeader } = await import('../../tei/tei-header')
    const { teiIds, teiNamespace } = await import('../../tei/tei-ids')
    const { writeStandOff } = await import('../../tei/tei-stand-off')
    const { writeText } = await import('../../tei/tei-text')
    const { XmlDocument } = await import('../../xml/xml-tree')
    const { document, text, annotations, memos, page } = model
    const file = new XmlDocument({
      name: 'TEI',
      namespace: teiNamespace,
      attributes: { 'xml:id': teiIds.edition }
    })
    file.root.line()
    writeHeader(file.root, {
      ...model,
      title: document.title,
      documents: [document],
      hasFurniture: document.furniture.length > 0,
      page
    })
    file.root.line()
    sink.signal.throwIfAborted()
    writeText(file.root, { document, blocks: text.blocks, annotations, sentences: [] })
    file.root.line()
    sink.signal.throwIfAborted()
    writeStandOff(file.root, { annotations, memos, links: [] })
    await sink.write(file.end())
    if (model.unsettled > 0) sink.leftOut('unsettledPassages', model.unsettled)
    if (file.replaced > 0) sink.leftOut('charactersReplaced', file.replaced)
  }
})
