import { basename, dirname, join } from 'node:path'
import { type Files, type OpenFile, realFiles, writeFully } from './files'

/**
 * Writes a file so that after a crash it holds either its old content or its new one, whole:
 * temporary file, fsync, rename, fsync of the folder. The folder must be there: one that has vanished
 * (a drive pulled out) is not to be made again half empty.
 */
export async function writeDurably(
  path: string,
  content: string | Uint8Array,
  files: Files = realFiles
): Promise<void> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  await replaceDurably(path, files, (file) => writeFully(file, bytes, 0))
}

/** The same for a file whose content is written bit by bit. */
export async function replaceDurably(
  path: string,
  files: Files,
  fill: (file: OpenFile) => Promise<void>
): Promise<void> {
  const temporary = temporaryFor(path)
  try {
    const file = await openNew(temporary, files)
    try {
      await fill(file)
      await file.sync()
    } finally {
      await file.close()
    }
    await files.rename(temporary, path)
  } catch (error) {
    await files.remove(temporary).catch(() => {})
    throw error
  }
  await syncFolder(dirname(path), files)
}

/** Most file systems take names of so many bytes, some of so many UTF-16 code units. */
const longestNameBytes = 255

/** A name beside a file's own, short enough where that one just is. */
function temporaryFor(path: string): string {
  const ending = `.${process.pid}.tmp`
  const name = basename(path)
  if (Buffer.byteLength(name + ending) <= longestNameBytes) return path + ending
  let short = ''
  for (const sign of name) {
    if (Buffer.byteLength(short + sign + ending) > longestNameBytes) break
    short += sign
  }
  return join(dirname(path), short + ending)
}

/** Makes a file anew. What lies under its name, a link perhaps, is removed and not written through. */
async function openNew(path: string, files: Files): Promise<OpenFile> {
  if (files.facts(path)) await files.remove(path)
  return files.open(path, 'wx')
}

/** Makes the entries of a folder durable. Windows cannot sync a folder; there the step is skipped. */
export async function syncFolder(folder: string, files: Files = realFiles): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await files.open(folder, 'folder')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
