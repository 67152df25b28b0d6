import { appError, reasonOf } from '../../shared/model/app-error'
import type { CoderId } from '../../shared/model/ids'
import { type AppError, err, ok, type Result } from '../../shared/model/result'
import type { ProjectState } from '../../shared/model/state'
import { apply } from '../../shared/operations/apply'
import { check } from '../../shared/operations/check'
import type { Operation } from '../../shared/operations/operation'
import { type Counts, countAll, countsAfter } from '../../shared/operations/slice'
import type { Contents } from '../store/contents'
import type { Journal } from '../store/journal'
import type { JournalRecord } from '../store/journal-record'
import type { Snapshots } from '../store/snapshots'
import { type History, record } from './history'

/** A change that is on disk, as it is told to the windows. */
export interface Published {
  readonly record: JournalRecord
  readonly counts: Counts
  readonly canUndo: boolean
  readonly canRedo: boolean
}

interface Head {
  readonly state: ProjectState
  readonly history: History
  readonly seq: number
}

interface Pending {
  readonly head: Head
  readonly record: JournalRecord
  readonly settle: (result: Result<JournalRecord>) => void
}

/**
 * One open project, the only owner of its state. A change is computed, written and synced, and only then published
 * and acknowledged. Changes that arrive while a write is under way share the next one (group commit).
 * When a write fails nothing is published, the journal is cut back, and the session says that it cannot save
 * until a write succeeds again.
 */
export class Session {
  private published: Head
  private head: Head
  private counted: Counts
  private queue: Pending[] = []
  private pumping: Promise<void> | null = null
  private failure: AppError | null = null
  private readonly listeners = new Set<(change: Published) => void>()
  private readonly statusListeners = new Set<(failure: AppError | null) => void>()

  constructor(
    readonly folder: string,
    readonly contents: Contents,
    private readonly journal: Journal,
    private readonly makeSnapshots: (current: () => Head) => Snapshots,
    start: Head,
    private readonly close_: () => Promise<void>,
    readonly notices: readonly AppError[]
  ) {
    this.published = start
    this.head = start
    this.counted = countAll(start.state)
    this.snapshots = this.makeSnapshots(() => this.published)
  }

  readonly snapshots: Snapshots

  get state(): ProjectState {
    return this.published.state
  }

  get seq(): number {
    return this.published.seq
  }

  get counts(): Counts {
    return this.counted
  }

  get canUndo(): boolean {
    return this.published.history.undo !== null
  }

  get canRedo(): boolean {
    return this.published.history.redo !== null
  }

  /** Why changes cannot be saved at the moment; null while they can. */
  get problem(): AppError | null {
    return this.failure
  }

  onChange(listener: (change: Published) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  onStatus(listener: (failure: AppError | null) => void): () => void {
    this.statusListeners.add(listener)
    return () => this.statusListeners.delete(listener)
  }

  /** Makes a change. Resolves with its record when it is on disk, or with the reason why it was refused. */
  do(operation: Operation, coder: CoderId): Promise<Result<JournalRecord>> {
    const breach = check(this.head.state, operation)
    if (breach) return Promise.resolve(err(breach))
    return this.write('do', operation, coder)
  }

  undo(coder: CoderId): Promise<Result<JournalRecord>> {
    const last = this.head.history.undo?.top
    if (!last) return Promise.resolve(err(appError('NotFound', 'nothingToUndo')))
    return this.write('undo', last.inverse, coder, last.seq)
  }

  redo(coder: CoderId): Promise<Result<JournalRecord>> {
    const last = this.head.history.redo?.top
    if (!last) return Promise.resolve(err(appError('NotFound', 'nothingToRedo')))
    return this.write('redo', last.operation, coder, last.seq)
  }

  /** Waits for what is being written, writes the snapshots and lets the project go. */
  async close(): Promise<void> {
    while (this.pumping) await this.pumping
    try {
      await this.snapshots.flush()
    } finally {
      await this.journal.close()
      await this.close_()
    }
  }

  private write(
    kind: JournalRecord['kind'],
    operation: Operation,
    coder: CoderId,
    of?: number
  ): Promise<Result<JournalRecord>> {
    const applied = apply(this.head.state, operation)
    if (!applied.ok) return Promise.resolve(applied)
    const seq = this.head.seq + 1
    const time = new Date().toISOString()
    const line: JournalRecord = {
      seq,
      time,
      coder,
      kind,
      ...(of === undefined ? {} : { of }),
      operation,
      inverse: applied.value.inverse
    }
    this.head = { state: applied.value.state, history: record(this.head.history, line), seq }
    const { head } = this
    return new Promise((settle) => {
      this.queue.push({ head, record: line, settle })
      this.pumping ??= this.pump()
    })
  }

  private async pump(): Promise<void> {
    while (this.queue.length > 0) {
      const group = this.queue
      this.queue = []
      try {
        await this.journal.append(group.map((each) => each.record))
      } catch (error) {
        this.fail([...group, ...this.queue], error)
        continue
      }
      this.setFailure(null)
      for (const each of group) this.publish(each)
    }
    // Here and not in a later microtask: a change that comes right after the last one must start a new pump.
    this.pumping = null
  }

  private publish({ head, record: line, settle }: Pending): void {
    this.counted = countsAfter(this.counted, this.published.state, head.state, line.operation)
    this.published = head
    this.snapshots.touch(line.operation)
    const change: Published = {
      record: line,
      counts: this.counted,
      canUndo: this.canUndo,
      canRedo: this.canRedo
    }
    for (const listener of this.listeners) listener(change)
    settle(ok(line))
  }

  /** Nothing of the group, nor of what was computed on top of it, happened. */
  private fail(lost: readonly Pending[], error: unknown): void {
    this.queue = []
    this.head = this.published
    const failure = appError('StorageFailed', 'changeNotSaved', {
      folder: this.folder,
      reason: reasonOf(error)
    })
    this.setFailure(failure)
    for (const each of lost) each.settle(err(failure))
  }

  private setFailure(failure: AppError | null): void {
    if (this.failure === failure) return
    this.failure = failure
    for (const listener of this.statusListeners) listener(failure)
  }
}
