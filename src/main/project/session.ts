import { appError } from '../../shared/model/app-error'
import type { CoderId } from '../../shared/model/ids'
import { type AppError, err, ok, type Result } from '../../shared/model/result'
import type { ProjectState } from '../../shared/model/state'
import { type Counts, countNews } from '../../shared/operations/counts'
import { Batch, type Operation, SimpleOperation } from '../../shared/operations/operation'
import { perform } from '../../shared/operations/perform'
import type { Contents } from '../store/contents'
import type { Files } from '../store/files'
import { eachInSlices } from '../store/in-slices'
import { type JournalRecord, WithoutOperation } from '../store/journal-record'
import type { Snapshots } from '../store/snapshots'
import { GroupCommit } from './group-commit'
import { Recent } from './recent'
import { failureOf, type Head, type Pending, type Published, type SessionParts, unfit } from './session-parts'

/**
 * An operation as it will be read back: a field that is there and undefined, say, is not in JSON. Told apart by its
 * type, so that what does not fit can be named.
 */
function readable(operation: Operation) {
  const written: unknown = JSON.parse(JSON.stringify(operation))
  return operation.type === 'batch' ? Batch.safeParse(written) : SimpleOperation.safeParse(written)
}

/** How long leaving may take; what the snapshots then lack, the journal has. */
const leaveMilliseconds = 2000

/** The number of the last change that whoever asks knows of. */
interface Since {
  readonly after?: number
}

/**
 * One open project, the only owner of its state. A change is computed, written and synced, and only then published
 * and acknowledged. When a write fails nothing is published, the journal is cut back, and the session says that it
 * cannot save until a write succeeds again.
 */
export class Session {
  private published: Head
  private head: Head
  private failure: AppError | null = null
  /** The project turned out to be another's after a write had gone through: nothing is ever written from here again. */
  private lost = false
  private readonly commit: GroupCommit<Pending>
  private readonly recent = new Recent<JournalRecord>(500)
  private turn: Promise<unknown> = Promise.resolve()
  private turns = 0
  private readonly listeners = new Set<(change: Published) => void>()
  private readonly statusListeners = new Set<() => void>()
  readonly snapshots: Snapshots | null

  constructor(private readonly parts: SessionParts) {
    this.published = parts.start
    this.head = parts.start
    this.commit = new GroupCommit(
      (group) => this.append(group),
      (each) => this.publish(each),
      (error) => this.fail(error)
    )
    this.snapshots = parts.writing?.snapshots(this) ?? null
    if (!parts.writing) this.failure = appError('StorageFailed', 'projectReadOnly', { folder: this.folder })
  }

  get folder(): string {
    return this.parts.folder
  }

  get contents(): Contents {
    return this.parts.contents
  }

  get files(): Files {
    return this.parts.files
  }

  get state(): ProjectState {
    return this.published.standing.state
  }

  get counts(): Counts {
    return this.published.standing.counts
  }

  get current(): Head {
    return this.published
  }

  get seq(): number {
    return this.published.seq
  }

  get canUndo(): boolean {
    return this.published.undo > 0
  }

  get canRedo(): boolean {
    return this.published.redo > 0
  }

  get readOnly(): boolean {
    return this.parts.writing === null
  }

  /** The segments of the journal that are never written to again. */
  get closedSegments(): string[] {
    return Object.keys(this.parts.writing?.journal.pages.closed ?? {})
  }

  /** Why changes cannot be saved at the moment; null while they can. */
  get problem(): AppError | null {
    return this.failure
  }

  /** What opening, and reading since, found damaged. */
  get notices(): readonly AppError[] {
    return this.parts.notices
  }

  notice(found: AppError): void {
    this.parts.notices.push(found)
    for (const listener of this.statusListeners) listener()
  }

