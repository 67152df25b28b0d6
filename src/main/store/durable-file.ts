import { dirname } from 'node:path'
import { type Files, realFiles, writeFully } from './files'

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
  const temporary = `${path}.${process.pid}.tmp`
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  try {
    const file = await files.open(temporary, 'w')
    try {
      await writeFully(file, bytes, 0)
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

/** Makes the entries of a folder durable. Windows cannot sync a folder; there the step is skipped. */
export async function syncFolder(folder: string, files: Files = realFiles): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await files.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
