import { mkdtemp, readdir, realpath, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { appError, reasonOf } from '../../shared/model/app-error'
import type { AppError } from '../../shared/model/result'
import type { Parser } from './parser'
import { isArchive } from './supported'

const mostFiles = 20_000
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

/** The files under the given paths, folders and archives opened, in order of their names. Hidden ones are passed over. */
export async function gather(paths: readonly string[], parser: Parser | null = null): Promise<Gathered> {
  const walk = new Walk(parser)
  for (const path of paths) await walk.visit(path, [])
  return walk.gathered
}

export async function removeUnpacked({ unpacked }: Pick<Gathered, 'unpacked'>): Promise<void> {
  for (const folder of unpacked) await rm(folder, { recursive: true, force: true }).catch(() => {})
}

class Walk {
  readonly gathered: Gathered = { files: [], problems: [], unpacked: [] }
  /** Folders that have been gone through, by their real paths: a link back to one of them is not followed. */
  private readonly seen = new Set<string>()

  constructor(private readonly parser: Parser | null) {}

  async visit(path: string, folders: readonly string[]): Promise<void> {
    const { files, problems } = this.gathered
    const name = basename(path)
    try {
      const about = await stat(path)
      if (about.isFile()) {
        if (isArchive(path) && this.parser && folders.length < deepest) await this.open(path, folders)
        else if (files.length < mostFiles) files.push({ path, folders })
        return
      }
      if (!about.isDirectory() || folders.length > deepest) return
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
    const names = (await readdir(path)).filter((each) => !each.startsWith('.')).sort()
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
