import { constants } from 'node:fs'
import { access, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { appError, reasonOf } from '../../shared/model/app-error'
import { type AppError, err, ok, type Result } from '../../shared/model/result'
import { CheckpointWriter } from '../store/checkpoint'
import { ContentStore } from '../store/content-store'
import { type Files, realFiles } from '../store/files'
import { finishJournalSwap } from '../store/journal-swap'
import {
  checkpointName,
  foldersAtFirst,
  linkedFolder,
  projectFolders,
  type ShardName,
  type SnapshotFileName,
  temporaryOf
} from '../store/project-files'
import { isBlank } from '../store/rebuild'
import { ShardFile, ShardProblem } from '../store/shard-file'
import { infoShard } from '../store/shards'
import { Snapshots } from '../store/snapshots'
import { isUnfinished, protectLineEnds, removeUnfinishedMark } from './create'
import { type Loaded, loadProject } from './load'
import { type Lock, takeLock } from './lock'
import { migrate } from './migrate'
import { OverdueSnapshots } from './overdue-snapshots'
import { Session } from './session'
import type { SnapshotOwner } from './session-parts'

export interface OpenOptions {
  readonly files?: Files
  /** Only to be read: no lock is taken and nothing is written. */
  readonly readOnly?: boolean
  /**
   * Highlights of files from so many bytes on are not held in memory but read anew each time, for work that goes through all of
   * them once. Only with `readOnly`.
   */
  readonly readAnewFrom?: number
  /** Takes the project over from a holder that may be alive. */
  readonly takeOver?: boolean
  /** When a new segment of the journal is begun. Only tests have a reason to change it. */
  readonly segmentBytes?: number
  progress?(done: number, total: number): void
}

/**
 * Opens a project: lock, migration, snapshots, the journal's end. What was found damaged is told in the session's
 * notices. Nothing is written before the folder is known to be a project of a version that we can read.
 */
export async function openProject(given: string, options: OpenOptions = {}): Promise<Result<Session>> {
  const { files = realFiles, readOnly = false, takeOver = false } = options
  const folder = await realFolder(given)
  const unfit = await whyNotProject(folder, files, { readOnly })
  if (unfit) return err(unfit)
  if (readOnly) return attempt(folder, () => load(folder, options, null, { expectCheckpoint: true }))
  const lock = await takeLock(folder, { files, takeOver })
  if (!lock.ok) return lock
  const opened = await attempt(folder, async () => {
    await prepareFolder(folder, files)
    const migrated = await migrate(folder, files)
    if (!migrated.ok) return migrated
    return load(folder, options, lock.value, { expectCheckpoint: !migrated.value })
  })
  if (!opened.ok) await lock.value.release()
  return opened
}

/** The folder that a path leads to: a person may have a link to a project, while in it no link is followed. */
export async function realFolder(given: string): Promise<string> {
  return realpath(given).catch(() => given)
}

/** Makes sure of the folders, and clears away what writes that were cut short have left. */
async function prepareFolder(folder: string, files: Files): Promise<void> {
  await finishJournalSwap(folder, files)
  for (const sub of foldersAtFirst) await files.makeFolder(join(folder, sub))
  for (const sub of ['', ...projectFolders])
    for (const name of await files.list(join(folder, sub))) {
      if (temporaryOf(sub === '' ? name : `${sub}/${name}`) === null) continue
      if (files.facts(join(folder, sub, name))?.kind !== 'folder') await files.remove(join(folder, sub, name))
    }
  // A project is no worse for lacking it: on a full disk it opens all the same.
  await protectLineEnds(folder, files).catch(() => {})
  await removeUnfinishedMark(folder, files)
}

async function attempt<T>(folder: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    return err(appError('StorageFailed', 'projectUnreadable', { folder, reason: reasonOf(error) }))
  }
}

