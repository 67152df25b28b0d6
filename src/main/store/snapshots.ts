import { Low } from 'lowdb'
import type { ProjectState } from '../../shared/model/state'
import { linksIn } from '../../shared/operations/back-links'
import type { CountedState } from '../../shared/operations/counted-state'
import type { Counts } from '../../shared/operations/counts'
import type { Operation } from '../../shared/operations/operation'
import { simpleOperations } from '../../shared/operations/simple-operations'
import type { CheckpointWriter, ClosedSegment, FileEntry } from './checkpoint'
import { joinYielding } from './cooperative'
import type { Files } from './files'
import { sha256 } from './hash'
import type { ShardName } from './project-files'
import { type ShardContent, ShardFile, shardText } from './shard-file'
import { documentIn, shardLines, shardOf, workIn } from './shards'

/** Files are written when nobody has changed anything for so long: while a person codes, the disk is the journal's. */
const quietMilliseconds = 1000
/** How far they lag behind at most while one change follows another: so much of the journal is read at an opening. */
const longestWaitMilliseconds = 10_000
const together = 4

/** What the snapshots are made of, asked for at the moment of writing. */
export interface SnapshotSource {
  current(): { readonly standing: CountedState; readonly seq: number }
  /** Throws where the project is no longer ours to write to. */
  guard(): void
  closedSegments(): Readonly<Record<string, ClosedSegment>>
  /** Every operation up to `seq` is in the files now. */
  covered(seq: number): void
  /** Writing failed. Nothing is lost: the journal holds it, and the next change or the closing tries again. */
  failed(error: unknown): void
}

/**
 * The snapshot files of a project. Changes mark files as touched; when it is quiet the touched ones alone are written,
 * each through lowdb and our durable adapter, and the checkpoint last. They lag behind the journal and may be lost
 * without loss: opening replays the journal's tail.
 */
export class Snapshots {
  private readonly touched = new Set<ShardName>()
  private timer: NodeJS.Timeout | null = null
  /** When the first change was made that is in no file yet, in milliseconds of `performance.now`. */
  private touchedAt: number | null = null
  private writing: Promise<void> = Promise.resolve()
  private stopAt = Number.POSITIVE_INFINITY

  constructor(
    private readonly folder: string,
    private readonly files: Files,
    private readonly checkpoint: CheckpointWriter,
    private readonly source: SnapshotSource
  ) {}

  touch(operation: Operation): void {
    for (const op of simpleOperations(operation)) this.touched.add(shardOf(op))
    this.schedule()
  }

  touchShards(names: Iterable<ShardName>): void {
    for (const name of names) this.touched.add(name)
    if (this.touched.size > 0) this.schedule()
  }

  /**
   * Writes everything touched, now. Resolves when the checkpoint is on disk; or, with a limit, when the time is up:
   * what is then not written is left to the journal.
   */
  async flush({ within = Number.POSITIVE_INFINITY } = {}): Promise<void> {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    if (within !== Number.POSITIVE_INFINITY) this.stopAt = performance.now() + within
    this.writing = this.writing.catch(() => {}).then(() => this.write())
    await this.writing
  }

  /** Nothing more is written from now on. */
  stop(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    this.stopAt = 0
  }

  private schedule(): void {
    if (this.stopAt === 0) return
    if (this.timer) clearTimeout(this.timer)
    const now = performance.now()
    this.touchedAt ??= now
    const longest = this.touchedAt + longestWaitMilliseconds - now
    this.timer = setTimeout(
      () => {
        this.timer = null
        this.flush().catch((error: unknown) => this.source.failed(error))
      },
      Math.max(0, Math.min(quietMilliseconds, longest))
    )
  }

  private async write(): Promise<void> {
    if (this.touched.size === 0) return
    this.source.guard()
    // What is touched, and the state that it is touched in, are taken in one turn: the checkpoint's promise.
    const { standing, seq } = this.source.current()
    const names = [...this.touched]
    this.touched.clear()
    this.touchedAt = null
    const waiting = [...names]
    const left = new Set(names)
    const work = async () => {
      for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
        if (performance.now() > this.stopAt) return
        this.source.guard()
        await this.writeShard(name, standing, seq)
        left.delete(name)
      }
    }
    try {
      // All have to be over, also where one fails: no two may ever write one file.
      const done = await Promise.allSettled(Array.from({ length: together }, work))
      for (const each of done) if (each.status === 'rejected') throw each.reason
      if (left.size > 0) return
      this.source.guard()
      await this.checkpoint.write(seq, standing.counts, this.source.closedSegments())
      names.length = 0
    } finally {
      for (const name of names) this.touched.add(name)
    }
    this.source.covered(seq)
  }

  private async writeShard(name: ShardName, { state, counts }: CountedState, seq: number): Promise<void> {
    const body = await joinYielding(shardLines(state, name))
    const database = new Low<ShardContent>(new ShardFile(this.folder, name, this.files), { seq, body })
    await database.write()
    const text = shardText(name, seq, body)
    const bytes = Buffer.byteLength(text)
    const records = lateRecords(name, state, counts)
    const links = lateLinks(name, state)
    this.checkpoint.set(name, {
      seq,
      bytes,
      sha256: sha256(text),
      ...(records === undefined ? {} : { records }),
      ...(links.length === 0 ? {} : { links })
    })
  }
}

/** The links in the memos of a file that is only read when it is needed. */
function lateLinks(name: ShardName, state: ProjectState): FileEntry['links'] & object {
  const passages = name.startsWith('annotations/') ? state.annotations.get(documentIn(name)) : undefined
  return passages ? linksIn(passages).map(([target, id]) => [target, id]) : []
}

/** How many records a file holds that is only read when it is needed. */
function lateRecords(name: ShardName, state: ProjectState, counts: Counts): number | undefined {
  if (name.startsWith('annotations/')) return counts.documents.get(documentIn(name)) ?? 0
  if (!name.startsWith('alignments/')) return undefined
  return Object.keys(state.alignments.get(workIn(name)) ?? {}).length
}
