import { join } from 'node:path'
import type { Adapter } from 'lowdb'
import { formatVersion } from '../../shared/model/project'
import { writeDurably } from './durable-file'
import { type Files, isCode, isNotAFile, realFiles } from './files'
import { sha256 } from './hash'
import { asWritten } from './line-ends'
import { checkpointName, parseShardName, type SnapshotFileName } from './project-files'

/** A snapshot file as it lies on disk: its body, and the number of the last operation in it. */
export interface ShardContent {
  readonly seq: number
  readonly body: string
}

/** What is wrong with a snapshot file. `newer`, `older`: made by another major version of the format. */
export class ShardProblem extends Error {
  constructor(
    readonly reason: 'damaged' | 'newer' | 'older',
    message: string
  ) {
    super(message)
  }
}

/** The first line of a snapshot file: format, name, number of the last operation, checksum. */
export const shardHeader =
  /^\{"format":(\d{1,6}),"name":"([^"\\]{1,200})","seq":(\d{1,15}),"sha256":"([0-9a-f]{64})","data":\n/

/**
 * The lowdb adapter of one snapshot file. Unlike lowdb's own it syncs what it writes, and checks what it reads:
 * a file that does not match its checksum, that is another's, or that is a link throws a `ShardProblem`; a missing one
 * reads as null.
 */
export class ShardFile implements Adapter<ShardContent> {
  constructor(
    private readonly folder: string,
    private readonly name: SnapshotFileName,
    private readonly files: Files = realFiles
  ) {
    if (name !== checkpointName && parseShardName(name) === null)
      throw new Error(`${name} is no snapshot file`)
  }

  async read(): Promise<ShardContent | null> {
    return this.readNow()
  }

  readNow(): ShardContent | null {
    try {
      return parseShard(this.name, this.files.readNow(join(this.folder, this.name)).toString('utf8'))
    } catch (error) {
      if (isCode(error, 'ENOENT')) return null
      if (isNotAFile(error)) throw damaged('it is not a file')
      throw error
    }
  }

  async write({ seq, body }: ShardContent): Promise<void> {
    await writeDurably(join(this.folder, this.name), shardText(this.name, seq, body), this.files)
  }
}

export function shardText(name: string, seq: number, body: string): string {
  const sum = shardSum(formatVersion, name, seq, body)
  return `{"format":${formatVersion},"name":"${name}","seq":${seq},"sha256":"${sum}","data":\n${body}}\n`
}

/** The SHA-256 that a snapshot file carries: of its format, name, number and body, so that none can change alone. */
function shardSum(format: number, name: string, seq: number, body: string): string {
  return sha256(`${format}\n${name}\n${seq}\n${body}`)
}

/** Reads the text of a snapshot file, whatever line ends it has been given. Throws a `ShardProblem`. */
export function parseShard(name: string, given: string): ShardContent {
  const text = asWritten(given)
  const match = shardHeader.exec(text)
  if (!match || !text.endsWith('}\n')) throw otherFormat(text) ?? damaged('not a whole snapshot file')
  const [whole, format, ownName, seq, sum] = match
  const body = text.slice(whole.length, -2)
  if (shardSum(formatVersion, ownName ?? '', Number(seq), body) !== sum)
    throw otherFormat(text) ?? damaged('its checksum does not fit')
  // It says that it is newer, and yet it is ours: left alone all the same, until somebody asks for a repair.
  if (Number(format) !== formatVersion) throw otherFormat(text) ?? damaged('its checksum does not fit')
  if (ownName !== name) throw damaged(`it is the file ${ownName}`)
  return { seq: Number(seq), body }
}

function damaged(message: string): ShardProblem {
  return new ShardProblem('damaged', message)
}

/** A file that says it is of another format; what it says cannot be checked here. */
function otherFormat(text: string): ShardProblem | null {
  const format = Number(/^\s*\{\s*"format":\s*(\d{1,6})\b/.exec(text)?.[1] ?? formatVersion)
  if (format > formatVersion)
    return new ShardProblem('newer', `format ${format} is newer than ${formatVersion}`)
  return format < formatVersion ? new ShardProblem('older', `format ${format}`) : null
}
