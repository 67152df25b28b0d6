import { join } from 'node:path'
import type { Files } from './files'
import { codebookShard, infoShard, type ShardName, shardFolders } from './shards'

/** The names of all snapshot files that are there, but for the checkpoint. */
export async function listShards(folder: string, files: Files): Promise<ShardName[]> {
  const names: ShardName[] = [infoShard, codebookShard].filter((name) => files.facts(join(folder, name)))
  for (const sub of shardFolders)
    for (const name of await files.list(join(folder, sub)))
      if (name.endsWith('.json')) names.push(`${sub}/${name}`)
  return names.sort()
}
