import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { dirname, join } from 'node:path'
import { crc32 } from '../crc32'
import { sha256 } from '../hash'
import { shardText } from '../shard-file'
import { makeOdd, oddNames, oddValue, ownProto, withKey } from './odd-values'
import type { SeededRandom } from './seeded-random'

export interface Crafting {
  /** A valid project, to be made hostile. */
  readonly project: string
  /** Files that it may try to reach. */
  readonly outside: string
  readonly random: SeededRandom
}

/** Makes a project hostile in one way; answers in which. */
type Craft = (crafting: Crafting) => string

/** Makes a project hostile in one to three ways, as somebody would who knows the format. Answers how. */
export function craft(crafting: Crafting): string {
  const ways: string[] = []
  for (let left = 1 + crafting.random.below(3); left > 0; left--) {
    const way = crafting.random.pick(crafts)
    ways.push(way(crafting))
  }
  return ways.join('; ')
}

interface Snapshot {
  format: number
  name: string
  seq: number
  data: Record<string, unknown>
}

/** Whether a plain file lies at a path: an earlier way may have put a pipe or an endless link there, which would hold this up. */
function isPlainFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

function readSnapshot(project: string, name: string): Snapshot | null {
  if (!isPlainFile(join(project, name))) return null
  try {
    const read: unknown = JSON.parse(readFileSync(join(project, name), 'utf8'))
    return typeof read === 'object' && read !== null && 'data' in read ? (read as Snapshot) : null
  } catch {
    return null
  }
}

/** Writes a snapshot file with a checksum that fits, and the checkpoint so that it names this very file. */
function writeSnapshot(
  project: string,
  name: string,
  { name: said, seq, data }: Snapshot,
  vouch: boolean
): void {
  if (lstatSync(join(project, name), { throwIfNoEntry: false }) && !isPlainFile(join(project, name))) return
  const text = shardText(said, seq, JSON.stringify(data))
  writeFileSync(join(project, name), text)
  const checkpoint = vouch ? readSnapshot(project, 'checkpoint.json') : null
  if (!checkpoint) return
  const { files } = checkpoint.data
  if (typeof files !== 'object' || files === null) return
  withKey(files, name, { seq, bytes: Buffer.byteLength(text), sha256: sha256(text), records: 1 })
  writeSnapshot(project, 'checkpoint.json', checkpoint, false)
}

/** The files of a project, or of a folder in it that may have become something else by now. */
function filesOf(project: string, under = ''): string[] {
  if (!lstatSync(join(project, under), { throwIfNoEntry: false })?.isDirectory()) return []
  return readdirSync(join(project, under), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(project.length + 1))
    .sort()
}

const isSnapshot = (name: string) =>
  /^(?:[a-z]+\.json|(?:library|annotations|alignments)\/[^/]+\.json)$/.test(name)

const checkpointNames: Craft = ({ project, outside, random }) => {
  const checkpoint = readSnapshot(project, 'checkpoint.json')
  if (!checkpoint) return 'nothing'
  const section = random.pick(['files', 'files', 'files', 'journal', 'themes', 'coders'])
  const name = random.pick(oddNames(outside))
  const record = checkpoint.data[section]
  if (typeof record !== 'object' || record === null) return 'nothing'
  const hash = random.pick(['x', '0'.repeat(64), sha256('')])
  const entry =
    section === 'files'
      ? { seq: random.pick([1, checkpoint.seq, 999_999_999]), bytes: random.below(3), sha256: hash }
      : section === 'journal'
        ? { first: 1, last: random.pick([1, 999_999_999]), bytes: 1 }
        : 5
  withKey(record, name, entry)
  writeSnapshot(project, 'checkpoint.json', checkpoint, false)
  return `checkpoint ${section}: ${JSON.stringify(name.slice(0, 60))}`
}

const checkpointFields: Craft = ({ project, random }) => {
  const checkpoint = readSnapshot(project, 'checkpoint.json')
  if (!checkpoint) return 'nothing'
  const where = random.chance(0.3) ? 'seq' : makeOdd(checkpoint.data, random)
  if (where === 'seq') checkpoint.seq = random.pick([0, 1, 5, 1000, 999_999_999_999_999])
  writeSnapshot(project, 'checkpoint.json', checkpoint, false)
  return `checkpoint: ${where}`
}

const snapshotFields: Craft = ({ project, outside, random }) => {
  const name = random.pick(filesOf(project).filter(isSnapshot))
  const snapshot = readSnapshot(project, name)
  if (!snapshot) return 'nothing'
  const what = random.below(6)
  let where = 'name'
  if (what === 0) snapshot.name = random.pick(oddNames(outside))
  else if (what === 1) {
    snapshot.seq = random.pick([0, 1, 1000, 999_999_999_999_999])
    where = `seq ${snapshot.seq}`
  } else where = makeOdd(snapshot.data, random)
  const vouch = random.chance(0.6)
  writeSnapshot(project, name, snapshot, vouch)
  return `${name}: ${where}${vouch ? ', vouched for' : ''}`
}

