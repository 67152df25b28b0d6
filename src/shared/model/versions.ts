import { byTitle, naturalOrder } from '../text/natural-order'
import type { VariorumDocument } from './document'
import type { DocumentId, WorkId } from './ids'
import { renderingOrder } from './rendering-order'
import type { Work } from './work'

/** The versions of a work: in the order a hand gave them, then by kind (the source first) and title. */
export function versionsOf(
  documents: Iterable<VariorumDocument>,
  work: Pick<Work, 'id' | 'order'>
): VariorumDocument[] {
  return inOrder(
    Array.from(documents).filter((each) => each.works.includes(work.id)),
    work.order
  )
}

/** Documents in the order of a work. */
function inOrder(documents: readonly VariorumDocument[], order: readonly DocumentId[]): VariorumDocument[] {
  const place = new Map(order.map((id, at) => [id, at]))
  const last = order.length
  return documents.toSorted(
    (a, b) =>
      (place.get(a.id) ?? last) - (place.get(b.id) ?? last) ||
      renderingOrder[a.rendering] - renderingOrder[b.rendering] ||
      byTitle(a, b)
  )
}

/** The other versions of a document, work by work; one that shares several works with it stands once. */
export function otherVersions(
  documents: Iterable<VariorumDocument>,
  document: VariorumDocument,
  work: (id: WorkId) => Work | undefined
): VariorumDocument[] {
  const all = Array.from(documents)
  const found = new Map<DocumentId, VariorumDocument>()
  for (const id of document.works)
    for (const each of versionsOf(all, work(id) ?? { id, order: [] }))
      if (each.id !== document.id) found.set(each.id, each)
  return [...found.values()]
}

/** The first work that all of some documents are versions of. */
export function sharedWork(documents: readonly Pick<VariorumDocument, 'works'>[]): WorkId | null {
  const [first, ...others] = documents
  return first?.works.find((id) => others.every(({ works }) => works.includes(id))) ?? null
}

/** Documents of one work, in its order, or one that is of none. */
export interface TextGroup {
  readonly work: Work | null
  readonly members: readonly VariorumDocument[]
}

/** Documents by work, by title. One that is a version of several works stands under each. */
export function groupByWork(
  documents: readonly VariorumDocument[],
  work: (id: WorkId) => Work | undefined
): TextGroup[] {
  const members = new Map<Work, VariorumDocument[]>()
  const groups: TextGroup[] = []
  for (const document of documents) {
    const own = document.works.flatMap((id) => work(id) ?? [])
    if (own.length === 0) groups.push({ work: null, members: [document] })
    for (const each of own) members.set(each, [...(members.get(each) ?? []), document])
  }
  for (const [own, found] of members) groups.push({ work: own, members: inOrder(found, own.order) })
  const title = ({ work: own, members: [first] }: TextGroup) => own?.title ?? first?.title ?? ''
  return groups.sort((a, b) => naturalOrder(title(a), title(b)))
}
