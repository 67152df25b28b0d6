import { z } from 'zod'
import { AnnotationId, CoderId, ThemeId } from '../../shared/model/ids'
import type { Counts } from '../../shared/operations/counts'
import type { Files } from './files'
import { checkpointName, isSegment, parseShardName, type ShardName } from './project-files'
import { ShardFile, ShardProblem } from './shard-file'
import { joinLines, stableEntries, stableJson } from './stable-json'

const count = z.int().min(0)

/**
 * What the checkpoint knows of a snapshot file: the last operation in it, its size, hash, and (where it is read late) its
 * records and the links in the memos of its annotations, each by what it leads to and the annotation.
 */
export const FileEntry = z.object({
  seq: count,
  bytes: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  records: count.optional(),
  links: z.array(z.tuple([z.string(), AnnotationId])).optional()
})
export type FileEntry = z.infer<typeof FileEntry>

/** A journal segment that is closed: nothing will be written to it any more. */
export const ClosedSegment = z.object({ first: count, last: count, bytes: count })
export type ClosedSegment = z.infer<typeof ClosedSegment>

const Body = z.object({
  coders: z.record(CoderId, count),
  themes: z.record(ThemeId, count),
  journal: z.record(z.string(), ClosedSegment),
  /** Whether the entries name the links of their files. Earlier versions did not. */
  linked: z.boolean().default(false),
  files: z.record(z.string(), FileEntry)
})

/**
 * What the snapshot files amount to: every operation up to `seq` is in them. It also keeps what can be counted
 * from them, so that opening need not. A cache: without it the files and the journal are simply read whole.
 */
export interface Checkpoint extends Omit<z.infer<typeof Body>, 'files'> {
  readonly seq: number
  readonly files: Readonly<Record<ShardName, FileEntry>>
}

/**
 * Null where there is none. Throws a ShardProblem where it is damaged, of another format, or names a file that is no
 * snapshot file: its checksum is no secret, and what it names is moved and written.
 */
export function readCheckpoint(folder: string, files: Files): Checkpoint | null {
  const content = new ShardFile(folder, checkpointName, files).readNow()
  if (!content) return null
  const body = Body.safeParse(JSON.parse(content.body))
  if (!body.success) throw new ShardProblem('damaged', 'it does not fit its schema')
  const named: Record<ShardName, FileEntry> = {}
  for (const [name, entry] of Object.entries(body.data.files)) {
    const shard = parseShardName(name)
    if (shard === null) throw new ShardProblem('damaged', 'it names a file that is not of a project')
    named[shard] = entry
  }
  if (!Object.keys(body.data.journal).every(isSegment))
    throw new ShardProblem('damaged', 'it names a segment that is none')
  return { ...body.data, files: named, seq: content.seq }
}

/** The snapshot files that a checkpoint names. */
export function filesNamed(checkpoint: Checkpoint): ShardName[] {
  return Object.keys(checkpoint.files).flatMap((name) => parseShardName(name) ?? [])
}

/** Writes checkpoints. Keeps the line of each file, so that ten thousand of them cost little each time. */
export class CheckpointWriter {
  private readonly lines = new Map<ShardName, string>()
  private readonly entries = new Map<ShardName, FileEntry>()

  constructor(
    private readonly folder: string,
    private readonly files: Files,
    entries: Readonly<Record<ShardName, FileEntry>>
  ) {
    for (const name of Object.keys(entries)) {
      const shard = parseShardName(name)
      const entry = shard && entries[shard]
      if (entry) this.set(shard, entry)
    }
  }

  set(name: ShardName, entry: FileEntry): void {
    this.entries.set(name, entry)
    this.lines.set(name, `${JSON.stringify(name)}:${stableJson(entry)}`)
  }

  delete(name: ShardName): void {
    this.entries.delete(name)
    this.lines.delete(name)
  }

  get(name: ShardName): FileEntry | undefined {
    return this.entries.get(name)
  }

  async write(seq: number, counts: Counts, closed: Readonly<Record<string, ClosedSegment>>): Promise<void> {
    const names = [...this.lines.keys()].sort()
    const files = joinLines(names.map((name) => this.lines.get(name) ?? ''))
    const record = (data: Readonly<Record<string, unknown>>) => joinLines([...stableEntries(data)])
    const body = `{"coders":${record(counts.coders.toRecord())},\n"themes":${record(counts.themes.toRecord())},\n"journal":${record(closed)},\n"linked":true,\n"files":${files}}`
    await new ShardFile(this.folder, checkpointName, this.files).write({ seq, body })
  }
}
