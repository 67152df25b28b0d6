import { currentText } from '../../shared/model/current-text'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId } from '../../shared/model/ids'
import type { ProjectState } from '../../shared/model/state'
import { byTitle } from '../../shared/text/natural-order'
import type { Library } from './questions'

/** The documents of a project by title, with what concordances need of each. */
export interface OrderedDocuments {
  readonly documents: readonly VariorumDocument[]
  readonly library: Library
  /** Where each stands in the order. */
  readonly places: ReadonlyMap<DocumentId, number>
}

let next = 1
const known = new WeakMap<ProjectState['documents'], OrderedDocuments>()

/** Put in order once for each state of the library: one types many queries, and it may hold ten thousand texts. */
export function orderedDocuments(table: ProjectState['documents']): OrderedDocuments {
  const found = known.get(table)
  if (found) return found
  const documents = [...table.values()].sort((a, b) => byTitle(a, b) || (a.id < b.id ? -1 : 1))
  const made: OrderedDocuments = {
    documents,
    library: {
      number: next++,
      documents: documents.map(
        ({ id, title, language, rendering, published, publisher, attributes, furniture }) => ({
          ...{ id, title, language, rendering, published, publisher, attributes, furniture }
        })
      ),
      texts: documents.map(currentText)
    },
    places: new Map(documents.map(({ id }, at) => [id, at]))
  }
  known.set(table, made)
  return made
}