  onChange(listener: (change: Published) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Hears of a new problem, of its end, and of new notices. */
  onStatus(listener: () => void): () => void {
    this.statusListeners.add(listener)
    return () => this.statusListeners.delete(listener)
  }

  /**
   * Makes a change. Resolves with its record when it is on disk, or with the reason why it was refused. A change that
   * is `floor` belongs to the making of the project: Undo goes back to it and no further. Where `after` is given, it is
   * made only if that is still the last change.
   */
  do(
    operation: Operation,
    coder: CoderId,
    { floor = false, after }: Since & { readonly floor?: boolean } = {}
  ): Promise<Result<JournalRecord>> {
    const act = async () =>
      after === undefined || this.head.seq === after
        ? this.write({ kind: 'do', operation, coder, floor })
        : err(appError('Conflict', 'changedMeanwhile'))
    return this.turns === 0 ? act() : this.inTurn(act)
  }

  /**
   * Makes a change that is worked out from the project as it is at that very moment, with all changes before it. For
   * whoever has waited since looking: nothing that happened meanwhile is overwritten unseen. `make` must not wait; it
   * refuses with a Conflict where what it was based on is no longer so.
   */
  change(make: (now: ProjectState) => Result<Operation>, coder: CoderId): Promise<Result<JournalRecord>> {
    const act = async () => {
      const operation = make(this.head.standing.state)
      return operation.ok ? this.write({ kind: 'do', operation: operation.value, coder }) : operation
    }
    return this.turns === 0 ? act() : this.inTurn(act)
  }

  /** Takes the last change back; where `after` is given, only if no change was made since that one. */
  undo(coder: CoderId, { after }: Since = {}): Promise<Result<JournalRecord>> {
    return this.inTurn(async () => {
      const { undo: top, redo, seq } = this.head
      if (after !== undefined && seq !== after) return err(appError('Conflict', 'changedMeanwhile'))
      const last = await this.look(top)
      if (!last)
        return err(appError('NotFound', top === 0 ? 'nothingToUndo' : 'historyDamaged', { seq: top }))
      const tops = { undo: last.below, redo: 'self' as const, below: redo }
      return this.write({ kind: 'undo', operation: last.inverse, coder, of: top, tops })
    })
  }

  /** Does again what was taken back last; where `after` is given, only if no change was made since that one. */
  redo(coder: CoderId, { after }: Since = {}): Promise<Result<JournalRecord>> {
    return this.inTurn(async () => {
      const { redo: top, seq } = this.head
      if (after !== undefined && seq !== after) return err(appError('Conflict', 'changedMeanwhile'))
      const undone = await this.look(top)
      const of = undone?.of
      if (!undone || of === undefined)
        return err(appError('NotFound', top === 0 ? 'nothingToRedo' : 'historyDamaged', { seq: top }))
      const tops = { undo: of, redo: undone.below, below: 0 }
      return this.write({ kind: 'redo', operation: undone.inverse, coder, of, tops })
    })
  }

  /** A change of the past, by its number. */
  async look(seq: number): Promise<JournalRecord | null> {
    return seq === 0 ? null : (this.recent.get(seq) ?? (await this.parts.past(seq)))
  }

  /** The number of the last change in the journal that is not above `seq`; 0 where there is none. */
  lastUpTo(seq: number): Promise<number> {
    return this.parts.lastUpTo(seq)
  }

  /** Reads all annotations in, giving way to other work. For what has to go through all of them. */
  async loadAll(): Promise<void> {
    const { annotations } = this.state
    await eachInSlices(annotations.unread(), (id) => {
      annotations.get(id)
    })
  }

  /** Looks whether the project can be written to: after a failure, and from time to time. */
  async probe(): Promise<void> {
    const { writing } = this.parts
    if (!writing) return
    // Alone: a journal that is looked at while it is written to seems not to be the one that was open.
    await this.commit.alone(async () => {
      try {
        this.guard()
        if (!writing.journal.look()) await writing.journal.mend()
        if (this.failure) await writing.journal.tryRoom()
        this.setFailure(null)
      } catch (error) {
        this.setFailure(failureOf(this.folder, error))
      }
    })
  }

  /** Waits for what is being written, writes the snapshots as far as time allows, and lets the project go. */
  async close(): Promise<void> {
    const { writing } = this.parts
    if (!writing) return
    await this.turn.catch(() => {})
    await this.commit.idle()
    try {
      await this.snapshots?.flush({ within: leaveMilliseconds })
    } catch {
      // The journal has it all; the next opening replays it.
    } finally {
      this.snapshots?.stop()
      await writing.journal.close()
      await writing.lock.release()
    }
  }

  /** One after another: what is taken back is looked up on disk, and must be the last thing done. */
  private inTurn<T>(act: () => Promise<T>): Promise<T> {
    this.turns++
    const mine = this.turn.then(act, act).finally(() => this.turns--)
    this.turn = mine.catch(() => {})
    return mine
  }

  private async write(change: {
    kind: JournalRecord['kind']
    operation: Operation
    coder: CoderId
    of?: number
    floor?: boolean
    tops?: { undo: number; redo: number | 'self'; below: number }
  }): Promise<Result<JournalRecord>> {
    const { kind, coder, of, floor = false } = change
    if (!this.parts.writing) return err(this.failure ?? appError('StorageFailed', 'projectReadOnly', {}))
    // What is acknowledged can always be read again: it is checked by the very schema that will read it.
    const parsed = readable(change.operation)
    if (!parsed.success) return err(unfit(parsed.error))
    const operation = parsed.data
    let performed: ReturnType<typeof perform>
    try {
      performed = perform(this.head.standing, operation, { trusted: kind !== 'do' })
    } catch (error) {
      return err(failureOf(this.folder, error))
    }
    if (!performed.ok) return performed
    const seq = this.head.seq + 1
    const tops = change.tops ?? { undo: floor ? 0 : seq, redo: 0, below: this.head.undo }
    const record: JournalRecord = {
      seq,
      time: new Date().toISOString(),
      coder,
      kind,
      ...(of === undefined ? {} : { of }),
      undo: tops.undo,
      redo: tops.redo === 'self' ? seq : tops.redo,
      below: tops.below,
      operation,
      inverse: performed.value.inverse
    }
    const rest = WithoutOperation.safeParse(record)
    if (!rest.success) return err(unfit(rest.error))
    this.head = { standing: performed.value.standing, seq, undo: record.undo, redo: record.redo }
    this.recent.set(seq, record)
    const failed = await this.commit.push({ head: this.head, record })
    return failed === null ? ok(record) : err(this.failure ?? failureOf(this.folder, failed))
  }

  private async append(group: readonly Pending[]): Promise<void> {
    const { writing } = this.parts
    if (!writing) throw new Error('read only')
    this.guard()
    await writing.journal.append(group.map((each) => each.record))
    try {
      // Whoever has taken the project since the last look does not know of these changes: they are not acknowledged.
      this.guard()
    } catch (error) {
      this.lost = true
      throw error
    }
    this.setFailure(null)
  }

  /** Throws where the project is another's by now, or is not there: nobody may write to it then. */
  guard(): void {
    let held: boolean
    try {
      held = !this.lost && (this.parts.writing?.lock.held() ?? false)
    } catch (error) {
      throw Object.assign(new Error('the folder is not there', { cause: error }), { code: 'ENOENT' })
    }
    if (!held) throw Object.assign(new Error('taken over by another'), { code: 'ELOCKED' })
  }

  private publish({ head, record }: Pending): void {
    this.published = head
    this.snapshots?.touch(record.operation)
    const change: Published = {
      record,
      counts: countNews(head.standing.counts, record.operation, record.inverse),
      canUndo: this.canUndo,
      canRedo: this.canRedo
    }
    for (const listener of this.listeners) listener(change)
  }

  /** Nothing of the group, nor of what was computed on top of it, happened. */
  private fail(error: unknown): void {
    this.head = this.published
    this.recent.forgetAfter(this.published.seq)
    this.setFailure(failureOf(this.folder, error))
  }

  private setFailure(failure: AppError | null): void {
    if (this.failure?.message === failure?.message) return
    this.failure = failure
    for (const listener of this.statusListeners) listener()
  }
}
