import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { appError, reasonOf } from '../../shared/model/app-error'
import type { AppError } from '../../shared/model/result'

const mostFiles = 20_000

export interface Gathered {
  readonly files: string[]
  readonly problems: { readonly path: string; readonly error: AppError }[]
}

/** The files under the given paths, folders opened, in order of their names. Hidden ones are passed over. */
export async function gather(paths: readonly string[]): Promise<Gathered> {
  const gathered: Gathered = { files: [], problems: [] }
  for (const path of paths) await visit(path, gathered)
  return gathered
}

async function visit(path: string, gathered: Gathered): Promise<void> {
  const name = basename(path)
  try {
    const about = await stat(path)
    if (about.isFile()) {
      if (gathered.files.length < mostFiles) gathered.files.push(path)
      return
    }
    if (!about.isDirectory()) return
    const before = gathered.files.length + gathered.problems.length
    const names = (await readdir(path)).filter((each) => !each.startsWith('.')).sort()
    for (const each of names) await visit(join(path, each), gathered)
    if (gathered.files.length + gathered.problems.length === before)
      gathered.problems.push({ path, error: appError('Invalid', 'folderWithoutFiles', { name }) })
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    gathered.problems.push({
      path,
      error: missing
        ? appError('NotFound', 'fileMissing', { name })
        : appError('Invalid', 'fileUnreadable', { name, reason: reasonOf(error) })
    })
  }
}
