import { join } from 'node:path'
import type { DocumentId, WorkId } from '../../../shared/model/ids'
import { crc32 } from '../../store/crc32'
import { writeDurably } from '../../store/durable-file'
import { type Files, isCode } from '../../store/files'
import { sha256 } from '../../store/hash'
import { sound } from '../../store/journal-record'
import { isSegment, scanSegment } from '../../store/segment'
import { setAside } from '../../store/set-aside'
import { ShardFile } from '../../store/shard-file'
import { libraryShard, libraryShards } from '../../store/shards'
import { stableLines } from '../../store/stable-json'

/**
 * Format 1 to 2. New in 2: the library lies in sixteen files; snapshot files carry their name; journal lines carry
 * the tops of the undo and redo stacks; annotations have a `proposal`; revisions say how they came about.
 * The old shapes are written down here and nowhere else: this file is not to change with the model.
 */
type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type JsonObject = { [key: string]: Json }

const header1 = /^\{"format":1,"seq":(\d+),"sha256":"([0-9a-f]{64})","data":\n/

/** Whether a project is of format 1, by the beginnings of `project.json` and `checkpoint.json`. */
export function isFormat1(info: string | null, checkpoint: string | null): boolean {
  if (info !== null && header1.test(info)) return true
  return !info?.startsWith('{"format":2,') && checkpoint?.startsWith('{"format":1,"seq":') === true
}

export async function migrate1to2(folder: string, files: Files): Promise<void> {
  for (const sub of ['library', 'annotations', 'alignments', 'backups'])
    await files.makeFolder(join(folder, sub))
  await migrateJournal(folder, files)
  await migrateFile(folder, 'codebook.json', files, (data) => data)
  for (const name of await jsonIn(folder, 'annotations', files))
    await migrateFile(folder, name, files, (data) => mapValues(data, annotation2))
  for (const name of await jsonIn(folder, 'alignments', files))
    await migrateFile(folder, name, files, (data) => data)
  await migrateLibrary(folder, files)
  await files.remove(join(folder, 'checkpoint.json'))
  await files.remove(join(folder, 'library.json'))
  await migrateFile(folder, 'project.json', files, (data) => data)
}

async function jsonIn(folder: string, sub: string, files: Files): Promise<string[]> {
  const names = await files.list(join(folder, sub))
  return names.filter((name) => name.endsWith('.json')).map((name) => `${sub}/${name}`)
}

/** Rewrites one snapshot file; a damaged one is set aside, to be made again from the journal. */
async function migrateFile(
  folder: string,
  name: string,
  files: Files,
  change: (data: JsonObject) => JsonObject
): Promise<void> {
  const read = readFormat1(folder, name, files)
  if (read === null) return
  const body = stableLines(change(read.data))
  await new ShardFile(folder, name, files).write({ seq: read.seq, body })
}

/** Null where there is nothing to migrate: missing, damaged (then set aside), or of format 2 already. */
function readFormat1(folder: string, name: string, files: Files): { seq: number; data: JsonObject } | null {
  let text: string
  try {
    text = files.readNow(join(folder, name)).toString('utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
  if (text.startsWith('{"format":2,')) return null
  const match = header1.exec(text)
  const body = match ? text.slice(match[0].length, -2) : ''
  if (!match || sha256(body) !== match[2]) {
    setAside(folder, name, files)
    return null
  }
  return { seq: Number(match[1]), data: JSON.parse(body) as JsonObject }
}

async function migrateLibrary(folder: string, files: Files): Promise<void> {
  const read = readFormat1(folder, 'library.json', files)
  if (read === null) return
  const works = objectOf(read.data.works)
  const documents = mapValues(objectOf(read.data.documents), document2)
  for (const name of libraryShards) {
    const own = (record: JsonObject) =>
      Object.fromEntries(
        Object.entries(record).filter(([id]) => libraryShard(id as WorkId | DocumentId) === name)
      )
    const body = `{"works":${stableLines(own(works))},\n"documents":${stableLines(own(documents))}}`
    await new ShardFile(folder, name, files).write({ seq: read.seq, body })
  }
}

/** Gives every sound line its place on the stacks. Unsound lines stay as they are, for opening to report. */
async function migrateJournal(folder: string, files: Files): Promise<void> {
  const stacks = new Stacks()
  const segments = (await files.list(join(folder, 'journal'))).filter(isSegment).sort()
  for (const name of segments) {
    const path = join(folder, 'journal', name)
    const bytes = await files.read(path)
    const parts: Buffer[] = []
    let at = 0
    for (const line of scanSegment(bytes).lines) {
      parts.push(bytes.subarray(at, line.start))
      const json = sound(bytes.toString('utf8', line.start, line.end))
      if (json !== null) parts.push(Buffer.from(line2(JSON.parse(json) as JsonObject, stacks)))
      at = line.end
    }
    parts.push(bytes.subarray(at))
    await writeDurably(path, Buffer.concat(parts), files)
  }
}

class Stacks {
  readonly undo: number[] = []
  readonly redo: { seq: number; of: number }[] = []
}

function line2(line: JsonObject, { undo, redo }: Stacks): string {
  const { seq, time, coder, kind, of } = line
  const number = Number(seq)
  let below = 0
  const { type } = objectOf(line.operation)
  if (kind === 'undo') {
    below = redo.at(-1)?.seq ?? 0
    redo.push({ seq: number, of: undo.pop() ?? 0 })
  } else if (kind === 'redo') {
    const undone = redo.pop()
    if (undone) undo.push(undone.of)
  } else if (type !== 'project.create') {
    below = undo.at(-1) ?? 0
    undo.push(number)
    redo.length = 0
  }
  const tops = { undo: undo.at(-1) ?? 0, redo: redo.at(-1)?.seq ?? 0, below }
  const operation = operation2(objectOf(line.operation))
  const inverse = operation2(objectOf(line.inverse))
  const record = { seq, time, coder, kind, ...(of === undefined ? {} : { of }), ...tops, operation, inverse }
  const rest = JSON.stringify(record).slice(1)
  return `{"sum":"${crc32(rest)}",${rest}`
}

function operation2(operation: JsonObject): JsonObject {
  switch (operation.type) {
    case 'batch':
      return {
        ...operation,
        operations: arrayOf(operation.operations).map((each) => operation2(objectOf(each)))
      }
    case 'annotation.add':
      return { ...operation, annotation: annotation2(objectOf(operation.annotation)) }
    case 'document.add':
      return { ...operation, document: document2(objectOf(operation.document)) }
    default:
      return operation
  }
}

function annotation2(annotation: JsonObject): JsonObject {
  return { proposal: null, ...annotation }
}

function document2(document: JsonObject): JsonObject {
  const added = { reason: 'import', coder: null, furniture: [], original: null }
  return {
    ...document,
    revisions: arrayOf(document.revisions).map((each) => ({ ...added, ...objectOf(each) }))
  }
}

function mapValues(record: JsonObject, change: (value: JsonObject) => JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(objectOf(value))]))
}

function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}

function arrayOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : []
}
