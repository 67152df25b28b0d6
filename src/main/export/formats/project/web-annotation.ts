import { currentText } from '../../../../shared/model/current-text'
import { EntityGuids } from '../../../project/entity-guid'
import { defineFormat, type ProjectModel } from '../../format'
import { tellLeftOut } from '../../left-out'
import { AnnotationMaker } from '../../web-annotation/annotation'
import { webAnnotationInfo } from '../../web-annotation/info'
import { indexedText, selectedIn } from '../../web-annotation/passage'
import { writeCollection } from '../../web-annotation/write-collection'

export const projectToWebAnnotation = defineFormat({
  ...webAnnotationInfo,
  of: 'project',
  async write(model, _options, sink) {
    const guids = new EntityGuids(model.info.id)
    const counts = { parallels: 0 }
    await writeCollection(annotationsOf(model, guids, counts), model.page, guids, sink)
    tellLeftOut(sink, counts)
  }
})

/** All highlights; those that are not found for sure in the present text go by their words alone. */
async function* annotationsOf(
  model: ProjectModel,
  guids: EntityGuids,
  counts: { parallels: number }
): AsyncIterable<object> {
  const maker = new AnnotationMaker(model, guids)
  for await (const { document: id, annotations } of model.annotations()) {
    const document = model.documents.get(id)
    if (!document) continue
    const current = currentText(document)
    const text = indexedText(await model.contents.text(current))
    for (const annotation of annotations) {
      if (annotation.parallel !== null) counts.parallels++
      const { selector } = annotation
      const selected =
        selector.revision === current ? selectedIn(text, selector) : { words: selector, place: null }
      yield maker.of(annotation, document, selected)
    }
  }
}
