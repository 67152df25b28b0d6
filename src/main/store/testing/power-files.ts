import { dirname, relative } from 'node:path'
import { type OpenFile, type OpenFlags, realFiles } from '../files'
import { PassingFiles } from './passing-files'

/** A file by itself, whatever its name is by now. */
export type Inode = number

/**
 * What happened on a disk, in order. Paths are relative to the folder, with `/`. A sync vouches for everything that
 * was logged before `covers`: before it was asked for, that is, not before it came back.
 */
export type DiskEvent =
  | { readonly kind: 'create'; readonly path: string; readonly inode: Inode }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string; readonly inode: Inode }
  | { readonly kind: 'remove'; readonly path: string; readonly inode: Inode }
  | { readonly kind: 'make'; readonly path: string }
  | { readonly kind: 'write'; readonly inode: Inode; readonly position: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly inode: Inode; readonly length: number }
  | { readonly kind: 'sync'; readonly inode: Inode; readonly covers: number }
  | { readonly kind: 'syncFolder'; readonly path: string; readonly covers: number }

/**
 * A disk that remembers all that was asked of it, so that what it would hold after a power failure can be worked out
 * (see `power-states.ts`). It does everything at once, and syncs nothing.
 */
export class PowerFiles extends PassingFiles {
  readonly events: DiskEvent[] = []
  private readonly inodes = new Map<string, Inode>()
  private readonly lengths = new Map<Inode, number>()

  /** @param there the files that are in the folder at the start, by the path relative to it, with their inodes */
  constructor(
    private readonly folder: string,
    there: ReadonlyMap<string, Inode>
  ) {
    super()
    for (const [path, inode] of there) this.inodes.set(path, inode)
  }

  override async open(given: string, flags: OpenFlags): Promise<OpenFile> {
    const path = this.named(given)
    const file = await super.open(given, flags)
    if (flags === 'folder') return { ...file, sync: () => this.synced({ kind: 'syncFolder', path }) }
    if (flags === 'wx' || flags === 'ax+') {
      const inode = Math.max(0, ...this.inodes.values(), ...this.lengths.keys()) + 1
      this.inodes.set(path, inode)
      this.lengths.set(inode, 0)
      this.events.push({ kind: 'create', path, inode })
    }
    const inode = this.inodes.get(path)
    if (inode === undefined) throw new Error(`${path} was not known to be there`)
    const appends = flags === 'a+' || flags === 'ax+'
    if (!this.lengths.has(inode)) this.lengths.set(inode, realFiles.facts(given)?.size ?? 0)
    return {
      close: file.close,
      sync: () => this.synced({ kind: 'sync', inode }),
      truncate: async (length) => {
        this.events.push({ kind: 'truncate', inode, length })
        this.lengths.set(inode, length)
        await file.truncate(length)
      },
      write: async (given, offset, length, position) => {
        const bytes = Buffer.from(given.subarray(offset, offset + length))
        const before = this.lengths.get(inode) ?? 0
        const at = appends ? before : position
        this.events.push({ kind: 'write', inode, position: at, bytes })
        this.lengths.set(inode, Math.max(before, at + length))
        return file.write(given, offset, length, position)
      }
    }
  }

  override async rename(from: string, to: string): Promise<void> {
    this.renamed(from, to)
    await super.rename(from, to)
  }

  override moveNow(from: string, to: string): void {
    this.makes(dirname(to))
    this.renamed(from, to)
    super.moveNow(from, to)
  }

  override async makeFolder(path: string): Promise<void> {
    this.makes(path)
    await super.makeFolder(path)
  }

  override async remove(given: string): Promise<void> {
    const path = this.named(given)
    const inode = this.inodes.get(path)
    if (inode !== undefined) {
      this.events.push({ kind: 'remove', path, inode })
      this.inodes.delete(path)
    }
    await super.remove(given)
  }

  private renamed(givenFrom: string, givenTo: string): void {
    const [from, to] = [this.named(givenFrom), this.named(givenTo)]
    const inode = this.inodes.get(from)
    if (inode === undefined) throw new Error(`${from} was not known to be there`)
    this.events.push({ kind: 'rename', from, to, inode })
    this.inodes.delete(from)
    this.inodes.set(to, inode)
  }

  private makes(path: string): void {
    if (!realFiles.facts(path)) this.events.push({ kind: 'make', path: this.named(path) })
  }

  private async synced(
    what: { kind: 'sync'; inode: Inode } | { kind: 'syncFolder'; path: string }
  ): Promise<void> {
    const covers = this.events.length
    // Others go on meanwhile: what they do is not vouched for.
    await new Promise((resolve) => setImmediate(resolve))
    this.events.push({ ...what, covers })
  }

  private named(path: string): string {
    return relative(this.folder, path).replaceAll('\\', '/')
  }
}
