import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DiskEvent, Inode } from './power-files'
import type { SeededRandom } from './seeded-random'

/** A folder with everything in it, in memory. */
export interface Tree {
  readonly folders: ReadonlySet<string>
  readonly files: ReadonlyMap<string, Buffer>
}

/**
 * What a file system may do with what was not synced. `strict`: all that POSIX allows, each change of a name by itself.
 * `ordered`: as ext4 does it, changes of names in their order, all of them at any sync.
 */
export type PowerModel = 'strict' | 'ordered'

export function readTree(folder: string): Tree {
  const folders = new Set<string>()
  const files = new Map<string, Buffer>()
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = path.slice(folder.length + 1).replaceAll('\\', '/')
    if (entry.isDirectory()) folders.add(name)
    else files.set(name, readFileSync(path))
  }
  return { folders, files }
}

/** Puts a tree into a folder, in place of all that was there. */
export function writeTree(folder: string, { folders, files }: Tree): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const name of [...folders].sort()) mkdirSync(join(folder, name), { recursive: true })
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes)
}

/** The inodes of a tree's files, as `PowerFiles` wants them. */
export function inodesOf({ files }: Tree): Map<string, Inode> {
  return new Map([...files.keys()].map((name, index) => [name, index + 1]))
}

/** What a disk holds when the power goes after so many events: one of the many states that are possible. */
export function afterPowerFailure(
  start: Tree,
  all: readonly DiskEvent[],
  { events: count, model, random }: { events: number; model: PowerModel; random: SeededRandom }
): Tree {
  const events = all.slice(0, count)
  const contents = contentsAfter(start, events, random)
  const names = inodesOf(start)
  const folders = new Set(start.folders)
  const kept = namesKept(events, model, random)
  for (const [index, event] of events.entries()) {
    if (!kept.has(index)) continue
    if (event.kind === 'make') folders.add(event.path)
    if (event.kind === 'create') names.set(event.path, event.inode)
    if (event.kind === 'remove' && names.get(event.path) === event.inode) names.delete(event.path)
    if (event.kind === 'rename') {
      if (names.get(event.from) === event.inode) names.delete(event.from)
      names.set(event.to, event.inode)
    }
  }
  const files = new Map<string, Buffer>()
  for (const [name, inode] of names) {
    const folder = dirname(name)
    if (folder === '.' || folders.has(folder)) files.set(name, contents.get(inode) ?? Buffer.alloc(0))
  }
  return { folders, files }
}

/** The indices of those changes of names that reached the disk. */
function namesKept(events: readonly DiskEvent[], model: PowerModel, random: SeededRandom): Set<number> {
  const kept = new Set<number>()
  const unsure: number[] = []
  for (const [index, event] of events.entries()) {
    if (!('path' in event || 'from' in event) || event.kind === 'syncFolder') continue
    const places = event.kind === 'rename' ? [dirname(event.from), dirname(event.to)] : [dirname(event.path)]
    const vouched = (place: string) =>
      events.some((each) =>
        model === 'ordered'
          ? 'covers' in each && each.covers > index
          : each.kind === 'syncFolder' && each.covers > index && (each.path || '.') === place
      )
    if (places.every(vouched)) kept.add(index)
    else unsure.push(index)
  }
  const cut = random.below(unsure.length + 1)
  for (const [at, index] of unsure.entries())
    if (model === 'ordered' ? at < cut : random.chance(0.5)) kept.add(index)
  return kept
}

function contentsAfter(start: Tree, events: readonly DiskEvent[], random: SeededRandom): Map<Inode, Buffer> {
  const contents = new Map<Inode, Buffer>()
  for (const [name, inode] of inodesOf(start)) contents.set(inode, start.files.get(name) ?? Buffer.alloc(0))
  const synced = new Map<Inode, number>()
  for (const event of events) if (event.kind === 'sync') synced.set(event.inode, event.covers)
  const fates = new Map<Inode, Fate>()
  for (const [index, event] of events.entries()) {
    if (event.kind !== 'write' && event.kind !== 'truncate') continue
    const before = contents.get(event.inode) ?? Buffer.alloc(0)
    const sure = index < (synced.get(event.inode) ?? 0)
    const fate = sure ? 'kept' : (fates.get(event.inode) ?? random.pick(fatesThereAre))
    if (!sure) fates.set(event.inode, fate)
    contents.set(event.inode, changed(before, event, fate, random))
  }
  return contents
}

/** What becomes of what was written to a file and not synced; a number is the size of pieces that come or do not. */
type Fate = 'kept' | 'dropped' | 'zeros' | 512 | 4096
const fatesThereAre: readonly Fate[] = ['kept', 'dropped', 'zeros', 512, 512, 4096, 4096]

function changed(
  before: Buffer,
  event: Extract<DiskEvent, { kind: 'write' | 'truncate' }>,
  fate: Fate,
  random: SeededRandom
): Buffer {
  if (fate === 'dropped') return before
  if (event.kind === 'truncate') {
    if (fate !== 'kept' && random.chance(0.5)) return before
    return sized(before, event.length)
  }
  const { position, bytes } = event
  const end = position + bytes.length
  if (fate === 'kept') {
    const after = sized(before, Math.max(before.length, end))
    bytes.copy(after, position)
    return after
  }
  if (fate === 'zeros') return sized(before, Math.max(before.length, end))
  let after = random.chance(0.5) ? sized(before, Math.max(before.length, end)) : Buffer.from(before)
  // Pieces of the file, not of the write: a page holds the end of one change and the beginning of the next.
  for (let from = position; from < end; ) {
    const to = Math.min(end, (Math.floor(from / fate) + 1) * fate)
    if (random.chance(0.5)) {
      after = sized(after, Math.max(after.length, to))
      bytes.copy(after, from, from - position, to - position)
    }
    from = to
  }
  return after
}

function sized(bytes: Buffer, length: number): Buffer {
  const after = Buffer.alloc(length)
  bytes.copy(after, 0, 0, Math.min(bytes.length, length))
  return after
}
