import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { appError, reasonOf } from '../../shared/model/app-error'
import { type AppError, err, ok, type Result } from '../../shared/model/result'
import { CheckpointWriter, checkpointName } from '../store/checkpoint'
import { Contents } from '../store/contents'
import { type Files, realFiles } from '../store/files'
import { isBlank } from '../store/rebuild'
import { ShardFile, ShardProblem } from '../store/shard-file'
import { infoShard, type ShardName, shardFolders } from '../store/shards'
import { Snapshots } from '../store/snapshots'
import { type Loaded, loadProject } from './load'
import { type Lock, takeLock } from './lock'
import { migrate } from './migrate'
import { Session } from './session'

export interface OpenOptions {
  readonly files?: Files
  /** Only to be read: no lock is taken and nothing is written. */
  readonly readOnly?: boolean
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
export async function openProject(folder: string, options: OpenOptions = {}): Promise<Result<Session>> {
  const { files = realFiles, readOnly = false, takeOver = false } = options
  const unfit = await whyNotProject(folder, files, { readOnly })
  if (unfit) return err(unfit)
  if (readOnly) return attempt(folder, () => load(folder, options, null, { expectCheckpoint: true }))
  const lock = await takeLock(folder, { files, takeOver })
  if (!lock.ok) return lock
  const opened = await attempt(folder, async () => {
    await tidy(folder, files)
    const migrated = await migrate(folder, files)
    if (!migrated.ok) return migrated
    return load(folder, options, lock.value, { expectCheckpoint: !migrated.value })
  })
  if (!opened.ok) await lock.value.release()
  return opened
}

/** Makes sure of the folders, and clears away what writes that were cut short have left. */
async function tidy(folder: string, files: Files): Promise<void> {
  for (const sub of [...shardFolders, 'texts', 'originals', 'backups', 'journal'])
    await files.makeFolder(join(folder, sub))
  for (const sub of ['', ...shardFolders, 'texts', 'originals', 'backups'])
    for (const name of await files.list(join(folder, sub)))
      if (/\.\d+\.tmp$/.test(name)) await files.remove(join(folder, sub, name))
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
  const format = formatProblem(folder, infoShard, files) ?? formatProblem(folder, checkpointName, files)
  if (format === 'newer') return appError('Unsupported', 'projectNewer', { folder })
  if (format === 'older' && readOnly) return appError('Unsupported', 'projectOlder', { folder })
  const there = [infoShard, 'journal'].some((name) => files.facts(join(folder, name)))
  if (!there) return appError('Invalid', 'notAProject', { folder })
  if (readOnly) return null
  try {
    await access(folder, constants.W_OK)
  } catch (error) {
    return appError('StorageFailed', 'projectFolderReadOnly', { folder, reason: reasonOf(error) })
  }
  return null
}

/** What a file says of the project's format; `fine` where it is ours. Null where it is missing or damaged. */
function formatProblem(folder: string, name: string, files: Files): 'fine' | 'newer' | 'older' | null {
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
    contents: new Contents(folder, files),
    start: head,
    notices,
    past: (seq) => pages.at(seq),
    writing: lock &&
      journal && { lock, journal, snapshots: (own) => snapshotsOf(own, files, { ...loaded, journal }) }
  })
  session.snapshots?.touchShards(rewrite)
  return ok(session)
}

function snapshotsOf(
  session: Session,
  files: Files,
  { checkpoint, journal, known }: Loaded & { journal: NonNullable<Loaded['journal']> }
): Snapshots {
  const writer = new CheckpointWriter(session.folder, files, checkpoint?.files ?? {})
  if (checkpoint) journal.cover(checkpoint.seq)
  const snapshots = new Snapshots(session.folder, files, writer, {
    current: () => session.current,
    guard: () => session.guard(),
    closedSegments: () => journal.pages.closed,
    covered: (seq) => journal.cover(seq),
    failed() {
      // The journal holds the change; the snapshot is tried again with the next one and at closing.
    }
  })
  // Without a checkpoint nothing vouches for the files: all are written again, and then named in a new one.
  if (!checkpoint) snapshots.touchShards(known)
  return snapshots
}
