import { dirname } from 'node:path'
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
  const temporary = `${path}.${process.pid}.tmp`
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
