import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { appError, reasonOf } from '../../shared/model/app-error'
import { newId } from '../../shared/model/new-id'
import type { Coder, ProjectInfo } from '../../shared/model/project'
import { err, ok, type Result } from '../../shared/model/result'
import { emptyState } from '../../shared/model/state'
import { standingOf } from '../../shared/operations/perform'
import { CheckpointWriter } from '../store/checkpoint'
import { realFiles } from '../store/files'
import { Journal } from '../store/journal'
import { eagerShards, shardFolders } from '../store/shards'
import { Snapshots } from '../store/snapshots'

/**
 * Makes a new, empty project in a folder that is empty or does not exist yet.
 * The checkpoint is written last: a project whose making was cut short is made whole from its journal.
 */
export async function createProject(folder: string, name: string, coder: Coder): Promise<Result<null>> {
  try {
    await mkdir(folder, { recursive: true })
    if ((await readdir(folder)).length > 0) return err(appError('Conflict', 'folderNotEmpty', { folder }))
  } catch (error) {
    return err(appError('StorageFailed', 'folderNotWritable', { folder, reason: reasonOf(error) }))
  }
  const created = new Date().toISOString()
  const blank: ProjectInfo = { id: newId.project(), name, created, coders: {} }
  const info = { ...blank, coders: { [coder.id]: coder } }
  try {
    for (const sub of [...shardFolders, 'texts', 'originals', 'backups', 'journal'])
      await mkdir(join(folder, sub), { recursive: true })
    const files = realFiles
    const { journal } = await Journal.open(folder, { files, after: 0, closed: {} })
    await journal.append([
      {
        seq: 1,
        time: created,
        coder: coder.id,
        kind: 'do',
        undo: 0,
        redo: 0,
        below: 0,
        operation: { type: 'project.create', info },
        inverse: { type: 'project.create', info: blank }
      }
    ])
    await journal.close()
    const standing = standingOf(emptyState(info))
    const snapshots = new Snapshots(folder, files, new CheckpointWriter(folder, files, {}), {
      current: () => ({ standing, seq: 1 }),
      guard() {},
      closedSegments: () => ({}),
      covered() {},
      failed() {}
    })
    snapshots.touchShards(eagerShards)
    await snapshots.flush()
    return ok(null)
  } catch (error) {
    for (const each of await readdir(folder).catch(() => []))
      await rm(join(folder, each), { recursive: true, force: true })
    return err(appError('StorageFailed', 'folderNotWritable', { folder, reason: reasonOf(error) }))
  }
}
