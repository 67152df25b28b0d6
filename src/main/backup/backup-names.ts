import type { BackupReason } from '../../shared/ipc/backup-answers'

export type { BackupReason }

const backupReasons: readonly BackupReason[] = ['daily', 'asked', 'migration', 'repair', 'restore']

export interface BackupName {
  /** The archive's file name in `backups/`. */
  readonly file: string
  readonly made: Date
  readonly reason: BackupReason
  /** The last change in it. */
  readonly seq: number
}

const pattern = /^(\d{4})-(\d\d)-(\d\d)T(\d\d)-(\d\d)-(\d\d)(?:-(\d{3}))?Z-([a-z]+)-(\d{1,15})\.zip$/

export function backupFile(made: Date, reason: BackupReason, seq: number): string {
  return `${made.toISOString().replaceAll(/[:.]/g, '-')}-${reason}-${seq}.zip`
}

/** Reads the name of a backup; null for any other file. */
export function parseBackupFile(file: string): BackupName | null {
  const match = pattern.exec(file)
  const reason = backupReasons.find((each) => each === match?.[8])
  if (!match || !reason) return null
  const [year, month, day, hour, minute, second, milli] = match.slice(1, 8).map((text) => Number(text ?? 0))
  const made = new Date(
    Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second, Number.isNaN(milli) ? 0 : milli)
  )
  return { file, made, reason, seq: Number(match[9]) }
}

/** Newest first: by what is in them, and only then by the clock, which may have jumped. */
export function newestFirst(a: BackupName, b: BackupName): number {
  return b.seq - a.seq || b.made.getTime() - a.made.getTime() || (a.file < b.file ? 1 : -1)
}

const dayMilliseconds = 24 * 60 * 60 * 1000

/** Whether a backup is due: none is there, or the newest is over a day from now, to whichever side the clock jumped. */
export function isDue(backups: readonly BackupName[], now: Date, seq: number): boolean {
  const [newest] = [...backups].sort(newestFirst)
  if (!newest) return seq > 1
  return seq !== newest.seq && Math.abs(now.getTime() - newest.made.getTime()) > dayMilliseconds
}

/** How many of each kind stay at the least. */
const keep = { newest: 7, weeks: 4, months: 12, ofKind: 5 }

/**
 * The backups that have served: of the daily ones stay the newest seven, the newest of each of four weeks and of each
 * of twelve months; of every other kind the newest five. Counted by backups, not by today's date.
 */
export function outdated(backups: readonly BackupName[]): BackupName[] {
  const stays = new Set<string>()
  for (const reason of backupReasons) {
    const own = backups.filter((each) => each.reason === reason).sort(newestFirst)
    for (const each of own.slice(0, reason === 'daily' ? keep.newest : keep.ofKind)) stays.add(each.file)
    if (reason !== 'daily') continue
    for (const each of newestOfEach(own, weekOf).slice(0, keep.weeks)) stays.add(each.file)
    for (const each of newestOfEach(own, monthOf).slice(0, keep.months)) stays.add(each.file)
  }
  return backups.filter((each) => !stays.has(each.file))
}

function newestOfEach(own: readonly BackupName[], period: (made: Date) => string): BackupName[] {
  const found = new Map<string, BackupName>()
  for (const each of own) if (!found.has(period(each.made))) found.set(period(each.made), each)
  return [...found.values()]
}

const weekOf = (made: Date) => String(Math.floor(made.getTime() / (7 * dayMilliseconds)))
const monthOf = (made: Date) => made.toISOString().slice(0, 7)
