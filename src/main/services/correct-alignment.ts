import type { WantedLink } from '../../shared/alignment/correct'
import { appError } from '../../shared/model/app-error'
import { currentText } from '../../shared/model/current-text'
import type { VariorumDocument } from '../../shared/model/document'
import type { CoderId, ContentHash, DocumentId, WorkId } from '../../shared/model/ids'
import { err, ok, type Result } from '../../shared/model/result'
import type { ProjectState } from '../../shared/model/state'
import { sharedWork } from '../../shared/model/versions'
import type { Operation, SimpleOperation } from '../../shared/operations/operation'
import type { Session } from '../project/session'
import { KeyedQueue } from '../workers/keyed-queue'
import type { Comparison } from './compare'

/** What a hand makes of the links between the base of a comparison and its other versions. */
export interface Correction {
  readonly version: DocumentId
  readonly links: readonly WantedLink[]
}

/** What a hand corrects at once, and the states of the texts that it saw. */
export interface Corrections {
  readonly base: DocumentId
  readonly corrections: readonly Correction[]
  readonly seen: readonly { readonly document: DocumentId; readonly revision: ContentHash }[]
}

/** So often a correction is worked out again, where the alignment was changed while it was. */
const mostTries = 4

/**
 * Corrects the alignments of works by hand, one correction after another in each work: every one starts from what the
 * one before has left, however quickly they come. One that was overtaken all the same, by undoing or by another
 * window, is worked out again on what there is then. Refused as a Conflict where a text is no longer the one that was
 * seen: the offsets of its sentences are of that one.
 */
export class AlignmentCorrections {
  private readonly queue = new KeyedQueue()

  constructor(private readonly comparison: Comparison) {}

  async correct(session: Session, wanted: Corrections, coder: CoderId): Promise<Result<{ seq: number }>> {
    const work = workOf(session.state, idsOf(wanted))
    if (work === null) return err(appError('Invalid', 'notAVersion'))
    return this.queue.run(work, async () => {
      for (let tried = 1; ; tried++) {
        const done = await this.tryOnce(session, work, wanted, coder)
        if (done.ok || done.error.key !== 'alignmentChanged' || tried === mostTries) return done
      }
    })
  }

  private async tryOnce(
    session: Session,
    work: WorkId,
    wanted: Corrections,
    coder: CoderId
  ): Promise<Result<{ seq: number }>> {
    const ids = idsOf(wanted)
    const { state } = session
    const unseen = unseenText(state, ids, wanted.seen)
    if (unseen) return err(appError('Conflict', 'documentChanged', { title: unseen.title }))
    const basis = basisOf(state, work, ids)
    const operations: SimpleOperation[] = []
    for (const { version, links } of wanted.corrections) {
      const alignment = await this.comparison.corrected(session, [wanted.base, version], links)
      if (!alignment.ok) return alignment
      operations.push({ type: 'alignment.set', alignment: alignment.value })
    }
    const done = await session.change((now) => {
      const isSame = basisOf(now, work, ids).every((each, at) => each === basis[at])
      return isSame ? ok(oneOf(operations)) : err(appError('Conflict', 'alignmentChanged'))
    }, coder)
    return done.ok ? ok({ seq: done.value.seq }) : done
  }
}

function idsOf({ base, corrections }: Corrections): DocumentId[] {
  return [base, ...corrections.map(({ version }) => version)]
}

/** The first of some texts that is in another state than was seen. */
function unseenText(
  { documents }: ProjectState,
  ids: readonly DocumentId[],
  seen: Corrections['seen']
): VariorumDocument | undefined {
  return ids
    .flatMap((id) => documents.get(id) ?? [])
    .find(
      (document) => seen.find((each) => each.document === document.id)?.revision !== currentText(document)
    )
}

/** What a correction is worked out from: other objects where any of it has changed. */
function basisOf(state: ProjectState, work: WorkId, ids: readonly DocumentId[]): readonly unknown[] {
  const documents = ids.map((id) => state.documents.get(id))
  return [
    state.alignments.get(work),
    ...documents.flatMap((document) => [document?.revisions, document?.furniture])
  ]
}

function workOf({ documents }: ProjectState, ids: readonly DocumentId[]): WorkId | null {
  const found = ids.flatMap((id) => documents.get(id) ?? [])
  return found.length === ids.length ? sharedWork(found) : null
}

function oneOf(operations: readonly SimpleOperation[]): Operation {
  const [only, ...more] = operations
  return only && more.length === 0 ? only : { type: 'batch', label: 'align', operations: [...operations] }
}