/** Why a folder cannot be opened as a project; null where it can be tried. Writes nothing. */
export async function whyNotProject(
  folder: string,
  files: Files,
  { readOnly }: { readOnly: boolean }
): Promise<AppError | null> {
  try {
    if (!(await stat(folder)).isDirectory()) return appError('Invalid', 'notAProject', { folder })
  } catch {
    return appError('NotFound', 'folderMissing', { folder })
  }
  const linked = linkedFolder(folder, files)
  if (linked) return linked
  const format = formatProblem(folder, infoShard, files) ?? formatProblem(folder, checkpointName, files)
  if (format === 'newer') return appError('Unsupported', 'projectNewer', { folder })
  if (format === 'older' && readOnly) return appError('Unsupported', 'projectOlder', { folder })
  const there = [infoShard, 'journal'].some((name) => files.facts(join(folder, name)))
  if (!there) return appError('Invalid', 'notAProject', { folder })
  if (!files.facts(join(folder, checkpointName)) && (await isUnfinished(folder, files)))
    return appError('Invalid', 'projectUnfinished', { folder })
  if (readOnly) return null
  try {
    await access(folder, constants.W_OK)
  } catch (error) {
    return appError('StorageFailed', 'projectFolderReadOnly', { folder, reason: reasonOf(error) })
  }
  return null
}

/** What a file says of the project's format; `fine` where it is ours. Null where it is missing or damaged. */
function formatProblem(
  folder: string,
  name: SnapshotFileName,
  files: Files
): 'fine' | 'newer' | 'older' | null {
  try {
    return new ShardFile(folder, name, files).readNow() ? 'fine' : null
  } catch (error) {
    return error instanceof ShardProblem && error.reason !== 'damaged' ? error.reason : null
  }
}

async function load(
  folder: string,
  options: OpenOptions,
  lock: Lock | null,
  { expectCheckpoint }: { expectCheckpoint: boolean }
): Promise<Result<Session>> {
  const { files = realFiles, progress = () => {} } = options
  const notices: AppError[] = []
  const rewrite = new Set<ShardName>()
  let session: Session | null = null
  const loaded = await loadProject(folder, {
    files,
    mayWrite: lock !== null,
    expectCheckpoint,
    segmentBytes: options.segmentBytes,
    ...(lock === null && options.readAnewFrom !== undefined && { readAnewFrom: options.readAnewFrom }),
    progress,
    found: (notice) => (session ? session.notice(notice) : notices.push(notice)),
    mended(name) {
      rewrite.add(name)
      session?.snapshots?.touchShards([name])
    }
  })
  const { head, pages, journal } = loaded
  if (isBlank(head.standing.state)) {
    await journal?.close()
    return err(appError('Damaged', 'projectUnreadable', { folder, reason: infoShard }))
  }
  session = new Session({
    folder,
    files,
    contents: new ContentStore(folder, files),
    start: head,
    notices,
    past: (seq) => pages.at(seq),
    lastUpTo: (seq) => pages.lastUpTo(seq),
    release: loaded.release,
    writing: lock &&
      journal && { lock, journal, snapshots: (own) => snapshotsOf(own, files, { ...loaded, journal }) }
  })
  session.snapshots?.touchShards(rewrite)
  return ok(session)
}

function snapshotsOf(
  session: SnapshotOwner,
  files: Files,
  { checkpoint, journal, known }: Loaded & { journal: NonNullable<Loaded['journal']> }
): Snapshots {
  const writer = new CheckpointWriter(session.folder, files, checkpoint?.files ?? {})
  if (checkpoint) journal.cover(checkpoint.seq)
  const overdue = new OverdueSnapshots((error) =>
    session.notice(appError('StorageFailed', 'snapshotsNotWritten', { reason: reasonOf(error) }))
  )
  const snapshots = new Snapshots(session.folder, files, writer, {
    current: () => session.current,
    guard: () => session.guard(),
    closedSegments: () => journal.pages.closed,
    covered(seq) {
      journal.cover(seq)
      overdue.written()
    },
    // The journal holds the change; the snapshot is tried again with the next one and at closing.
    failed: (error) => overdue.failed(error)
  })
  // Without a checkpoint nothing vouches for the files: all are written again, and then named in a new one.
  if (!checkpoint) snapshots.touchShards(known)
  return snapshots
}
