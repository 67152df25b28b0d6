import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Files } from '../store/files'
import { parseShardName, type ShardName } from '../store/project-files'
import type { BaseCopy } from '../store/rebuild'
import { parseShard } from '../store/shard-file'
import { parseBody } from '../store/shards'
import { fromArchive } from './archive'
import { backupFolder } from './backup'
import { newestFirst, parseBackupFile } from './backup-names'

/** The newest sound copy of each of some snapshot files, from the backups. */
export function newestCopies(
  folder: string,
  files: Files,
  names: ReadonlySet<ShardName>
): Map<ShardName, BaseCopy> {
  const copies = new Map<ShardName, BaseCopy>()
  for (const { file } of backupNames(folder)) {
    if (copies.size === names.size) break
    const lacking = (name: string) => {
      const shard = parseShardName(name)
      return shard !== null && names.has(shard) && !copies.has(shard)
    }
    try {
      for (const [name, bytes] of fromArchive(join(folder, backupFolder, file), files, lacking)) {
        const shard = parseShardName(name)
        const copy = shard && soundCopy(shard, bytes)
        if (copy) copies.set(shard, copy)
      }
    } catch {
      // A backup that cannot be read has no copies; `verify` says so.
    }
  }
  return copies
}

function backupNames(folder: string) {
  try {
    return readdirSync(join(folder, backupFolder))
      .flatMap((name) => parseBackupFile(name) ?? [])
      .sort(newestFirst)
  } catch {
    return []
  }
}

function soundCopy(name: ShardName, bytes: Buffer): BaseCopy | null {
  try {
    const { seq, body } = parseShard(name, bytes.toString('utf8'))
    return { seq, body: parseBody(name, body) }
  } catch {
    return null
  }
}
