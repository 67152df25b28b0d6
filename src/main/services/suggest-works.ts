import { leastKinship, likeness } from '../../shared/alignment/likeness'
import type { VersionProposal } from '../../shared/ipc/compare-answers'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId, WorkId } from '../../shared/model/ids'
import { ok, type Result } from '../../shared/model/result'
import type { Session } from '../project/session'
import type { Aligner } from '../workers/aligner'
import type { Comparison } from './compare'
import { readVersion, type Version } from './version'

/**
 * Texts of the project that look like versions of one, and are not gathered yet: those that hold the same rare words,
 * figures and dates, and whose sentences answer one another once they are aligned. Best first.
 */
export async function suggestWorks(
  session: Session,
  comparison: Comparison,
  aligner: Aligner,
  progress: (done: number, total: number) => void,
  signal?: AbortSignal
): Promise<Result<VersionProposal[]>> {
  const versions: Version[] = []
  for (const id of session.state.documents.keys()) {
    const version = await readVersion(session, id)
    if (version.ok) versions.push(version.value)
  }
  const likely = await aligner.likelyKin(versions.map(kinText))
  const groups = new Groups(versions.map(({ document }) => document))
  for (const [at, { a, b }] of likely.entries()) {
    signal?.throwIfAborted()
    progress(at, likely.length)
    const [one, other] = [versions[a], versions[b]]
    if (!one || !other || groups.together(one.document.id, other.document.id)) continue
    const alike = likeness(await comparison.alignedAnew(session, one, other))
    if (alike >= leastKinship) groups.join(one.document.id, other.document.id, alike)
  }
  return ok(groups.proposals())
}

function kinText({ document, text }: Version) {
  const dates = [document.published?.date, document.event?.date].flatMap((date) =>
    date?.length === 10 ? [date] : []
  )
  return { language: document.language, text, dates }
}

/** Texts that belong together: those of one work from the start, others as they are joined. */
class Groups {
  private readonly groupOf = new Map<DocumentId, Set<VariorumDocument>>()
  private readonly likenessOf = new Map<Set<VariorumDocument>, number>()

  constructor(documents: readonly VariorumDocument[]) {
    const works = new Map<WorkId, Set<VariorumDocument>>()
    for (const document of documents) {
      const [work] = document.works
      const group = (work && works.get(work)) ?? new Set<VariorumDocument>()
      group.add(document)
      if (work) works.set(work, group)
      this.groupOf.set(document.id, group)
    }
  }

  together(a: DocumentId, b: DocumentId): boolean {
    return this.groupOf.get(a) === this.groupOf.get(b)
  }

  join(a: DocumentId, b: DocumentId, alike: number): void {
    const [group, other] = [this.groupOf.get(a), this.groupOf.get(b)]
    if (!group || !other) return
    for (const each of other) {
      group.add(each)
      this.groupOf.set(each.id, group)
    }
    this.likenessOf.set(
      group,
      Math.min(alike, this.likenessOf.get(group) ?? 1, this.likenessOf.get(other) ?? 1)
    )
    this.likenessOf.delete(other)
  }

  proposals(): VersionProposal[] {
    return Array.from(this.likenessOf, ([group, alike]) => ({
      documents: Array.from(group, (each) => each.id),
      likeness: alike
    })).sort((a, b) => b.likeness - a.likeness)
  }
}
