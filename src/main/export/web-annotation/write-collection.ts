import { annotationContext, urnOf } from '../../../shared/interchange/web-annotation/names'
import type { EntityGuids } from '../../project/entity-guid'
import type { ExportSink, TitlePage } from '../format'

/** So many characters are collected before they are handed on. */
const pieceLength = 65_536

/**
 * An AnnotationCollection with all annotations on its first page, written as they come: how many there are is said at the
 * end.
 */
export async function writeCollection(
  annotations: AsyncIterable<object>,
  page: TitlePage,
  guids: EntityGuids,
  sink: Pick<ExportSink, 'write' | 'signal'>
): Promise<void> {
  const head = {
    '@context': annotationContext,
    id: urnOf(guids.made('page', `collection ${page.change} ${page.chosenBy}`)),
    type: 'AnnotationCollection',
    label: [page.title, page.chosenBy].filter((words) => words !== '').join(' – '),
    generated: page.made,
    generator: { id: 'urn:variorum', type: 'Software', name: `Variorum ${page.version}` }
  }
  const first = {
    id: urnOf(guids.made('page', `page ${page.change} ${page.chosenBy}`)),
    type: 'AnnotationPage',
    partOf: head.id,
    startIndex: 0
  }
  let total = 0
  let piece = `${JSON.stringify(head).slice(0, -1)},\n"first":${JSON.stringify(first).slice(0, -1)},"items":[`
  for await (const annotation of annotations) {
    sink.signal.throwIfAborted()
    piece += `${total === 0 ? '' : ','}\n${JSON.stringify(annotation)}`
    total++
    if (piece.length < pieceLength) continue
    await sink.write(piece)
    piece = ''
  }
  await sink.write(`${piece}\n]},\n"total":${total}}\n`)
}
