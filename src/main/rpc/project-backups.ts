import type { BackupPlace, BackupsAnswer } from '../../shared/ipc/backup-answers'
import { appError } from '../../shared/model/app-error'
import { type AppError, ok, type Result } from '../../shared/model/result'
import { listBackupsIn } from '../backup/backup'
import { type BackupName, type BackupReason, isDue } from '../backup/backup-names'
import { bringOut, staying } from '../backup/outside'
import { outsidePlaceOf, whyNotOutside } from '../backup/outside-place'
import type { Session } from '../project/session'
import { backUp, backUpIfDue, insideOf } from '../services/backups'
import { mergedEntries } from './backup-entries'
import type { PreferenceStore } from './preference-store'

const dayMs = 24 * 60 * 60 * 1000
/** An outside backup that is older than this is told of. */
const lateDays = 7

type Kept = Pick<PreferenceStore, 'outside' | 'outsideOf' | 'rememberOutside'>

/**
 * The backups of one open project, inside it and in the folder chosen for backups outside. One piece of work at a time:
 * two would write the same copies.
 */
export class ProjectBackups {
  private turn: Promise<unknown> = Promise.resolve()
  private readonly stopping = new AbortController()
  private dailyProblem: AppError | null = null
  private outsideProblem: AppError | null = null
  private lateness: AppError | null = null
  private told = { keys: '', at: 0 }

  constructor(
    private readonly session: Session,
    private readonly kept: Kept,
    private readonly changed: () => void,
    private readonly now: () => Date = () => new Date()
  ) {}

  /** What has to be known of the backups: that there is none of today, or none outside for long. */
  get notices(): readonly AppError[] {
    return [this.dailyProblem, this.lateness].filter((each) => each !== null)
  }

  /** Makes a backup, inside and outside. Where the project's own folder takes none, the one outside is made by itself. */
  make(reason: BackupReason): Promise<Result<BackupName>> {
    return this.inTurn(async () => {
      const made = await backUp(this.session, reason, { signal: this.stopping.signal })
      await this.outside(made.ok ? null : reason)
      return made
    })
  }

  /** Makes the day's backup where it is due, and catches up outside. Looked for from time to time. */
  look(): Promise<void> {
    return this.inTurn(async () => {
      const { signal } = this.stopping
      const made = await backUpIfDue(this.session, this.now(), signal).catch((error: unknown) =>
        failed(error)
      )
      if (signal.aborted) return
      this.dailyProblem = made.ok ? null : dailyProblemOf(made.error)
      // The copies are read through only where there is something new: it may be a slow drive.
      if (made.ok && made.value === null && (await this.isOutsideWhole())) this.tell()
      else await this.outside(made.ok ? null : 'daily')
    })
  }

  /** What the dialog shows. */
  async answer(): Promise<BackupsAnswer> {
    const { session } = this
    const { folder: chosen } = this.kept.outside
    const inside = await listBackupsIn(insideOf(session), session.files)
    if (chosen === null) return { outside: null, entries: mergedEntries(inside, []) }
    const problem = whyNotOutside(chosen, session.files) ?? this.outsideProblem
    const place = await this.outsidePlace()
    const outside = place ? await listBackupsIn(place, session.files).catch(() => []) : []
    const last = this.kept.outsideOf(session.state.info.id)?.made ?? null
    const about: BackupPlace = { folder: chosen, last, problem }
    return { outside: about, entries: mergedEntries(inside, outside) }
  }

  /** The folders in which a backup may lie, the project's own first. */
  async places(): Promise<string[]> {
    const outside = await this.outsidePlace()
    return [insideOf(this.session), ...(outside ? [outside] : [])]
  }

  /** Does work that makes a backup of its own, while no other is under way, and brings that out too. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.inTurn(async () => {
      const done = await work()
      await this.outside(null)
      return done
    })
  }

  /** Brings the backups outside up to date, as when a folder was chosen. */
  catchUp(): Promise<void> {
    return this.inTurn(() => this.outside(null))
  }

