import { LRUCache } from 'lru-cache'
import { rowChange } from '../../shared/alignment/row-change'
import type { ComparedRows } from '../../shared/ipc/answers'
import type { DocumentId } from '../../shared/model/ids'
import { ok, type Result } from '../../shared/model/result'
import type { Session } from '../project/session'
import type { ComparedVersions, Comparison } from './compare'

/** So many states of comparisons are kept, each with its rows. */
const mostKept = 24

interface Kept extends ComparedVersions {
  readonly id: string
  /** Each row as text, to tell whether it is the same in another state. */
  readonly texts: readonly string[]
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

  private keep(session: Session, ids: readonly DocumentId[], compared: ComparedVersions): Kept {
    const key = [session.state.info.id, ...ids].join(' ')
    const texts = compared.rows.map((row) => JSON.stringify(row))
    const last = this.latest.get(key)
    const isSame =
      last?.texts.length === texts.length &&
      last.texts.every((each, at) => each === texts[at]) &&
      last.versions.every(({ text }, at) => text === compared.versions[at]?.text) &&
      JSON.stringify(last.unlike) === JSON.stringify(compared.unlike)
    if (last && isSame) {
      this.kept.set(last.id, last)
      return last
    }
    const now: Kept = { ...compared, texts, id: `rows ${this.next++}` }
    this.kept.set(now.id, now)
    this.latest.set(key, now)
    return now
  }
}
