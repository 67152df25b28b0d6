import { LRUCache } from 'lru-cache'
import { rowChange } from '../../shared/alignment/row-change'
import type { RowFindings } from '../../shared/alignment/words/findings'
import type { ComparedRows } from '../../shared/ipc/compare-answers'
import { appError } from '../../shared/model/app-error'
import type { DocumentId } from '../../shared/model/ids'
import { err, ok, type Result } from '../../shared/model/result'
import type { Session } from '../project/session'
import type { ComparedVersions, Comparison } from './compare'

/** So many states of comparisons are kept, each with its rows. */
const mostKept = 24

interface Kept extends ComparedVersions {
  readonly id: string
  /** Each row as text, to tell whether it is the same in another state. */
  readonly texts: readonly string[]
  /** What was found to differ in all its rows, by the version that the others are held against. */
  readonly findings: Map<DocumentId, readonly RowFindings[]>
}

/** The rows of comparisons as windows were given them: who has a state is told only what has changed since. */
export class RowsGiven {
  private readonly kept = new LRUCache<string, Kept>({ max: mostKept })
  private readonly latest = new LRUCache<string, Kept>({ max: mostKept })
  private next = 1

  constructor(private readonly comparison: Comparison) {}

  /**
   * The rows of a comparison as they are now.
   *
   * @param known the state that the window has, by its id: then only the rows that differ from it are given
   */
  async rows(
    session: Session,
    ids: readonly DocumentId[],
    known: string | null
  ): Promise<Result<ComparedRows>> {
    const compared = await this.comparison.rows(session, ids)
    if (!compared.ok) return compared
    const now = this.keep(session, ids, compared.value)
    const before = known === null ? undefined : this.kept.get(known)
    if (!before) return ok({ id: now.id, unlike: now.unlike, since: null, rows: now.rows })
    const same = (a: number, b: number) => before.texts[a] === now.texts[b]
    const change =
      before === now ? { from: 0, removed: 0, rows: [] } : rowChange(before.rows.length, now.rows, same)
    const { from, removed, rows } = change
    return ok({ id: now.id, unlike: now.unlike, since: { id: before.id, from, removed }, rows })
  }

  /** The rows of a state that was given, and the versions that they are of; null where it is too long ago. */
  given(id: string): ComparedVersions | null {
    return this.kept.get(id) ?? null
  }

  /**
   * What differs in all rows of a state that was given, held against one version. It takes a thread seconds where the texts
   * are long, so that it is found once for each state; what fails or is given up is not kept.
   */
  async findings(
    id: string,
    from: DocumentId,
    find: (compared: ComparedVersions) => Promise<Result<RowFindings[]>>
  ): Promise<Result<readonly RowFindings[]>> {
    const kept = this.kept.get(id)
    if (!kept) return err(appError('Conflict', 'alignmentChanged'))
    const known = kept.findings.get(from)
    if (known) return ok(known)
    const found = await find(kept)
    if (found.ok) kept.findings.set(from, found.value)
    return found
  }

  private keep(session: Session, ids: readonly DocumentId[], compared: ComparedVersions): Kept {
    const key = [session.state.info.id, ...ids].join(' ')
    const last = this.latest.get(key)
    if (last && sameVersions(last, compared) && last.rows === compared.rows) return this.keptAgain(last)
    const texts = compared.rows.map((row) => JSON.stringify(row))
    const isSame =
      last?.texts.length === texts.length &&
      last.texts.every((each, at) => each === texts[at]) &&
      sameVersions(last, compared)
    if (last && isSame) return this.keptAgain(last)
    const now: Kept = { ...compared, texts, id: `rows ${this.next++}`, findings: new Map() }
    this.kept.set(now.id, now)
    this.latest.set(key, now)
    return now
  }

  private keptAgain(state: Kept): Kept {
    this.kept.set(state.id, state)
    return state
  }
}

/** Whether two comparisons are of the same texts, read in the same way. */
function sameVersions(a: ComparedVersions, b: ComparedVersions): boolean {
  const isSame = a.versions.every(({ text, document }, at) => {
    const other = b.versions[at]
    return (
      text === other?.text &&
      document.language === other.document.language &&
      document.rendering === other.document.rendering
    )
  })
  return isSame && JSON.stringify(a.unlike) === JSON.stringify(b.unlike)
}
