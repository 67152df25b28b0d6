import * as sync from 'node:fs'
import * as disk from 'node:fs/promises'
import { dirname } from 'node:path'

/** An open file, as far as the store needs one. */
export interface OpenFile {
  /** Writes bytes at a position; resolves with how many were taken, which may be fewer than given. */
  write(bytes: Uint8Array, offset: number, length: number, position: number): Promise<number>
  /** Resolves when what was written is on the disk. */
  sync(): Promise<void>
  truncate(length: number): Promise<void>
  close(): Promise<void>
}

export interface FileFacts {
  readonly size: number
  /** Tells whether two paths, or a path and what was opened under it, are one file. */
  readonly identity: string
  /** When its content was last changed, in milliseconds. */
  readonly changed: number
}

/**
 * Everything the store asks of the file system. A seam on purpose: the tests put failing disks in here
 * and nothing else is ever pretended.
 */
export interface Files {
  open(path: string, flags: 'r' | 'r+' | 'w' | 'wx' | 'w+'): Promise<OpenFile>
  rename(from: string, to: string): Promise<void>
  /** Moves a damaged file aside, into a folder that is made where it is missing. */
  moveNow(from: string, to: string): void
  /** Its parent must be there: a project that has gone away is not to be made again half empty. */
  makeFolder(path: string): Promise<void>
  remove(path: string): Promise<void>
  read(path: string): Promise<Buffer>
  readNow(path: string): Buffer
  /** The names in a folder; none where there is no such folder. */
  list(path: string): Promise<string[]>
  /** Null where there is nothing. Quick, and therefore not a promise: ten thousand are asked for at opening. */
  facts(path: string): FileFacts | null
}

export const realFiles: Files = {
  async open(path, flags) {
    const handle = await disk.open(path, flags)
    return {
      write: async (bytes, offset, length, position) =>
        (await handle.write(bytes, offset, length, position)).bytesWritten,
      sync: () => handle.datasync(),
      truncate: (length) => handle.truncate(length),
      close: () => handle.close()
    }
  },
  rename: (from, to) => disk.rename(from, to),
  moveNow(from, to) {
    const folder = dirname(to)
    if (!sync.existsSync(folder)) sync.mkdirSync(folder)
    sync.renameSync(from, to)
  },
  makeFolder: async (path) => {
    try {
      await disk.mkdir(path)
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error
    }
  },
  remove: (path) => disk.rm(path, { recursive: true, force: true }),
  read: (path) => disk.readFile(path),
  readNow: (path) => sync.readFileSync(path),
  async list(path) {
    try {
      return await disk.readdir(path)
    } catch (error) {
      if (isCode(error, 'ENOENT')) return []
      throw error
    }
  },
  facts(path) {
    const found = sync.statSync(path, { throwIfNoEntry: false })
    return found ? { size: found.size, identity: `${found.dev}:${found.ino}`, changed: found.mtimeMs } : null
  }
}

export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

/** Writes all bytes from a position on, however few the disk takes at a time. */
export async function writeFully(file: OpenFile, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const taken = await file.write(bytes, done, bytes.length - done, position + done)
    if (taken <= 0) throw Object.assign(new Error('nothing was written'), { code: 'EIO' })
    done += taken
  }
}
