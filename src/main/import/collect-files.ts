import { readdir, realpath, rm, stat } from 'node:fs/promises'
import { basename, extname, join, relative, sep } from 'node:path'
import { appError, reasonOf } from '../../shared/model/app-error'
import type { AppError } from '../../shared/model/result'
import type { Parser } from './parser'
import { isArchive } from './supported'
import { makeTempFolder, removeLeftovers } from './temp-folders'
import { type ArchiveTree, UnpackBudget } from './unpack-budget'

const mostFiles = 20_000
/** As a person counts: 2 before 10. */
const byName = new Intl.Collator('en', { numeric: true })
/** Folders within folders. */
const deepest = 40

export interface FoundFile {
  readonly path: string
  /** The folders it lies in, from the one that was given down; an archive counts as a folder. */
  readonly folders: readonly string[]
}

export interface CollectedFiles {
  readonly files: FoundFile[]
  readonly problems: { readonly path: string; readonly error: AppError }[]
  /** Where archives were unpacked; to be removed once the files have been read. */
  readonly unpacked: string[]
  /** The archives, by the folders that they were unpacked into. */
  readonly archives: Map<string, string>
}

/** Where a person finds a file: what an archive holds is in there, wherever it was unpacked. */
export function shownPath(path: string, archives: CollectedFiles['archives']): string {
  for (const [folder, archive] of archives)
    if (path.startsWith(folder + sep)) return shownPath(join(archive, relative(folder, path)), archives)
  return path
}

/** The files under the given paths, folders and archives opened, in order of their names. Hidden ones are passed over. What is too much is told. */
export async function collectFiles(
  paths: readonly string[],
  parser: Unpacker | null = null,
  most = mostFiles,
  budget = new UnpackBudget()
): Promise<CollectedFiles> {
  await removeLeftovers()
  const walk = new Walk(parser, most, budget)
  for (const path of paths) await walk.visit(path, [], null)
  const [path] = paths
  if (walk.leftOut > 0 && path !== undefined) {
    const told = { count: walk.leftOut, most }
    walk.collected.problems.push({ path, error: appError('Unsupported', 'filesLeftOut', told) })
  }
  return walk.collected
}

export async function removeUnpacked({ unpacked }: Pick<CollectedFiles, 'unpacked'>): Promise<void> {
  for (const folder of unpacked) await rm(folder, { recursive: true, force: true }).catch(() => {})
}

/** Whatever unpacks archives: the parsing process. */
export type Unpacker = Pick<Parser, 'unpack'>

class Walk {
  readonly collected: CollectedFiles = { files: [], problems: [], unpacked: [], archives: new Map() }
  /** Files beyond those that can be taken at once. */
  leftOut = 0
  /** Folders that have been gone through, by their real paths: a link back to one of them is not followed. */
  private readonly seen = new Set<string>()

  constructor(
    private readonly parser: Unpacker | null,
    private readonly most: number,
    private readonly budget: UnpackBudget
  ) {}

  async visit(path: string, folders: readonly string[], within: ArchiveTree | null): Promise<void> {
    const { files, problems } = this.collected
    const name = basename(path)
    try {
      const about = await stat(path)
      if (about.isFile()) {
        if (isArchive(path) && this.parser) await this.open(path, folders, within)
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
      await this.enter(path, [...folders, name], within)
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

  private async enter(path: string, folders: readonly string[], within: ArchiveTree | null): Promise<void> {
    const names = (await readdir(path)).filter((each) => !each.startsWith('.')).sort(byName.compare)
    for (const each of names) await this.visit(join(path, each), folders, within)
  }

  /** Unpacks an archive and goes through it. Of one that is refused nothing stays. */
  private async open(path: string, folders: readonly string[], within: ArchiveTree | null): Promise<void> {
    const { problems, unpacked, archives } = this.collected
    const tree = await this.budget.tree(path, within)
    const limits = await this.budget.limitsFor(basename(path), tree)
    if ('kind' in limits) {
      problems.push({ path, error: limits })
      return
    }
    const into = await makeTempFolder('archive')
    const done = await this.parser?.unpack(path, into, limits)
    if (!done?.ok) {
      await removeUnpacked({ unpacked: [into] })
      if (done) problems.push({ path, error: done.error })
      return
    }
    unpacked.push(into)
    archives.set(into, path)
    this.budget.took(tree, done.value)
    await this.enter(into, [...folders, basename(path, extname(path))], tree)
  }
}
