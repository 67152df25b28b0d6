import { mkdtemp, readdir, realpath, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { appError, reasonOf } from '../../shared/model/app-error'
import type { AppError } from '../../shared/model/result'
import type { Parser } from './parser'
import { isArchive } from './supported'

const mostFiles = 20_000
/** As a person counts: 2 before 10. */
const byName = new Intl.Collator('en', { numeric: true })
/** Folders within folders, and archives within archives. */
const deepest = 40

export interface FoundFile {
  readonly path: string
  /** The folders it lies in, from the one that was given down; an archive counts as a folder. */
  readonly folders: readonly string[]
}

export interface Gathered {
  readonly files: FoundFile[]
  readonly problems: { readonly path: string; readonly error: AppError }[]
  /** Where archives were unpacked; to be removed once the files have been read. */
  readonly unpacked: string[]
}

/** The files under the given paths, folders and archives opened, in order of their names. Hidden ones are passed over. What is too much is told. */
export async function gather(
  paths: readonly string[],
  parser: Parser | null = null,
  most = mostFiles
): Promise<Gathered> {
  const walk = new Walk(parser, most)
  for (const path of paths) await walk.visit(path, [])
  const [path] = paths
  if (walk.leftOut > 0 && path !== undefined) {
    const told = { count: walk.leftOut, most }
    walk.gathered.problems.push({ path, error: appError('Unsupported', 'filesLeftOut', told) })
  }
  return walk.gathered
}

export async function removeUnpacked({ unpacked }: Pick<Gathered, 'unpacked'>): Promise<void> {
  for (const folder of unpacked) await rm(folder, { recursive: true, force: true }).catch(() => {})
}

class Walk {
  readonly gathered: Gathered = { files: [], problems: [], unpacked: [] }
  /** Files beyond those that can be taken at once. */
  leftOut = 0
  /** Folders that have been gone through, by their real paths: a link back to one of them is not followed. */
  private readonly seen = new Set<string>()

  constructor(
    private readonly parser: Parser | null,
    private readonly most: number
  ) {}

  async visit(path: string, folders: readonly string[]): Promise<void> {
    const { files, problems } = this.gathered
    const name = basename(path)
    try {
      const about = await stat(path)
      if (about.isFile()) {
        if (isArchive(path) && this.parser && folders.length < deepest) await this.open(path, folders)
        else if (files.length < this.most) files.push({ path, folders })
        else this.leftOut++
        return
      }
      if (!about.isDirectory()) return
      if (folders.length > deepest) {
        problems.push({ path, error: appError('Unsupported', 'folderTooDeep', { name, most: deepest }) })
        return
      }
      const real = await realpath(path)
      if (this.seen.has(real)) return
      this.seen.add(real)
      const before = files.length + problems.length
      await this.enter(path, [...folders, name])
      if (files.length + problems.length === before)
        problems.push({ path, error: appError('Invalid', 'folderWithoutFiles', { name }) })
    } catch (error) {
      const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
      problems.push({
        path,
        error: missing
          ? appError('NotFound', 'fileMissing', { name })
          : appError('Invalid', 'fileUnreadable', { name, reason: reasonOf(error) })
      })
    }
  }

  private async enter(path: string, folders: readonly string[]): Promise<void> {
    const names = (await readdir(path)).filter((each) => !each.startsWith('.')).sort(byName.compare)
    for (const each of names) await this.visit(join(path, each), folders)
  }

  private async open(path: string, folders: readonly string[]): Promise<void> {
    const into = await mkdtemp(join(tmpdir(), 'variorum-archive-'))
    this.gathered.unpacked.push(into)
    const done = await this.parser?.unpack(path, into)
    if (done && !done.ok) this.gathered.problems.push({ path, error: done.error })
    else await this.enter(into, [...folders, basename(path, extname(path))])
  }
}
