import { join } from 'node:path'
import type { Files } from './files'
import { checkpointName, isSegment, parseShardName, type ShardName } from './project-files'
import { parseShard } from './shard-file'
import { codebookShard, infoShard, memosShard, shardFolders } from './shards'

/**
 * The names of all snapshot files that are there, but for the checkpoint. Files of other programs are passed over: those
 * with other names, and those whose name could be one of ours and that say themselves that they are another.
 */
export async function listShards(folder: string, files: Files): Promise<ShardName[]> {
  const names: ShardName[] = [infoShard, codebookShard, memosShard].filter((name) =>
    files.facts(join(folder, name))
  )
  for (const sub of shardFolders)
    for (const name of await files.list(join(folder, sub))) {
      const shard = parseShardName(`${sub}/${name}`)
      if (shard && !isCopyOfAnother(folder, shard, files)) names.push(shard)
    }
  return names.sort()
}

/** Whether a file is a sound snapshot file, and says that it is another one than its name does. */
function isCopyOfAnother(folder: string, name: ShardName, files: Files): boolean {
  try {
    const text = files.readNow(join(folder, name)).toString('utf8')
    const own = /^\uFEFF?\{"format":\d+,"name":"([^"\\]{1,200})"/.exec(text)?.[1]
    if (own === undefined || own === name || parseShardName(own) === null) return false
    parseShard(own, text)
    return true
  } catch {
    return false
  }
}

/** How many names of stray files are told. */
const mostNames = 5

/** In the project's own folder: a file that is called as one of ours and something more, or as its double. */
const likeOurs = /^(?:\._)?(?:project|codebook|memos|checkpoint)(?:\W.*)?\.json$/i

/**
 * Files among a project's own that look as if a Variorum had written them and that are none of the project's: copies
 * that Dropbox, OneDrive or Syncthing made of a conflict, doubles of the Finder. They are told, and left alone.
 *
 * @param isKnown whether a snapshot file is one of the project's
 */
export async function strayFiles(
  folder: string,
  files: Files,
  isKnown: (name: ShardName) => boolean
): Promise<{ count: number; names: string } | null> {
  const stray = (await files.list(folder)).filter(
    (name) => likeOurs.test(name) && name !== checkpointName && parseShardName(name) === null
  )
  for (const sub of [...shardFolders, 'journal'] as const)
    for (const name of await files.list(join(folder, sub))) {
      const shard = parseShardName(`${sub}/${name}`)
      const ours = sub === 'journal' ? isSegment(name) : shard !== null && isKnown(shard)
      if (!ours && /\.jsonl?$/i.test(name)) stray.push(`${sub}/${name}`)
    }
  if (stray.length === 0) return null
  const names = stray.sort().slice(0, mostNames).join(', ')
  return { count: stray.length, names: stray.length > mostNames ? `${names} …` : names }
}
