import { join } from 'node:path'
import type { Annotation } from '../../shared/model/annotation'
import { appError, reasonOf } from '../../shared/model/app-error'
import type { AnnotationId, DocumentId } from '../../shared/model/ids'
import { LazyMap } from '../../shared/model/lazy-map'
import type { AppError } from '../../shared/model/result'
import type { ProjectState } from '../../shared/model/state'
import { applySimple } from '../../shared/operations/apply'
import { type Counts, countAll, countsAfter, noCounts } from '../../shared/operations/counts'
import { simpleOperations } from '../../shared/operations/simple-operations'
import { newestCopies } from '../backup/backup-copies'
import { type Checkpoint, filesNamed, readCheckpoint } from '../store/checkpoint'
import { forEachYielding } from '../store/cooperative'
import type { Files } from '../store/files'
import { Journal } from '../store/journal'
import { type JournalFindings, JournalPages } from '../store/journal-pages'
import type { JournalRecord } from '../store/journal-record'
import { listShards, strayFiles } from '../store/list-shards'
import { checkpointName, isSegment, type ShardName } from '../store/project-files'
import { quarantine } from '../store/quarantine'
import { blankState } from '../store/rebuild'
import { ShardProblem } from '../store/shard-file'
import { ShardReader } from '../store/shard-reader'
import { documentIn, eagerShards, shardOf, withAnnotations, withShard, workIn } from '../store/shards'
import { linksOf } from './load-links'
import type { Head } from './session-parts'

export interface LoadOptions {
  readonly files: Files
  /** A project opened for reading is not touched. */
  readonly mayWrite: boolean
  /** False right after a migration, which leaves it to be made. */
  readonly expectCheckpoint: boolean
  /** Told of a file that is found damaged, at opening or later when it is first read. */
  found(notice: AppError): void
  /** A file was made again: it is to be written. */
  mended(name: ShardName): void
  progress(done: number, total: number): void
  readonly segmentBytes?: number | undefined
  /** Highlights of files from so many bytes on are not held in memory but read anew each time. */
  readonly readAnewFrom?: number
}

export interface Loaded {
  readonly head: Head
  /** Null in a project that is only read. */
  readonly journal: Journal | null
  readonly pages: JournalPages
  readonly checkpoint: Checkpoint | null
  /** The snapshot files that there are. */
  readonly known: readonly ShardName[]
  /** Lets go of the files that are read from later. */
  release(): void
}

/**
 * Reads a project: the checkpoint, the files that are always needed, and the end of the journal. The annotations and
 * alignments that the checkpoint vouches for stay on disk until they are asked for. Without a (sound) checkpoint
 * everything is read.
 */
export async function loadProject(folder: string, options: LoadOptions): Promise<Loaded> {
  const { files, mayWrite } = options
  let recount = false
  const found = (notice: AppError) => {
    if (notice.key.startsWith('snapshot')) recount = true
    options.found(notice)
  }
  const checkpoint = checkpointOf(folder, options)
  let segments = await segmentsIn(folder, files)
  const reader = new ShardReader({
    folder,
    files,
    checkpoint,
    segments: () => segments,
    copies: (names) => newestCopies(folder, files, names),
    mayWrite,
    readAnewFrom: options.readAnewFrom ?? Number.POSITIVE_INFINITY,
    found,
    mended: options.mended
  })
  const known = checkpoint ? filesNamed(checkpoint) : await listShards(folder, files)
  const wrong = checkpoint ? known.filter((name) => sizeDiffers(folder, files, checkpoint, name)) : []
  reader.prepare(new Set(wrong))
  let state: ProjectState = blankState()
  for (const name of eagerShards) {
    const { body } = reader.read(name)
    if (body) state = withShard(state, body)
  }
  state = withLazy(state, known, checkpoint, reader)

  const { segmentBytes } = options
  const reading = { files, after: checkpoint?.seq ?? 0, closed: checkpoint?.journal ?? {}, segmentBytes }
  const { findings, pages, journal, kept } = await openJournal(folder, mayWrite, reading)
  try {
    segments = pages.segments
    if (findings.cut > 0) found(tornEnd(findings, kept))
    for (const place of findings.damaged) found(appError('Damaged', 'journalLineDamaged', { place }))
    for (const gap of findings.gaps) found(appError('Damaged', 'journalGap', gap))

    const touched = new Set(
      findings.tail.flatMap((each) => simpleOperations(each.operation)).map((op) => shardOf(op))
    )
    const ours = new Set<ShardName>([...known, ...eagerShards, ...touched])
    const stray = await strayFiles(folder, files, (name) => ours.has(name))
    if (stray) found(appError('Invalid', 'strayFiles', stray))
    // What the end of the journal touches may rightly be newer than the checkpoint; the rest may not differ from it.
    for (const name of wrong)
      if (!touched.has(name)) {
        state = readNow(state, reader, name)
        options.mended(name)
      }
    state = replay(state, findings.tail, reader, options)
    const last = findings.last?.seq ?? 0
    const seq = Math.max(last, checkpoint?.seq ?? 0, ...reader.seqs.values())
    if (last < seq) found(appError('Damaged', 'journalShort', { last, seq }))
    const { undo, redo } = last < seq || !findings.last ? { undo: 0, redo: 0 } : findings.last
    const trusted = checkpoint && !recount ? checkpoint : null
    const counts = await countsOf(state, trusted, findings.tail, options)
    const links = await linksOf(state, trusted, findings.tail, options)
    return {
      head: { standing: { state, counts, links }, seq, undo, redo },
      journal,
      pages,
      checkpoint,
      known,
      release: () => reader.close()
    }
  } catch (error) {
    await journal?.close()
    throw error
  }
}

