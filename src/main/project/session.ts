import { appError } from '../../shared/model/app-error'
import type { CoderId } from '../../shared/model/ids'
import { type AppError, err, ok, type Result } from '../../shared/model/result'
import type { ProjectState } from '../../shared/model/state'
import { type Counts, countNews } from '../../shared/operations/counts'
import type { Operation } from '../../shared/operations/operation'
import type { ContentStore } from '../store/content-store'
import { forEachYielding } from '../store/cooperative'
import type { Files } from '../store/files'
import type { JournalRecord } from '../store/journal-record'
import type { Snapshots } from '../store/snapshots'
import { BoundedMap } from './bounded-map'
import { GroupCommit } from './group-commit'
import { nextRecord, redoOf, type Step, stepsTo, undoOf } from './next-record'
import { failureOf, type Head, type Pending, type Published, type SessionParts } from './session-parts'

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
  private readonly recent = new BoundedMap<JournalRecord>(500)
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

  get contents(): ContentStore {
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
   * refuses with a Conflict where what it was based on is no longer so, and answers null where there is nothing left to
   * do. Resolves with the number of the last change by which what was asked for is on disk.
   */
  change(
    make: (now: ProjectState) => Result<Operation | null>,
    coder: CoderId,
    { floor = false } = {}
  ): Promise<Result<{ readonly seq: number }>> {
    const act = async (): Promise<Result<{ readonly seq: number }>> => {
      const made = make(this.head.standing.state)
      if (!made.ok) return made
      return made.value ? this.write({ kind: 'do', operation: made.value, coder, floor }) : this.written()
    }
    return this.turns === 0 ? act() : this.inTurn(act)
  }

  /** Takes the last change back; where `after` is given, only if no change was made since that one. */
  undo(coder: CoderId, since: Since = {}): Promise<Result<JournalRecord>> {
    return this.step(undoOf, coder, since)
  }

  /** Does again what was taken back last; where `after` is given, only if no change was made since that one. */
  redo(coder: CoderId, since: Since = {}): Promise<Result<JournalRecord>> {
    return this.step(redoOf, coder, since)
  }

  /**
   * Undoes, or does again, until `seq` is the last change in effect. Every step is a change of its own, and all of them
   * are written at once: either all of them happen or none. Nothing is done where a change was made since `after`.
   */
  walk(way: 'undo' | 'redo', seq: number, coder: CoderId, { after }: Required<Since>): Promise<Result<null>> {
    const stepOf = way === 'undo' ? undoOf : redoOf
    return this.inTurn(async () => {
      // What was under way may fail, and with it all that is worked out on top of it.
      await this.commit.idle()
      if (!this.parts.writing) return err(this.unwritable())
      if (this.head.seq !== after) return err(appError('Conflict', 'changedMeanwhile'))
      const steps = await stepsTo(this.head, seq, (head) => stepOf(head, (at) => this.look(at), coder))
      if (!steps.ok) return steps
      const failed = await this.push(steps.value)
      return failed ?? ok(null)
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
    await forEachYielding(annotations.unread(), async (id) => {
      await annotations.prepare(id)
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
    this.parts.release()
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

  private step(stepOf: typeof undoOf, coder: CoderId, { after }: Since): Promise<Result<JournalRecord>> {
    return this.inTurn(async () => {
      if (after !== undefined && this.head.seq !== after) return err(appError('Conflict', 'changedMeanwhile'))
      const step = await stepOf(this.head, (at) => this.look(at), coder)
      return step.ok ? this.write(step.value) : step
    })
  }

  private async write(step: Step): Promise<Result<JournalRecord>> {
    if (!this.parts.writing) return err(this.unwritable())
    let next: Result<Pending>
    try {
      next = nextRecord(this.head, step)
    } catch (error) {
      return err(failureOf(this.folder, error))
    }
    if (!next.ok) return next
    const failed = await this.push([next.value])
    return failed ?? ok(next.value.record)
  }

  private unwritable(): AppError {
    return this.failure ?? appError('StorageFailed', 'projectReadOnly', {})
  }

  /** Puts changes on top of the head and has them written at once; answers why they could not be. */
  private async push(changes: readonly Pending[]): Promise<{ ok: false; error: AppError } | null> {
    this.head = changes.at(-1)?.head ?? this.head
    for (const { record } of changes) this.recent.set(record.seq, record)
    const failed = await this.commit.push(changes)
    return failed === null ? null : err(this.failure ?? failureOf(this.folder, failed))
  }

  /** Resolves when everything up to the head is on disk, or with the reason why it is not. */
  private async written(): Promise<Result<{ readonly seq: number }>> {
    const { seq } = this.head
    const failed = await this.push([])
    return failed ?? ok({ seq })
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
