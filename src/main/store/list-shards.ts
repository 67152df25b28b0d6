import { join } from 'node:path'
import type { Files } from './files'
import { isSegment, parseShardName, type ShardName } from './project-files'
import { codebookShard, infoShard, memosShard, shardFolders } from './shards'

/** The names of all snapshot files that are there, but for the checkpoint. Files of other programs are passed over. */
export async function listShards(folder: string, files: Files): Promise<ShardName[]> {
  const names: ShardName[] = [infoShard, codebookShard, memosShard].filter((name) =>
    files.facts(join(folder, name))
  )
  for (const sub of shardFolders)
    for (const name of await files.list(join(folder, sub))) {
      const shard = parseShardName(`${sub}/${name}`)
      if (shard) names.push(shard)
    }
  return names.sort()
}

/** How many names of stray files are told. */
const mostNames = 5

/**
 * Files among a project's own that no Variorum wrote and that look as if one had: copies that Dropbox, OneDrive or
 * Syncthing made of a conflict, doubles of the Finder. They are told, and left alone.
 */
export async function strayFiles(
  folder: string,
  files: Files
): Promise<{ count: number; names: string } | null> {
  const stray: string[] = []
  for (const sub of [...shardFolders, 'journal'] as const)
    for (const name of await files.list(join(folder, sub))) {
      const ours = sub === 'journal' ? isSegment(name) : parseShardName(`${sub}/${name}`) !== null
      if (!ours && /\.jsonl?$/i.test(name)) stray.push(`${sub}/${name}`)
    }
  if (stray.length === 0) return null
  const names = stray.sort().slice(0, mostNames).join(', ')
  return { count: stray.length, names: stray.length > mostNames ? `${names} …` : names }
}
