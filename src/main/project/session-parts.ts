import type { z } from 'zod'
import { appError, reasonOf } from '../../shared/model/app-error'
import type { AppError } from '../../shared/model/result'
import type { CountedState } from '../../shared/operations/counted-state'
import type { CountNews } from '../../shared/operations/counts'
import type { ContentStore } from '../store/content-store'
import { type Files, isCode } from '../store/files'
import type { Journal } from '../store/journal'
import type { JournalRecord } from '../store/journal-record'
import type { Snapshots } from '../store/snapshots'
import type { Lock } from './lock'

/** A change that is on disk, as it is told to the windows. */
export interface Published {
  readonly record: JournalRecord
  readonly counts: CountNews
  readonly canUndo: boolean
  readonly canRedo: boolean
}

/** What stands after a change: the state, and the tops of the two stacks (see JournalRecord). */
export interface Head {
  readonly standing: CountedState
  readonly seq: number
  readonly undo: number
  readonly redo: number
}

/** What snapshots need of the session whose state they write. */
export interface SnapshotOwner {
  readonly folder: string
  readonly current: Head
  /** Throws where the project is no longer this process's to write. */
  guard(): void
  notice(error: AppError): void
}

/** What writes a project. A project that is only read has none. */
export interface Writing {
  readonly journal: Journal
  readonly lock: Lock
  readonly snapshots: (session: SnapshotOwner) => Snapshots
}

export interface SessionParts {
  readonly folder: string
  readonly files: Files
  readonly contents: ContentStore
  readonly start: Head
  readonly notices: AppError[]
  readonly writing: Writing | null
  /** Looks up a change of the past. */
  readonly past: (seq: number) => Promise<JournalRecord | null>
  /** The number of the last change that is not above a number; 0 where there is none. */
  readonly lastUpTo: (seq: number) => Promise<number>
  /** Lets go of the files that are read from later. */
  readonly release: () => void
}

/** A change that waits to be written, and what stands when it is. */
export interface Pending {
  readonly head: Head
  readonly record: JournalRecord
}

/** Why a project cannot be written to, from what was thrown. */
export function failureOf(folder: string, error: unknown): AppError {
  if (isCode(error, 'ELOCKED')) return appError('Conflict', 'projectTakenOver', { folder })
  if (isCode(error, 'ESTALE')) return appError('Conflict', 'projectChangedElsewhere', { folder })
  if (isCode(error, 'ENOENT')) return appError('StorageFailed', 'projectGone', { folder })
  return appError('StorageFailed', 'changeNotSaved', { folder, reason: reasonOf(error) })
}

/** Why a change cannot be kept: the field that its schema refuses, and what it says of it. */
export function unfit({ issues }: z.ZodError): AppError {
  const [issue] = issues
  const what = issue?.path.filter((part) => typeof part === 'string').join('.') || 'operation'
  return appError('Invalid', 'changeUnfit', { what, reason: issue?.message ?? '' })
}
