import { readFile } from 'node:fs/promises'
import type { Adapter } from 'lowdb'
import { formatVersion } from '../../shared/model/project'
import { writeDurably } from './durable-file'
import { sha256 } from './hash'

/** A shard as it lies on disk: its body, and the number of the last operation in it. */
export interface ShardContent {
  readonly seq: number
  readonly body: string
}

/** What is wrong with a snapshot file. `newer`: made by a later major version of the format. */
export class ShardProblem extends Error {
  constructor(
    readonly reason: 'damaged' | 'newer',
    message: string
  ) {
    super(message)
  }
}

const header = /^\{"format":(\d+),"seq":(\d+),"sha256":"([0-9a-f]{64})","data":\n/

/**
 * The lowdb adapter of one snapshot file. Unlike lowdb's own it syncs what it writes, and checks what it reads:
 * a file whose body does not match its checksum throws a `ShardProblem`; a missing one reads as null.
 */
export class ShardFile implements Adapter<ShardContent> {
  constructor(private readonly path: string) {}

  async read(): Promise<ShardContent | null> {
    let text: string
    try {
      text = await readFile(this.path, 'utf8')
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
      throw error
    }
    return parseShard(text)
  }

  async write({ seq, body }: ShardContent): Promise<void> {
    await writeDurably(this.path, shardText(seq, body))
  }
}

export function shardText(seq: number, body: string): string {
  return `{"format":${formatVersion},"seq":${seq},"sha256":"${sha256(body)}","data":\n${body}}\n`
}

export function parseShard(text: string): ShardContent {
  const format = /^\s*\{\s*"format":\s*(\d+)/.exec(text)?.[1]
  if (format !== undefined && Number(format) > formatVersion)
    throw new ShardProblem('newer', `format ${format} is newer than ${formatVersion}`)
  const match = header.exec(text)
  if (!match || !text.endsWith('}\n')) throw new ShardProblem('damaged', 'not a whole snapshot file')
  const body = text.slice(match[0].length, -2)
  if (sha256(body) !== match[3]) throw new ShardProblem('damaged', 'its checksum does not fit')
  return { seq: Number(match[2]), body }
}
