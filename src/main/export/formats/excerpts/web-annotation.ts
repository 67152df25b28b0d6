import type { ExcerptRecord } from '../../../../shared/export/excerpt-record'
import type { AnnotationId, ContentHash } from '../../../../shared/model/ids'
import { utf16 } from '../../../../shared/model/span'
import { EntityGuids } from '../../../project/entity-guid'
import { defineFormat, type ExcerptsModel } from '../../format'
import { tellLeftOut } from '../../left-out'
import { AnnotationMaker } from '../../web-annotation/annotation'
import { webAnnotationInfo } from '../../web-annotation/info'
import { type IndexedText, indexedText, type Selected, selectedIn } from '../../web-annotation/passage'
import { writeCollection } from '../../web-annotation/write-collection'

export const excerptsToWebAnnotation = defineFormat({
  ...webAnnotationInfo,
  of: 'excerpts',
  async write(model, _options, sink) {
    const guids = new EntityGuids(model.info.id)
    const counts = { parallels: 0 }
    await writeCollection(annotationsOf(model, guids, counts), model.page, guids, sink)
    tellLeftOut(sink, counts)
  }
})

/** Under headings of themes the same texts come up again and again: so many are kept at a time. */
const mostTexts = 50

/** Each excerpt once, however many headings it stands under. */
async function* annotationsOf(
  model: ExcerptsModel,
  guids: EntityGuids,
  counts: { parallels: number }
): AsyncIterable<object> {
  const maker = new AnnotationMaker(model, guids)
  const written = new Set<AnnotationId>()
  const texts = new Map<ContentHash, IndexedText>()
  for await (const item of model.items()) {
    if (item.kind !== 'excerpt' || written.has(item.excerpt.id)) continue
    const { excerpt } = item
    written.add(excerpt.id)
    const document = model.documents.get(excerpt.document)
    if (!document) continue
    if (excerpt.parallel !== null) counts.parallels++
    const text = texts.get(excerpt.revision) ?? indexedText(await model.contents.text(excerpt.revision))
    if (texts.size >= mostTexts) texts.clear()
    texts.set(excerpt.revision, text)
    yield maker.of(excerpt, document, selectionOf(excerpt, text))
  }
}

/** What has been found in an earlier state of its text alone goes by its words. */
function selectionOf(excerpt: ExcerptRecord, text: IndexedText): Selected {
  const { start, end, quote, earlier } = excerpt
  const selected = selectedIn(text, { start: utf16(start), end: utf16(end), exact: quote })
  return earlier === null ? selected : { ...selected, place: null }
}
