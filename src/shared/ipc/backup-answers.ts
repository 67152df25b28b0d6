import type { AppError } from '../model/result'
import type { Difference } from '../operations/difference'

/** Why a backup was made. */
export type BackupReason = 'daily' | 'asked' | 'migration' | 'repair' | 'restore'

export interface BackupEntry {
  readonly file: string
  readonly made: string
  readonly reason: BackupReason
  readonly seq: number
  /** In the project's own folder, in the one chosen for backups outside, or in both. */
  readonly where: 'inside' | 'outside' | 'both'
}

/** The folder chosen for backups outside projects. */
export interface BackupPlace {
  readonly folder: string
  /** When the newest backup of this project there was made; null before the first. */
  readonly last: string | null
  /** Why it could not be written to the last time, or cannot be reached. */
  readonly problem: AppError | null
}

export interface BackupsAnswer {
  /** Null where none was chosen. */
  readonly outside: BackupPlace | null
  readonly entries: readonly BackupEntry[]
}

/** A project that was made again from its backups. */
export interface BroughtBack {
  readonly folder: string
  /** When the backup was made. */
  readonly made: string
  /** How many things its backups do not hold. */
  readonly problems: number
}

/** A project that was made from a bundle and is open now. */
export interface BundleOpened {
  readonly folder: string
  readonly name: string
  /** How many things opening it found damaged. */
  readonly problems: number
}

export interface RestorePreview {
  readonly differences: readonly Difference[]
  readonly total: number
}
