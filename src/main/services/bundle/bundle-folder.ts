import { join } from 'node:path'
import type { CoderId, DocumentId } from '../../../shared/model/ids'
import { LazyMap } from '../../../shared/model/lazy-map'
import { type PlainState, type ProjectState, plainState } from '../../../shared/model/state'
import { batchOf } from '../../../shared/operations/batch-of'
import { countedState } from '../../../shared/operations/counted-state'
import { operationsTowards } from '../../../shared/operations/difference'
import { createProject } from '../../project/create'
import { openProject } from '../../project/open'
import { CheckpointWriter } from '../../store/checkpoint'
import { writeDurably } from '../../store/durable-file'
import { type Files, realFiles } from '../../store/files'
import { isSegment } from '../../store/project-files'
import { scanSegment } from '../../store/segment'
import { alignmentShard, annotationShard, eagerShards } from '../../store/shards'
import { Snapshots } from '../../store/snapshots'

/** So many operations go into one line of a new journal. */
const operationsPerLine = 2000

/** A project as it stood right after a change. */
export interface BundledState {
  readonly state: PlainState
  readonly change: number
}

/**
 * Writes snapshots and journal of a project as it stood after a change into an empty folder: the lines of the journal up
 * to that change, whatever has been written behind them since.
 *
 * @param from the project's own folder
 */
export async function writeWithHistory(
  from: string,
  into: string,
  { state, change }: BundledState,
  files: Files = realFiles
): Promise<void> {
  for (const sub of ['library', 'annotations', 'alignments', 'journal'])
    await files.makeFolder(join(into, sub))
  const segments = (await files.list(join(from, 'journal'))).filter(isSegment).sort()
  for (const name of segments) {
    if (files.facts(join(from, 'journal', name))?.kind !== 'file') continue
    const lines = linesUpTo(await files.read(join(from, 'journal', name)), change)
    if (lines.length > 0) await writeDurably(join(into, 'journal', name), lines, files)
  }
  const standing = countedState(tabled(state))
  const snapshots = new Snapshots(into, files, new CheckpointWriter(into, files, {}), {
    current: () => ({ standing, seq: change }),
    guard() {},
    closedSegments: () => ({}),
    covered() {},
    failed() {}
  })
  snapshots.touchShards([
    ...eagerShards,
    ...[...standing.state.annotations.keys()].map(annotationShard),
    ...[...standing.state.alignments.keys()].map(alignmentShard)
  ])
  await snapshots.flush()
  snapshots.stop()
}

/**
 * Writes the same project with a journal that begins with this state: what came before cannot be read from it, nor undone.
 * Throws where the state is none that a project may have.
 */
export async function writeWithoutHistory(
  into: string,
  { state }: BundledState,
  coder: CoderId
): Promise<void> {
  const { info } = state
  const own = info.coders[coder] ?? Object.values(info.coders)[0]
  if (!own) throw new Error('the project has no coder')
  const created = await createProject(into, info.name, own, { identity: info })
  if (!created.ok) throw new Error(created.error.message)
  const opened = await openProject(into)
  if (!opened.ok) throw new Error(opened.error.message)
  const session = opened.value
  try {
    const operations = operationsTowards(plainState(session.state), state)
    for (let at = 0; at < operations.length; at += operationsPerLine) {
      const batch = batchOf('restore', operations.slice(at, at + operationsPerLine))
      const done = batch && (await session.do(batch, own.id, { floor: true }))
      if (done && !done.ok) throw new Error(done.error.message)
    }
  } finally {
    await session.close()
  }
}

/** The lines of a segment up to a change, as they stand; without a torn end. */
function linesUpTo(segment: Buffer, change: number): Buffer {
  const { lines, end } = scanSegment(segment)
  const beyond = lines.find(({ seq }) => seq > change)
  if (!lines.some(({ seq }) => seq <= change)) return Buffer.alloc(0)
  return segment.subarray(0, beyond ? beyond.start : end)
}

function tabled(state: PlainState): ProjectState {
  const annotations = Object.entries(state.annotations)
  return {
    ...state,
    documents: LazyMap.from(state.documents),
    works: LazyMap.from(state.works),
    annotations: LazyMap.lazy(
      annotations.map(([id, own]) => [id as DocumentId, { load: () => LazyMap.from(own) }] as const)
    ),
    alignments: LazyMap.from(state.alignments)
  }
}
