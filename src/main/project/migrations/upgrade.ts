import { join } from 'node:path'
import type { DocumentId, WorkId } from '../../../shared/model/ids'
import { formatVersion } from '../../../shared/model/project'
import { crc32 } from '../../store/crc32'
import { writeDurably } from '../../store/durable-file'
import type { Files } from '../../store/files'
import { sound } from '../../store/journal-record'
import { isSegment, parseShardName, type ShardName } from '../../store/project-files'
import { scanSegment } from '../../store/segment'
import { ShardFile } from '../../store/shard-file'
import {
  codebookShard,
  infoShard,
  libraryShard,
  libraryShards,
  memosShard,
  shardFolders
} from '../../store/shards'
import { stableLines } from '../../store/stable-json'
import { CodingHistory, fiveToSix } from './five-to-six'
import { fourToFive } from './four-to-five'
import {
  changedOperation,
  type JsonObject,
  mapValues,
  type OldFile,
  objectOf,
  type RecordChanges,
  readOld
} from './old-file'
import { oneToTwo, Stacks } from './one-to-two'
import { threeToFour } from './three-to-four'
import { codebook3, twoToThree } from './two-to-three'

/** What each version changed in the records; the first is from 1 to 2. */
const steps: readonly RecordChanges[] = [oneToTwo, twoToThree, threeToFour, fourToFive, fiveToSix]

/**
 * Writes a project of an older format anew in the present one. Each file says its own format, so that this can be cut
 * short anywhere and begun again; `project.json`, written last, tells which format the whole is of.
 */
export async function upgrade(folder: string, from: number, files: Files): Promise<void> {
  for (const sub of [...shardFolders, 'backups']) await files.makeFolder(join(folder, sub))
  const codings = new CodingHistory()
  await upgradeJournal(folder, from, files, codings)
  const read = (name: string) => readOld(folder, name, files, formatVersion)
  const write = (name: ShardName, seq: number, body: string) =>
    new ShardFile(folder, name, files).write({ seq, body })

  const codebook = read(codebookShard)
  if (codebook) {
    const { themes, groups } = codebook3(codebook)
    const changed = mapValues(objectOf(themes), changesOf(codebook).theme)
    const body = `{"themes":${stableLines(changed)},\n"groups":${stableLines(objectOf(groups))}}`
    await write(codebookShard, codebook.seq, body)
  }
  for (const name of await shardsIn(folder, 'annotations', files)) {
    const old = read(name)
    if (!old) continue
    const changed = changesOf(old).annotation
    const data = mapValues(old.data, (each) => codings.annotation(changed(each), old.seq))
    await write(name, old.seq, stableLines(data))
  }
  for (const name of await shardsIn(folder, 'alignments', files)) {
    const old = read(name)
    if (old) await write(name, old.seq, stableLines(old.data))
  }
  const whole = read('library.json')
  for (const name of libraryShards) {
    const old = whole ?? read(name)
    if (old) await write(name, old.seq, libraryBody(name, old))
  }
  const info = read(infoShard)
  const memos = read(memosShard)
  if (memos) await write(memosShard, memos.seq, stableLines(memos.data))
  else if (info && info.format < 3) await write(memosShard, info.seq, '{}')
  await files.remove(join(folder, 'checkpoint.json'))
  await files.remove(join(folder, 'library.json'))
  if (info) await write(infoShard, info.seq, stableLines(changesOf(info).info(info.data)))
}

/** The changes from an old file's format to the present one, one after another. */
function changesOf({ format }: { readonly format: number }): RecordChanges {
  const own = steps.slice(format - 1)
  const through = (kind: keyof RecordChanges) => (record: JsonObject) =>
    own.reduce((changed, step) => step[kind](changed), record)
  return {
    theme: through('theme'),
    document: through('document'),
    part: through('part'),
    annotation: through('annotation'),
    work: through('work'),
    info: through('info')
  }
}

async function shardsIn(folder: string, sub: string, files: Files): Promise<ShardName[]> {
  const names = await files.list(join(folder, sub))
  return names.flatMap((name) => parseShardName(`${sub}/${name}`) ?? [])
}

function libraryBody(name: string, old: OldFile): string {
  const own = (record: JsonObject) =>
    Object.fromEntries(
      Object.entries(record).filter(([id]) => libraryShard(id as WorkId | DocumentId) === name)
    )
  const works = own(mapValues(objectOf(old.data.works), changesOf(old).work))
  const documents = own(mapValues(objectOf(old.data.documents), changesOf(old).document))
  return `{"works":${stableLines(works)},\n"documents":${stableLines(documents)}}`
}

/** Unsound lines stay as they are, for opening to report. */
async function upgradeJournal(
  folder: string,
  from: number,
  files: Files,
  codings: CodingHistory
): Promise<void> {
  const stacks = new Stacks()
  const changes = changesOf({ format: from })
  const upgraded = (line: JsonObject): JsonObject => {
    const placed = from === 1 ? stacks.place(line) : line
    const [operation, inverse] = [objectOf(placed.operation), objectOf(placed.inverse)]
    return codings.line({
      ...placed,
      operation: changedOperation(operation, changes),
      inverse: changedOperation(inverse, changes)
    })
  }
  const segments = (await files.list(join(folder, 'journal'))).filter(isSegment).sort()
  for (const name of segments) {
    const path = join(folder, 'journal', name)
    const bytes = await files.read(path)
    const parts: Buffer[] = []
    let at = 0
    for (const line of scanSegment(bytes).lines) {
      parts.push(bytes.subarray(at, line.start))
      const json = sound(bytes.toString('utf8', line.start, line.end))
      if (json !== null) {
        const rest = JSON.stringify(upgraded(JSON.parse(json) as JsonObject)).slice(1)
        parts.push(Buffer.from(`{"sum":"${crc32(rest)}",${rest}`))
      } else parts.push(bytes.subarray(line.start, line.end))
      at = line.end
    }
    parts.push(bytes.subarray(at))
    await writeDurably(path, Buffer.concat(parts), files)
  }
}