const snapshotUnderOddName: Craft = ({ project, outside, random }) => {
  const name = random.pick(oddNames(outside).filter((each) => /^[a-z]+\/[^/\0]{1,200}$/.test(each)))
  const id = name.slice(name.indexOf('/') + 1, -5)
  const path = join(project, name)
  rmSync(path, { force: true, recursive: true })
  mkdirSync(dirname(path), { recursive: true })
  const data = withKey({}, id, { id, document: id })
  writeSnapshot(project, name, { format: 5, name, seq: 3, data }, random.chance(0.5))
  return `a file ${JSON.stringify(name.slice(0, 60))}`
}

/** A journal line, without its end, of any JSON at all, with a checksum that fits. */
function lineOf(json: string): string {
  const rest = json.slice(1)
  return `{"sum":"${crc32(rest)}",${rest}`
}

const journalLines: Craft = ({ project, random }) => {
  const segments = filesOf(project, 'journal').filter((name) => name.endsWith('.jsonl'))
  if (segments.length === 0) return 'nothing'
  const name = random.chance(0.5) ? (segments.at(-1) ?? '') : random.pick(segments)
  const lines = readFileSync(join(project, name), 'utf8').split('\n').slice(0, -1)
  if (lines.length === 0) return 'nothing'
  const at = random.below(lines.length)
  let record: Record<string, unknown>
  try {
    const { sum: _, ...rest }: Record<string, unknown> = JSON.parse(lines[at] ?? '')
    record = rest
  } catch {
    return 'nothing'
  }
  const seq = Number(record.seq)
  const added = (own: object) =>
    lines.push(lineOf(JSON.stringify({ ...record, seq: seq + lines.length, ...own })))
  const ways: Readonly<Record<string, () => void>> = {
    'an odd field': () => {
      makeOdd(record, random)
      lines[at] = lineOf(JSON.stringify(record))
    },
    'an odd operation': () => {
      const { operation } = record
      if (typeof operation === 'object' && operation !== null) makeOdd(operation, random)
      lines[at] = lineOf(JSON.stringify(record))
    },
    'a number twice': () => lines.splice(at, 0, lines[at] ?? ''),
    'a number left out': () => lines.splice(at, 1),
    'lines swapped': () => lines.reverse(),
    'a jump': () => added({ seq: random.pick([seq + 1000, 2 ** 31, 999_999_999_999_999]) }),
    'a first that is not': () => added({ first: random.pick([1, seq, 999_999]) }),
    'a stack that is a ring': () => added({ undo: seq, redo: seq, below: seq, kind: 'undo', of: seq }),
    'a change below itself': () => {
      lines[at] = lineOf(JSON.stringify({ ...record, undo: seq, below: seq }))
    },
    'a deep operation': () => {
      const text = JSON.stringify({ ...record, seq: seq + lines.length, operation: 'deep' })
      lines.push(lineOf(text.replace('"deep"', `${'['.repeat(20_000)}${']'.repeat(20_000)}`)))
    },
    'a large batch': () => {
      const operations = Array.from({ length: 5000 }, () => ({ type: 'project.rename', name: 'x' }))
      const batch = { type: 'batch', label: 'import', operations }
      added({ operation: batch, inverse: batch })
    },
    'ids of objects': () => {
      const theme = { id: '__proto__', name: 'x', colour: '#000000', polluted: 'yes' }
      added({ operation: { type: 'theme.add', theme, index: 0 }, inverse: ownProto({ polluted: 'yes' }) })
      added({ operation: { type: 'codebook.replace', themes: ownProto({ polluted: 'yes' }) } })
    },
    'a document whose id leads elsewhere': () =>
      added({
        operation: { type: 'annotation.remove', document: '../../outside/folder/a1', id: 'a' },
        inverse: { type: 'document.remove', id: '../../outside/diary.txt' }
      })
  }
  const how = random.pick(Object.keys(ways))
  ways[how]?.()
  writeFileSync(join(project, name), `${lines.join('\n')}\n`)
  return `${name}: ${how} (${seq})`
}

