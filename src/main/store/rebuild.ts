import { join } from 'node:path'
import { newId } from '../../shared/model/new-id'
import { emptyState, type ProjectState } from '../../shared/model/state'
import { applySimple } from '../../shared/operations/apply'
import { simpleOperations } from '../../shared/operations/simple-operations'
import type { Files } from './files'
import { type JournalRecord, parseJournalLine } from './journal-record'
import type { ShardName } from './project-files'
import { scanSegment } from './segment'
import { parseBody, type ShardBody, shardBody, shardOf, withShard } from './shards'

/** A snapshot file made again from the journal. */
export interface Rebuilt {
  readonly body: ShardBody
  /** The last operation that it can be vouched for. */
  readonly seq: number
  /** False where lines of the journal are missing that may have belonged to it. */
  readonly complete: boolean
}

/** An older, sound copy of a snapshot file, from a backup. */
export interface BaseCopy {
  readonly body: ShardBody
  readonly seq: number
}

/** All sound records of the journal in order, with how many numbers are missing before each. A number counts once. */
function* readJournal(
  folder: string,
  files: Files,
  segments: readonly string[],
  wanted: (line: string) => boolean = () => true
): Generator<{ record: JournalRecord | null; seq: number; missing: number }> {
  let expected = 1
  for (const name of segments) {
    const bytes = files.readNow(join(folder, 'journal', name))
    for (const line of scanSegment(bytes).lines) {
      if (line.seq < expected) continue
      const missing = line.seq - expected
      expected = line.seq + 1
      const text = bytes.toString('utf8', line.start, line.end)
      yield { record: wanted(text) ? parseJournalLine(text) : null, seq: line.seq, missing }
    }
  }
}

/**
 * Makes snapshot files again: from their newest sound copies, where there are any, and the operations of the journal
 * that came after them. What fails to apply is passed over; the result then says that it is not complete.
 */
export function rebuildShards(
  folder: string,
  files: Files,
  segments: readonly string[],
  names: ReadonlySet<ShardName>,
  copies: ReadonlyMap<ShardName, BaseCopy> = new Map()
): Map<ShardName, Rebuilt> {
  let state: ProjectState = blankState()
  for (const { body } of copies.values()) state = withShard(state, body)
  const incomplete = new Set<ShardName>()
  const lowest = Math.min(...Array.from(names, (name) => copies.get(name)?.seq ?? 0))
  let last = 0
  for (const { record, seq, missing } of readJournal(folder, files, segments, mentions(names))) {
    if (missing > 0 && seq > lowest + 1)
      for (const name of names) if ((copies.get(name)?.seq ?? 0) < seq - 1) incomplete.add(name)
    last = seq
    if (!record) continue
    for (const op of simpleOperations(record.operation)) {
      const name = shardOf(op)
      if (!names.has(name) || seq <= (copies.get(name)?.seq ?? 0)) continue
      const applied = applySimple(state, op)
      if (applied.ok) state = applied.value.state
      else incomplete.add(name)
    }
  }
  const rebuilt = new Map<ShardName, Rebuilt>()
  for (const name of names) {
    const seq = Math.max(last, copies.get(name)?.seq ?? 0)
    rebuilt.set(name, { body: bodyOf(state, name), seq, complete: seq > 0 && !incomplete.has(name) })
  }
  return rebuilt
}

function bodyOf(state: ProjectState, name: ShardName): ShardBody {
  return parseBody(name, shardBody(state, name))
}

/** No project was made then: so a state can be told that has not had its first operation. */
const beforeAll = new Date(0).toISOString()

/** A project before its first operation. */
export function blankState(): ProjectState {
  return emptyState({
    id: newId.project(),
    name: '?',
    created: beforeAll,
    coders: {},
    attributes: {},
    queries: {},
    formulae: {},
    dismissed: {},
    findings: {}
  })
}

/** Whether the project's first operation, and its own file, are both lost. */
export function isBlank({ info }: ProjectState): boolean {
  return info.created === beforeAll
}

/** Lines that cannot concern the files need not be parsed: annotations and alignments name their document or work. */
function mentions(names: ReadonlySet<ShardName>): (line: string) => boolean {
  const ids = [...names].map((name) => /^(?:annotations|alignments)\/(.+)\.json$/.exec(name)?.[1])
  if (ids.length > 8 || ids.includes(undefined)) return () => true
  return (line) => ids.some((id) => id !== undefined && line.includes(`"${id}"`))
}
