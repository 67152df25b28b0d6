import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { appError, reasonOf } from '../../shared/model/app-error'
import { newId } from '../../shared/model/new-id'
import { type Coder, formatVersion, type ProjectInfo } from '../../shared/model/project'
import { err, ok, type Result } from '../../shared/model/result'
import { emptyState } from '../../shared/model/state'
import { sha256 } from '../store/hash'
import { Journal } from '../store/journal'
import { ShardFile, shardText } from '../store/shard-file'
import { codebookShard, infoShard, libraryShard, shardBody } from '../store/shards'
import { writeCheckpoint } from '../store/snapshots'

/**
 * Makes a new, empty project in a folder that is empty or does not exist yet.
 * project.json is written last of the snapshots, so that a folder is a project only when it is whole.
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
  const state = emptyState({ ...blank, coders: { [coder.id]: coder } })
  try {
    for (const sub of ['texts', 'originals', 'annotations', 'alignments', 'journal'])
      await mkdir(join(folder, sub), { recursive: true })
    const { journal } = await Journal.open(folder)
    await journal.append([
      {
        seq: 1,
        time: created,
        coder: coder.id,
        kind: 'do',
        operation: { type: 'project.create', info: state.info },
        inverse: { type: 'project.create', info: blank }
      }
    ])
    await journal.close()
    const files: Record<string, { seq: number; sha256: string }> = {}
    for (const shard of [codebookShard, libraryShard, infoShard]) {
      const body = shardBody(state, shard)
      await new ShardFile(join(folder, shard)).write({ seq: 1, body })
      files[shard] = { seq: 1, sha256: sha256(shardText(1, body)) }
    }
    await writeCheckpoint(folder, { format: formatVersion, seq: 1, files })
    return ok(null)
  } catch (error) {
    for (const each of await readdir(folder).catch(() => []))
      await rm(join(folder, each), { recursive: true, force: true })
    return err(appError('StorageFailed', 'folderNotWritable', { folder, reason: reasonOf(error) }))
  }
}