  /** Ends what is under way: an archive that is cut short is no backup, and is cleared away. */
  async stop(): Promise<void> {
    this.stopping.abort(new Error('the project was closed'))
    await this.turn
  }

  private async outsidePlace(): Promise<string | null> {
    const { folder } = this.kept.outside
    if (folder === null || whyNotOutside(folder, this.session.files)) return null
    return outsidePlaceOf(folder, this.session.state.info, this.session.files)
  }

  /** `instead`: why a backup was to be made that the project's own folder did not take. */
  private async outside(instead: BackupReason | null): Promise<void> {
    const { session, stopping } = this
    const { folder: chosen } = this.kept.outside
    const { closedSegments, files } = session
    const { info } = session.state
    if (chosen !== null && !session.readOnly && !stopping.signal.aborted) {
      const how = { closedSegments, files, signal: stopping.signal }
      const brought = await bringOut(session.folder, chosen, info, how)
      const whole = brought.ok && instead !== null ? await this.onlyOutside(instead, brought.value) : brought
      if (stopping.signal.aborted) return
      this.outsideProblem = whole.ok ? null : whole.error
      const [newest] = whole.ok ? await listBackupsIn(whole.value, files) : []
      if (newest) this.kept.rememberOutside(info.id, { made: newest.made.toISOString(), seq: newest.seq })
    }
    this.tell()
  }

  /** Whether every backup that is to stay lies outside as well. */
  private async isOutsideWhole(): Promise<boolean> {
    const { session } = this
    const place = await this.outsidePlace()
    if (place === null || this.outsideProblem) return this.kept.outside.folder === null
    const there = await listBackupsIn(place, session.files)
    const files = new Set(there.map(({ file }) => file))
    const own = await listBackupsIn(insideOf(session), session.files)
    return staying(own, there).every(({ file }) => files.has(file))
  }

  /** Tells of what is new, and of what stays as it is once a day. */
  private tell(): void {
    const { folder, since } = this.kept.outside
    this.lateness = folder === null ? null : this.latenessOf(folder, since)
    // The reason may name a file that is another each time.
    const keys = this.notices.map(({ key }) => key).join()
    const now = this.now().getTime()
    if (keys === this.told.keys && (keys === '' || Math.abs(now - this.told.at) < dayMs)) return
    this.told = { keys, at: now }
    this.changed()
  }

  /** A backup that only the folder outside takes. The day's is made once there too, however often it is tried inside. */
  private async onlyOutside(reason: BackupReason, place: string): Promise<Result<string>> {
    const { session } = this
    const there = await listBackupsIn(place, session.files)
    if (reason === 'daily' && !isDue(there, this.now(), session.seq)) return ok(place)
    const made = await backUp(this.session, reason, { place, signal: this.stopping.signal })
    return made.ok ? ok(place) : made
  }

  private latenessOf(chosen: string, since: string | null): AppError | null {
    const { session } = this
    const last = this.kept.outsideOf(session.state.info.id)
    if (last?.seq === session.seq) return null
    const from = last?.made ?? since
    if (from === null) return null
    const days = Math.floor(Math.abs(this.now().getTime() - Date.parse(from)) / dayMs)
    if (days < lateDays) return null
    return last
      ? appError('StorageFailed', 'outsideBackupLate', { folder: chosen, days })
      : appError('StorageFailed', 'outsideBackupNone', { folder: chosen })
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work, work)
    this.turn = mine.catch(() => {})
    return mine
  }
}

function dailyProblemOf({ params, message }: AppError): AppError {
  return appError('StorageFailed', 'dailyBackupFailed', { reason: params.reason ?? message })
}

function failed(error: unknown): Result<never> {
  const reason = error instanceof Error ? error.message : String(error)
  return { ok: false, error: appError('StorageFailed', 'dailyBackupFailed', { reason }) }
}