async function openJournal(folder: string, mayWrite: boolean, reading: Parameters<typeof Journal.open>[1]) {
  if (!mayWrite) return { ...(await JournalPages.read(folder, reading)), journal: null, kept: null }
  const { journal, findings, kept } = await Journal.open(folder, reading)
  return { journal, pages: journal.pages, findings, kept }
}

/** What is said of a torn end: only what is known, since its words cannot be read. */
function tornEnd({ cut: bytes, cutLines }: JournalFindings, kept: string | null): AppError {
  if (kept === null) return appError('Damaged', 'journalEndTorn', { bytes })
  return appError('Damaged', cutLines ? 'journalEndCut' : 'tornLineCut', { bytes, place: kept })
}

function checkpointOf(
  folder: string,
  { files, mayWrite, expectCheckpoint, found }: LoadOptions
): Checkpoint | null {
  try {
    const checkpoint = readCheckpoint(folder, files)
    if (!checkpoint && expectCheckpoint) found(appError('Damaged', 'checkpointMissing'))
    return checkpoint
  } catch (error) {
    if (!(error instanceof ShardProblem || error instanceof SyntaxError)) throw error
    const place = mayWrite ? quarantine(folder, checkpointName, files) : '–'
    found(appError('Damaged', 'checkpointDamaged', { place, reason: reasonOf(error) }))
    return null
  }
}

/** The segments of the journal that are plain files. */
async function segmentsIn(folder: string, files: Files): Promise<string[]> {
  const names = (await files.list(join(folder, 'journal'))).filter(isSegment).sort()
  return names.filter((name) => files.facts(join(folder, 'journal', name))?.kind === 'file')
}

function sizeDiffers(folder: string, files: Files, checkpoint: Checkpoint, name: ShardName): boolean {
  return files.facts(join(folder, name))?.size !== checkpoint.files[name]?.bytes
}

/** Annotations and alignments as entries that are read when they are asked for. */
function withLazy(
  state: ProjectState,
  known: readonly ShardName[],
  checkpoint: Checkpoint | null,
  reader: ShardReader
): ProjectState {
  const filled = known.filter((name) => checkpoint?.files[name]?.records !== 0)
  const annotated = filled.filter((name) => name.startsWith('annotations/'))
  const aligned = filled.filter((name) => name.startsWith('alignments/'))
  return {
    ...state,
    annotations: LazyMap.lazy(
      annotated.map((name) => {
        const load = () => reader.annotations(name) ?? LazyMap.empty<AnnotationId, Annotation>()
        const inSlices = () => reader.annotationsInSlices(name)
        return [documentIn(name), { load, inSlices }] as const
      })
    ),
    alignments: LazyMap.lazy(
      aligned.map((name) => {
        const load = () => {
          const { body } = reader.read(name)
          return body?.kind === 'alignments' ? body.alignments : {}
        }
        return [workIn(name), { load }] as const
      })
    )
  }
}

/** Reads a file in, where it has not been read yet. */
function readNow(state: ProjectState, reader: ShardReader, name: ShardName): ProjectState {
  if (reader.seqs.has(name)) return state
  if (name.startsWith('annotations/')) {
    const annotations = reader.annotations(name)
    return annotations ? withAnnotations(state, documentIn(name), annotations) : state
  }
  const { body } = reader.read(name)
  return body ? withShard(state, body) : state
}

/** Applies to each file the operations that came after the last one in it. */
function replay(
  start: ProjectState,
  tail: readonly JournalRecord[],
  reader: ShardReader,
  { found, mended }: LoadOptions
): ProjectState {
  let state = start
  for (const { seq, operation } of tail)
    for (const op of simpleOperations(operation)) {
      const name = shardOf(op)
      state = readNow(state, reader, name)
      // Written again in any case: the checkpoint has to learn of a file that is newer than it.
      mended(name)
      if (seq <= (reader.seqs.get(name) ?? 0)) continue
      const applied = applySimple(state, op)
      if (applied.ok) state = applied.value.state
      else found(appError('Damaged', 'replayFailed', { seq, reason: applied.error.message }))
    }
  return state
}

/** The checkpoint's counts brought up to date; or, where files were not what it says, all counted afresh. */
async function countsOf(
  state: ProjectState,
  checkpoint: Checkpoint | null,
  tail: readonly JournalRecord[],
  { progress }: LoadOptions
): Promise<Counts> {
  if (checkpoint) {
    const documents: [DocumentId, number][] = []
    for (const name of filesNamed(checkpoint)) {
      const count = checkpoint.files[name]?.records ?? 0
      if (count > 0 && name.startsWith('annotations/')) documents.push([documentIn(name), count])
    }
    const works = countAll({ ...state, annotations: LazyMap.empty() }).works
    let counts: Counts = {
      ...noCounts,
      documents: LazyMap.from(Object.fromEntries(documents) as Record<DocumentId, number>),
      themes: LazyMap.from(checkpoint.themes),
      coders: LazyMap.from(checkpoint.coders)
    }
    for (const { operation, inverse } of tail) counts = countsAfter(counts, operation, inverse)
    return { ...counts, works }
  }
  const ids = [...state.annotations.unread()]
  let done = 0
  await forEachYielding(ids, (id) => {
    state.annotations.get(id)
    progress(++done, ids.length)
  })
  return countAll(state)
}