/** Names at which Variorum may write, remove or look, whether or not something lies there. */
function targets(project: string): string[] {
  const hash = sha256('nothing')
  return [
    ...filesOf(project),
    'library',
    'annotations',
    'alignments',
    'texts',
    'originals',
    'journal',
    'backups',
    'backups/texts',
    'backups/originals',
    'backups/journal',
    'damaged',
    '.lock',
    '.lock',
    '.unfinished',
    '.gitattributes',
    'journal/.room',
    'journal/000009.jsonl',
    'journal/000001.jsonl.123.tmp',
    'checkpoint.json.123.tmp',
    `codebook.json.${process.pid}.tmp`,
    'annotations/a1.json',
    'annotations/a1.json.77.tmp',
    'alignments/w9.json',
    `texts/${hash}.json`,
    `originals/${hash}.txt`,
    'originals/secrets',
    'texts/folder',
    'backups/journal/000009.jsonl',
    'backups/2026-01-01T00-00-00-000Z-daily-3.zip',
    'backups/2026-01-01T00-00-00-000Z-daily-3.zip.1.tmp',
    'other.json'
  ]
}

const replacements: Readonly<Record<string, (path: string, crafting: Crafting) => void>> = {
  'a link to a file': (path, { outside }) => symlinkSync(join(outside, 'diary.txt'), path),
  'a link to the key': (path, { outside }) => symlinkSync(join(outside, 'key'), path),
  'a relative link': (path) => symlinkSync('../../outside/key', path),
  'a link to a folder': (path, { outside }) => symlinkSync(join(outside, 'folder'), path),
  'a link to nothing': (path, { outside }) => symlinkSync(join(outside, 'made.txt'), path),
  'a link to itself': (path) => symlinkSync(path, path),
  'an endless link': (path) => symlinkSync('/dev/zero', path),
  'a second name of a file': (path, { outside }) => linkSync(join(outside, 'diary.txt'), path),
  'a pipe': (path) => {
    execFileSync('mkfifo', [path])
  },
  'a link to a pipe': (path) => {
    const pipe = `${path}.pipe`
    if (!lstatSync(pipe, { throwIfNoEntry: false })) execFileSync('mkfifo', [pipe])
    symlinkSync(pipe, path)
  },
  'an empty folder': (path) => mkdirSync(path),
  'a full folder': (path) => {
    mkdirSync(path)
    writeFileSync(join(path, 'x.json'), 'x')
  },
  'an empty file': (path) => writeFileSync(path, ''),
  garbage: (path, { random }) => {
    writeFileSync(path, Buffer.from(Array.from({ length: 500 }, () => random.below(256))))
  },
  zeros: (path) => writeFileSync(path, Buffer.alloc(9000))
}

const replaced: Craft = (crafting) => {
  const { project, random } = crafting
  const name = random.pick(targets(project))
  const how = random.pick(Object.keys(replacements))
  const path = join(project, name)
  rmSync(path, { recursive: true, force: true })
  // Where the folder has itself become something else by now, nothing can be put into it.
  if (!lstatSync(dirname(path), { throwIfNoEntry: false })?.isDirectory()) return 'nothing'
  replacements[how]?.(path, crafting)
  return `${name}: ${how}`
}

const odds: Craft = ({ project, random }) => {
  const name = random.pick(filesOf(project))
  const path = join(project, name)
  const ways: Readonly<Record<string, () => void>> = {
    'other line ends': () =>
      writeFileSync(path, readFileSync(path, 'latin1').replaceAll('\n', '\r\n'), 'latin1'),
    'a stray copy': () => copyFileSync(path, path.replace(/(\.\w+)$/, ' (conflicted copy)$1')),
    'a copy with another number': () => copyFileSync(path, join(project, 'journal', '000099.jsonl')),
    'a long tail': () => appendFileSync(path, `${'y'.repeat(200_000)}\n`),
    'a newer format': () =>
      writeFileSync(path, readFileSync(path, 'utf8').replace('"format":5', '"format":6')),
    'an older format': () =>
      writeFileSync(path, readFileSync(path, 'utf8').replace('"format":5', '"format":2')),
    'nothing there': () => rmSync(path),
    'an odd holder': () => {
      const holder = { pid: 4242, host: 'x'.repeat(random.pick([5, 299, 9000])), token: 'x', machine: '' }
      makeOdd(holder, random, () => oddValue(random))
      rmSync(join(project, '.lock'), { recursive: true, force: true })
      writeFileSync(join(project, '.lock'), JSON.stringify(holder))
    }
  }
  const how = random.pick(Object.keys(ways))
  ways[how]?.()
  return `${name}: ${how}`
}

const crafts: readonly Craft[] = [
  checkpointNames,
  checkpointNames,
  checkpointFields,
  snapshotFields,
  snapshotFields,
  snapshotUnderOddName,
  journalLines,
  journalLines,
  replaced,
  replaced,
  replaced,
  replaced,
  odds
]
