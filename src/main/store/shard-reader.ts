import { join } from 'node:path'
import type { Annotation } from '../../shared/model/annotation'
import { appError, reasonOf } from '../../shared/model/app-error'
import type { AnnotationId } from '../../shared/model/ids'
import { LazyMap } from '../../shared/model/lazy-map'
import type { AppError } from '../../shared/model/result'
import { type AnnotationLines, annotationLines } from './annotation-lines'
import type { Checkpoint } from './checkpoint'
import { stepThrough, stepYielding } from './cooperative'
import { type Files, isCode, isNotAFile } from './files'
import { sha256 } from './hash'
import { asWritten } from './line-ends'
import type { ShardName } from './project-files'
import { quarantine } from './quarantine'
import { type BaseCopy, type Rebuilt, rebuildShards } from './rebuild'
import { RecordFile, RecordToRead } from './record-file'
import { parseShard, type ShardContent } from './shard-file'
import { documentIn, parseBody, type ShardBody } from './shards'
import { SharedStrings } from './shared-strings'

export interface ShardReaderParts {
  readonly folder: string
  readonly files: Files
  readonly checkpoint: Checkpoint | null
  /** The segments of the journal, in order, as they are now. */
  segments(): readonly string[]
  /** Sound copies from the newest backup that has them. */
  copies(names: ReadonlySet<ShardName>): ReadonlyMap<ShardName, BaseCopy>
  /** A project opened for reading is not touched, not even to mend it. */
  readonly mayWrite: boolean
  /** Records of files from so many bytes on are not held in memory but read anew each time. */
  readonly readAnewFrom: number
  found(notice: AppError): void
  /** A file was made again: it is to be written. */
  mended(name: ShardName): void
}

interface Read {
  readonly body: ShardBody | null
  /** The last operation in it. */
  readonly seq: number
}

/**
 * Reads snapshot files and never gives a damaged one out: one that does not fit its checksum, its schema, its name or
 * the checkpoint is set aside and made again from the journal (and a backup, where the journal has holes). What was
 * found is told; what could not be had back is told by name.
 */
export class ShardReader {
  /** The last operation in each file that was read. */
  readonly seqs = new Map<ShardName, number>()
  private readonly prepared = new Map<ShardName, Rebuilt>()
  private readonly opened: RecordFile[] = []

  constructor(private readonly parts: ShardReaderParts) {}

  /** Makes many files again in one reading of the journal; those of them that are damaged use it. */
  prepare(names: ReadonlySet<ShardName>): void {
    if (names.size > 1) for (const [name, each] of this.rebuild(names)) this.prepared.set(name, each)
  }

  /** Throws where the file cannot be read now: too many open files, no permission. */
  read(name: ShardName): Read {
    const { folder, files, checkpoint } = this.parts
    const expected = checkpoint?.files[name]
    let text: string | null = null
    try {
      text = asWritten(files.readNow(join(folder, name)).toString('utf8'))
    } catch (error) {
      if (isCode(error, 'EIO') || isCode(error, 'ERR_STRING_TOO_LONG') || isNotAFile(error))
        return this.mend(name, error, true)
      if (!isCode(error, 'ENOENT')) throw error
    }
    if (text === null) {
      if (expected) return this.mend(name, new Error('it is missing'), false)
      this.seqs.set(name, 0)
      return { body: null, seq: 0 }
    }
    try {
      const { seq, body } = this.checked(name, text)
      const parsed = parseBody(name, body)
      this.seqs.set(name, seq)
      return { body: parsed, seq }
    } catch (error) {
      return this.mend(name, error, true)
    }
  }

  /** The annotations of a file; null where there is none. A damaged one is mended. Throws as `read` does. */
  annotations(name: ShardName): LazyMap<AnnotationId, Annotation> | null {
    const sound = stepThrough(this.soundAnnotations(name))
    if (sound) return sound
    const { body } = this.read(name)
    return body?.kind === 'annotations' ? LazyMap.from(body.annotations) : null
  }

  /**
   * The annotations of a file, read and checked in slices. Null where anything is wrong with it: `annotations` mends it
   * then, and tells. Nothing is noted of a file that is read this way but that it was read.
   */
  annotationsInSlices(name: ShardName): Promise<LazyMap<AnnotationId, Annotation> | null> {
    return stepYielding(this.soundAnnotations(name))
  }

