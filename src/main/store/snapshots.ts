import { mkdir, readdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { z } from 'zod'
import { formatVersion } from '../../shared/model/project'
import type { ProjectState } from '../../shared/model/state'
import type { Operation } from '../../shared/operations/operation'
import { simpleOperations } from '../../shared/operations/simple-operations'
import { writeDurably } from './durable-file'
import { sha256 } from './hash'
import { type ShardContent, ShardFile, shardText } from './shard-file'
import { codebookShard, infoShard, libraryShard, type ShardName, shardBody, shardOf } from './shards'
import { stableLines } from './stable-json'

/** file -> its hash and the last operation in it; written last, after the files it names. */
export const Checkpoint = z.object({
  format: z.int(),
  seq: z.int().min(0),
  files: z.record(z.string(), z.object({ seq: z.int().min(0), sha256: z.string() }))
})
export type Checkpoint = z.infer<typeof Checkpoint>

const checkpointName = 'checkpoint.json'
const quietMilliseconds = 400

/**
 * The snapshot files of a project. Changes mark shards as touched; a moment later the touched ones alone are written,
 * each through a lowdb database of its own, and the checkpoint last. They lag behind the journal and may be lost
 * without loss: opening replays the journal's tail.
 */
export class Snapshots {
  private readonly touched = new Set<ShardName>()
  private readonly databases = new Map<ShardName, Low<ShardContent>>()
  private timer: NodeJS.Timeout | null = null
  private writing: Promise<void> = Promise.resolve()

  constructor(
    private readonly folder: string,
    private checkpoint: Checkpoint,
    private readonly current: () => { state: ProjectState; seq: number },
    private readonly onProblem: (error: unknown) => void
  ) {}

  touch(operation: Operation): void {
    for (const op of simpleOperations(operation)) this.touched.add(shardOf(op))
    this.schedule()
  }

  touchShards(names: Iterable<ShardName>): void {
    for (const name of names) this.touched.add(name)
    this.schedule()
  }

  /** Writes everything touched, now. Resolves when the checkpoint is on disk. */
  async flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    this.writing = this.writing.then(() => this.write())
    await this.writing
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null
      this.flush().catch(this.onProblem)
    }, quietMilliseconds)
  }

  private async write(): Promise<void> {
    if (this.touched.size === 0) return
    const { state, seq } = this.current()
    const names = [...this.touched]
    const files = { ...this.checkpoint.files }
    for (const name of names) {
      const body = shardBody(state, name)
      const database = this.databaseOf(name)
      database.data = { seq, body }
      await database.write()
      files[name] = { seq, sha256: sha256(shardText(seq, body)) }
      this.touched.delete(name)
    }
    const checkpoint = { format: formatVersion, seq, files }
    await writeCheckpoint(this.folder, checkpoint)
    this.checkpoint = checkpoint
  }

  private databaseOf(name: ShardName): Low<ShardContent> {
    const known = this.databases.get(name)
    if (known) return known
    const made = new Low<ShardContent>(new ShardFile(join(this.folder, name)), { seq: 0, body: '{}' })
    this.databases.set(name, made)
    return made
  }
}

export async function writeCheckpoint(folder: string, checkpoint: Checkpoint): Promise<void> {
  const { format, seq, files } = checkpoint
  await writeDurably(
    join(folder, checkpointName),
    `{"format":${format},"seq":${seq},"files":${stableLines(files)}}\n`
  )
}

/** The checkpoint, or null where it is missing or unreadable (then every shard vouches for itself). */
export async function readCheckpoint(folder: string): Promise<Checkpoint | null> {
  try {
    return Checkpoint.parse(JSON.parse(await readFile(join(folder, checkpointName), 'utf8')))
  } catch {
    return null
  }
}

/** The names of all snapshot files that are there. */
export async function listShards(folder: string): Promise<ShardName[]> {
  const inside = async (sub: string) => {
    try {
      const names = await readdir(join(folder, sub))
      return names.filter((name) => name.endsWith('.json')).map((name) => `${sub}/${name}`)
    } catch {
      return []
    }
  }
  return [
    infoShard,
    codebookShard,
    libraryShard,
    ...(await inside('annotations')),
    ...(await inside('alignments'))
  ]
}

/** Moves a damaged file out of the way, never over another; returns where it lies now, relative to the project. */
export async function setAside(folder: string, name: ShardName, stamp: string): Promise<string> {
  const place = `damaged/${stamp.replaceAll(/[:.]/g, '-')}-${name.replaceAll('/', '-')}`
  await mkdir(join(folder, 'damaged'), { recursive: true })
  await rename(join(folder, name), join(folder, place))
  return place
}
