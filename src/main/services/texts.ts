import type { Annotation } from '../../shared/model/annotation'
import { appError } from '../../shared/model/app-error'
import { currentText } from '../../shared/model/current-text'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId } from '../../shared/model/ids'
import { err, ok, type Result } from '../../shared/model/result'
import type { ProjectState } from '../../shared/model/state'
import type { Block } from '../../shared/model/text-content'
import type { Session } from '../project/session'

export interface OpenText {
  readonly document: VariorumDocument
  readonly blocks: readonly Block[]
}

/** A document with the blocks of its current revision. */
export async function readText(session: Session, id: DocumentId): Promise<Result<OpenText>> {
  const document = session.state.documents.get(id)
  if (!document) return err(appError('NotFound', 'documentMissing', { name: id }))
  const content = await session.contents.text(currentText(document))
  return content.ok ? ok({ document, blocks: content.value.blocks }) : content
}

const underWay = new WeakMap<Session, Map<DocumentId, Promise<void>>>()

/**
 * Has the text of a document and its annotations read, side by side, the annotations in slices. Who asks meanwhile waits for
 * the same reading. What cannot be read is told to whoever reads it then.
 */
export function prepareDocument(session: Session, id: DocumentId): Promise<void> {
  const own = underWay.get(session) ?? new Map<DocumentId, Promise<void>>()
  underWay.set(session, own)
  const known = own.get(id)
  if (known) return known
  const reading = Promise.allSettled([readText(session, id), session.state.annotations.prepare(id)]).then(
    () => {
      own.delete(id)
    }
  )
  own.set(id, reading)
  return reading
}

/** Whether an annotation stands in the text that is read today; else it waits to be settled. */
export function isAnchoredInCurrentRevision(
  state: ProjectState,
  { document, selector }: Annotation
): boolean {
  const own = state.documents.get(document)
  return own !== undefined && currentText(own) === selector.revision
}

/** The one document that a person means: by id, by whole title, or by a part of a title that fits one alone. */
export function findDocument(state: ProjectState, name: string): Result<VariorumDocument> {
  const all = [...state.documents.values()]
  const wanted = name.toLowerCase()
  const tries = [
    all.filter((each) => each.id === name),
    all.filter((each) => each.title.toLowerCase() === wanted),
    all.filter((each) => each.title.toLowerCase().includes(wanted))
  ]
  const found = tries.find((each) => each.length > 0) ?? []
  const [only] = found
  if (found.length > 1)
    return err(
      appError('Conflict', 'documentAmbiguous', {
        name,
        ids: found
          .slice(0, 8)
          .map((each) => each.id)
          .join(', ')
      })
    )
  return only ? ok(only) : err(appError('NotFound', 'documentMissing', { name }))
}
