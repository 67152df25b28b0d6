import type { VariorumDocument } from '../../shared/model/document'
import type { WorkId } from '../../shared/model/ids'
import type { ProjectState } from '../../shared/model/state'
import { otherVersions, versionsOf } from '../../shared/model/versions'
import type { Work } from '../../shared/model/work'

type Documents = ProjectState['documents']

const known = new WeakMap<Documents, ReadonlyMap<WorkId, readonly VariorumDocument[]>>()

/** The documents of each work, gone through once for each state of the library: it may hold ten thousand. */
function byWork(documents: Documents): ReadonlyMap<WorkId, readonly VariorumDocument[]> {
  const found = known.get(documents)
  if (found) return found
  const made = new Map<WorkId, VariorumDocument[]>()
  for (const document of documents.values())
    for (const work of document.works) {
      const own = made.get(work)
      if (own) own.push(document)
      else made.set(work, [document])
    }
  known.set(documents, made)
  return made
}

/** The versions of a work, in its order. */
export function versionsIn({ documents }: ProjectState, work: Work): VariorumDocument[] {
  return versionsOf(byWork(documents).get(work.id) ?? [], work)
}

/** The other versions of a document, through all its works. */
export function othersOf({ documents, works }: ProjectState, document: VariorumDocument): VariorumDocument[] {
  const own = byWork(documents)
  const among = document.works.flatMap((work) => own.get(work) ?? [])
  return otherVersions(among, document, (id) => works.get(id))
}
