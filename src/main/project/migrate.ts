import { join } from 'node:path'
import { formatVersion } from '../../shared/model/project'
import { ok, type Result } from '../../shared/model/result'
import { makeBackup } from '../backup/backup'
import { type Files, isCode, isNotAFile } from '../store/files'
import { asWritten } from '../store/line-ends'
import { checkpointName } from '../store/project-files'
import { infoShard } from '../store/shards'
import { upgrade } from './migrations/upgrade'

/**
 * Brings a project of an older format up to date, one version after another. A backup of the old files comes first;
 * without it nothing is touched. Each step can be cut short at any point and begun again: `project.json`, written
 * last, tells which format the project is of. Answers whether there was anything to do.
 */
export async function migrate(folder: string, files: Files): Promise<Result<boolean>> {
  const from = olderFormat(folder, files)
  if (from === null) return ok(false)
  const backedUp = await makeBackup(folder, { reason: 'migration', seq: 0, closedSegments: [], files })
  if (!backedUp.ok) return backedUp
  await upgrade(folder, from, files)
  return ok(true)
}

/** The format of an older project, by the beginning of `project.json`, or of the checkpoint where that is damaged. */
function olderFormat(folder: string, files: Files): number | null {
  const said = [infoShard, checkpointName].map((name) => {
    const head = /^\{"format":(\d{1,6}),/.exec(headOf(folder, name, files) ?? '')
    return head ? Number(head[1]) : null
  })
  const format = said.find((each) => each !== null)
  return format !== undefined && format !== null && format < formatVersion ? format : null
}

function headOf(folder: string, name: string, files: Files): string | null {
  try {
    return asWritten(files.readNow(join(folder, name)).toString('utf8', 0, 200))
  } catch (error) {
    if (isCode(error, 'ENOENT') || isNotAFile(error)) return null
    throw error
  }
}
