import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { appError, reasonOf } from '../../shared/model/app-error'
import { newId } from '../../shared/model/new-id'
import { formatVersion } from '../../shared/model/project'
import { type AppError, err, ok, type Result } from '../../shared/model/result'
import { emptyState, type ProjectState } from '../../shared/model/state'
import { applySimple } from '../../shared/operations/apply'
import { simpleOperations } from '../../shared/operations/simple-operations'
import { Contents } from '../store/contents'
import { Journal } from '../store/journal'
import type { JournalRecord } from '../store/journal-record'
import { ShardFile, ShardProblem } from '../store/shard-file'
import { infoShard, type ShardName, shardOf, withShard } from '../store/shards'
import { type Checkpoint, listShards, readCheckpoint, Snapshots, setAside } from '../store/snapshots'
import { emptyHistory, record } from './history'
import { takeLock } from './lock'
import { Session } from './session'

interface Loaded {
  state: ProjectState
  /** The last operation in each snapshot file. A file that is not here holds none. */
  readonly seqs: Map<ShardName, number>
  readonly notices: AppError[]
  readonly rewrite: Set<ShardName>
}

/**
 * Opens a project: lock, snapshots, the journal's tail. A snapshot file that is damaged is set aside and made again
 * from the journal, which holds everything from the first day; what was found is told in the session's notices.
 * Nothing is written before the folder is known to be a project of a version we can read.
 */
export async function openProject(folder: string): Promise<Result<Session>> {
  const unfit = await whyNotProject(folder)
  if (unfit) return err(unfit)
  const lock = await takeLock(folder)
  if (!lock.ok) return lock
  try {
    const session = await load(folder, lock.value.release)
    if (!session.ok) await lock.value.release()
    return session
  } catch (error) {
    await lock.value.release()
    return err(appError('StorageFailed', 'projectUnreadable', { folder, reason: reasonOf(error) }))
  }
}

async function whyNotProject(folder: string): Promise<AppError | null> {
  try {
    if (!(await stat(folder)).isDirectory()) return appError('Invalid', 'notAProject', { folder })
  } catch {
    return appError('NotFound', 'folderMissing', { folder })
  }
  try {
    await new ShardFile(join(folder, infoShard)).read()
  } catch (error) {
    if (error instanceof ShardProblem && error.reason === 'newer')
      return appError('Unsupported', 'projectNewer', { folder })
  }
  const there = await Promise.all([exists(join(folder, infoShard)), exists(join(folder, 'journal'))])
  if (!there.some(Boolean)) return appError('Invalid', 'notAProject', { folder })
  try {
    await access(folder, constants.W_OK)
  } catch (error) {
    return appError('StorageFailed', 'folderNotWritable', { folder, reason: reasonOf(error) })
  }
  return null
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}

async function load(folder: string, release: () => Promise<void>): Promise<Result<Session>> {
  const checkpoint = await readCheckpoint(folder)
  const loaded = await readShards(folder, checkpoint)
  const { journal, content } = await Journal.open(folder)
  const { notices } = loaded
  if (content.cut > 0) notices.push(appError('Damaged', 'tornLineCut', { bytes: content.cut }))
  for (const place of content.damaged) notices.push(appError('Damaged', 'journalLineDamaged', { place }))
  replay(loaded, content.records)
  if (loaded.state.info.name === '') {
    await journal.close()
    return err(appError('Damaged', 'projectUnreadable', { folder, reason: 'project.json' }))
  }
  const seq = Math.max(content.records.at(-1)?.seq ?? 0, checkpoint?.seq ?? 0, ...loaded.seqs.values())
  const history = content.records.reduce(record, emptyHistory)
  const session: Session = new Session(
    folder,
    new Contents(folder),
    journal,
    (current) =>
      new Snapshots(folder, checkpoint ?? { format: formatVersion, seq: 0, files: {} }, current, () => {
        // The journal holds the change; the snapshot is tried again with the next one and at closing.
      }),
    { state: loaded.state, history, seq },
    release,
    notices
  )
  session.snapshots.touchShards(loaded.rewrite)
  return ok(session)
}

async function readShards(folder: string, checkpoint: Checkpoint | null): Promise<Loaded> {
  const blank = emptyState({ id: newId.project(), name: '', created: new Date(0).toISOString(), coders: {} })
  const loaded: Loaded = { state: blank, seqs: new Map(), notices: [], rewrite: new Set() }
  const names = new Set([...(await listShards(folder)), ...Object.keys(checkpoint?.files ?? {})])
  const stamp = new Date().toISOString()
  for (const name of names) {
    const expected = checkpoint?.files[name]
    try {
      const content = await new ShardFile(join(folder, name)).read()
      if (content === null) {
        if (expected) throw new ShardProblem('damaged', 'it is missing')
        continue
      }
      if (expected && content.seq < expected.seq)
        throw new ShardProblem('damaged', 'it is older than the checkpoint')
      loaded.state = withShard(loaded.state, name, JSON.parse(content.body))
      loaded.seqs.set(name, content.seq)
    } catch (error) {
      if (error instanceof ShardProblem && error.reason === 'newer') throw error
      const place = (await exists(join(folder, name))) ? await setAside(folder, name, stamp) : '–'
      loaded.rewrite.add(name)
      loaded.notices.push(appError('Damaged', 'snapshotRebuilt', { name, place, reason: shortReason(error) }))
    }
  }
  return loaded
}

function shortReason(error: unknown): string {
  return reasonOf(error).split('\n')[0]?.slice(0, 200) ?? ''
}

/** Applies to each file the operations that came after the last one in it. */
function replay(loaded: Loaded, records: readonly JournalRecord[]): void {
  for (const { seq, operation } of records)
    for (const op of simpleOperations(operation)) {
      const name = shardOf(op)
      if (seq <= (loaded.seqs.get(name) ?? 0)) continue
      const applied = applySimple(loaded.state, op)
      loaded.rewrite.add(name)
      if (applied.ok) loaded.state = applied.value.state
      else loaded.notices.push(appError('Damaged', 'replayFailed', { seq, reason: applied.error.message }))
    }
}