  /** Lets go of the files that records are read from. */
  close(): void {
    for (const file of this.opened.splice(0)) file.close()
  }

  /** What is read line by line, where it is the file of which the checkpoint knows; else null. */
  private *soundAnnotations(name: ShardName): Generator<undefined, LazyMap<AnnotationId, Annotation> | null> {
    const path = join(this.parts.folder, name)
    const { files } = this.parts
    try {
      const size = files.facts(path)?.size ?? 0
      if (size >= this.parts.readAnewFrom) {
        const large = yield* this.toReadAnew(name, path, size)
        if (large) return large
      }
      const shared = new SharedStrings()
      const keep = (annotation: Annotation) => shared.within(annotation)
      const lines = yield* annotationLines(name, documentIn(name), files.pieces(path), keep)
      if (!lines) return null
      this.accept(name, lines)
      return LazyMap.of(lines.annotations)
    } catch {
      return null
    }
  }

  /** The same, each record to be read anew. Null too where line ends were changed, so that places would not fit. */
  private *toReadAnew(
    name: ShardName,
    path: string,
    size: number
  ): Generator<undefined, LazyMap<AnnotationId, Annotation> | null> {
    const file = new RecordFile(this.parts.files.openNow(path), documentIn(name))
    this.opened.push(file)
    const lines = yield* annotationLines(
      name,
      documentIn(name),
      file.pieces(),
      (_, id, place) => new RecordToRead(file, id, place)
    )
    if (lines?.bytes !== size) return null
    this.accept(name, lines)
    return LazyMap.lazy(lines.annotations)
  }

  /** Notes that a file was read line by line. Throws where it is not the one of which the checkpoint knows. */
  private accept(name: ShardName, lines: Pick<AnnotationLines<unknown>, 'seq' | 'sha256'>): void {
    this.requireKnown(name, lines.seq, () => lines.sha256)
    this.seqs.set(name, lines.seq)
  }

  /** The file's content, of which the checkpoint knows. Throws where it is damaged, or another. */
  private checked(name: ShardName, text: string): ShardContent {
    const content = parseShard(name, text)
    this.requireKnown(name, content.seq, () => sha256(text))
    return content
  }

  /** Throws where a file is not the one of which the checkpoint knows, nor a newer one. */
  private requireKnown(name: ShardName, seq: number, sum: () => string): void {
    const expected = this.parts.checkpoint?.files[name]
    if (!expected) return
    if (seq < expected.seq) throw new Error('it is older than the checkpoint')
    if (seq === expected.seq && sum() !== expected.sha256)
      throw new Error('it is not the one that the checkpoint names')
  }

  private mend(name: ShardName, error: unknown, there: boolean): Read {
    const { folder, files, mayWrite } = this.parts
    const reason = reasonOf(error).split('\n')[0]?.slice(0, 200) ?? ''
    const rebuilt = this.prepared.get(name) ?? this.rebuild(new Set([name])).get(name)
    const place = there && mayWrite ? quarantine(folder, name, files) : '–'
    const { body = null, seq = 0 } = rebuilt ?? {}
    const complete = this.suffices(name, rebuilt)
    this.parts.found(
      appError('Damaged', complete ? 'snapshotRebuilt' : 'snapshotIncomplete', { name, place, reason })
    )
    this.seqs.set(name, seq)
    this.parts.mended(name)
    return { body, seq }
  }

  private rebuild(names: ReadonlySet<ShardName>): Map<ShardName, Rebuilt> {
    const { folder, files } = this.parts
    const fromJournal = rebuildShards(folder, files, this.parts.segments(), names)
    const lacking = new Set([...names].filter((name) => !this.suffices(name, fromJournal.get(name))))
    if (lacking.size === 0) return fromJournal
    const copies = this.parts.copies(lacking)
    for (const [name, each] of rebuildShards(folder, files, this.parts.segments(), lacking, copies))
      if (copies.has(name)) fromJournal.set(name, each)
    return fromJournal
  }

  /** Whether what was made again holds all that the file is known to have held. */
  private suffices(name: ShardName, rebuilt: Rebuilt | undefined): boolean {
    return rebuilt?.complete === true && rebuilt.seq >= (this.parts.checkpoint?.files[name]?.seq ?? 0)
  }
}
