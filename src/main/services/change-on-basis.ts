import { appError } from '../../shared/model/app-error'
import type { CoderId, DocumentId } from '../../shared/model/ids'
import { err, ok, type Result } from '../../shared/model/result'
import type { ProjectState } from '../../shared/model/state'
import { otherVersions } from '../../shared/model/versions'
import type { Operation } from '../../shared/operations/operation'
import type { Session } from '../project/session'

/** So often a change is worked out again, where what it is based on was changed while it was. */
const mostTries = 8

interface Work<T> {
  /** What the change is worked out from: other objects where any of it has changed. */
  readonly basis: (state: ProjectState) => readonly unknown[]
  /** Works the change out from a state; it may wait. An operation of null: nothing is to be done. */
  readonly work: (state: ProjectState) => Promise<Result<{ operation: Operation | null; value: T }>>
  readonly coder: CoderId
  /** Part of the making of the project, which Undo does not take back. */
  readonly floor?: boolean
}

/**
 * Makes a change whose working out takes a thread, a disk or a dialog. It is written only where what it is based on is
 * the same at that moment; else it is worked out once more. So nothing that happened meanwhile is overwritten.
 *
 * @returns what the last working out said beside the operation; or a Conflict where the basis would not hold still
 */
export async function changeOnBasis<T>(
  session: Session,
  { basis, work, coder, floor = false }: Work<T>
): Promise<Result<{ readonly seq: number; readonly value: T }>> {
  for (let tried = 1; ; tried++) {
    const { state } = session
    const before = basis(state)
    const made = await work(state)
    if (!made.ok) return made
    const { operation, value } = made.value
    const done = await session.change(
      (now) => (isSame(before, basis(now)) ? ok(operation) : err(appError('Conflict', 'basisChanged'))),
      coder,
      { floor }
    )
    if (done.ok) return ok({ seq: done.value.seq, value })
    if (done.error.key !== 'basisChanged' || tried === mostTries) return done
    // What is on its way to the disk is in the state that it is worked out from next.
    await session.change(() => ok(null), coder)
  }
}

/** The records, the texts and the highlights of some documents, and of all versions of their works. */
export function basisOfDocuments(state: ProjectState, ids: Iterable<DocumentId>): unknown[] {
  const all = new Set<DocumentId>()
  for (const id of ids) {
    all.add(id)
    const document = state.documents.get(id)
    if (!document || document.works.length === 0) continue
    for (const each of otherVersions(state.documents.values(), document, (work) => state.works.get(work)))
      all.add(each.id)
  }
  return [...all].sort().flatMap((id) => [id, state.documents.get(id), state.annotations.get(id)])
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at])
}
