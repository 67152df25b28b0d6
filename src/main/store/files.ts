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

/** A file that is read in places: always the one that lay there when it was opened. */
export interface ReadableFile {
  /** The bytes from a place on: so many, or fewer where the file ends. */
  read(from: number, length: number): Buffer
  close(): void
}

export interface FileFacts {
  readonly size: number
  /** What lies there itself; a link is never followed. */
  readonly kind: 'file' | 'folder' | 'link' | 'other'
  /** Under how many names the file can be reached (hard links). */
  readonly names: number
  /** Tells whether two paths, or a path and what was opened under it, are one file. */
  readonly identity: string
  /** When its content was last changed, in milliseconds. */
  readonly changed: number
}

/** How a file is opened. `a+`: every
 * write goes to its end, wherever that is by then; `ax+`: the same for a file that must not be there yet. `folder`: a folder, to sync it. */
export type OpenFlags = 'r' | 'r+' | 'wx' | 'a+' | 'ax+' | 'folder'

/**
 * Everything the store asks of the file system. A seam on purpose: the tests put failing disks in here
 * and nothing else is ever pretended. No call follows a link in the last part of its path: whoever made the folder
 * might have put it there to have another file read or written. What is not a plain file fails with `ENOTFILE`.
 */
export interface Files {
  open(path: string, flags: OpenFlags): Promise<OpenFile>
  rename(from: string, to: string): Promise<void>
  /** Moves a damaged file aside, into a folder that is made where it is missing. */
  moveNow(from: string, to: string): void
  /** Its parent must be there: a project that has gone away is not to be made again half empty. Fails where a link or a file has its name. */
  makeFolder(path: string): Promise<void>
  /** Removes a file or a link, never a folder. None there is fine. */
  remove(path: string): Promise<void>
  read(path: string): Promise<Buffer>
  readNow(path: string): Buffer
  /**
   * The bytes of a file from `from` up to `to`, piece by piece, at once; all from the file that lies there at the first piece. A
   * piece holds until the next is asked for.
   */
  pieces(path: string, from?: number, to?: number): Iterable<Buffer>
  /** Opens a file to read in it, at once. */
  openNow(path: string): ReadableFile
  /** The names in a folder; none where there is no such folder. */
  list(path: string): Promise<string[]>
  /** Null where there is nothing. Quick, and therefore not a promise: ten thousand are asked for at opening. */
  facts(path: string): FileFacts | null
}

/** So much of a file is read at once where it is read in pieces. */
const pieceBytes = 256 * 1024

/** A larger file is none of ours, and would not fit into memory as text. */
const largestFileBytes = 1024 * 1024 * 1024

// Windows has no such flag; the look at the path just before has to do there.
const noFollow = sync.constants.O_NOFOLLOW ?? 0

const openFlags: Readonly<Record<OpenFlags, number>> = {
  r: sync.constants.O_RDONLY | noFollow,
  'r+': sync.constants.O_RDWR | noFollow,
  wx: sync.constants.O_WRONLY | sync.constants.O_CREAT | sync.constants.O_EXCL,
  'a+': sync.constants.O_RDWR | sync.constants.O_APPEND | noFollow,
  'ax+': sync.constants.O_RDWR | sync.constants.O_APPEND | sync.constants.O_CREAT | sync.constants.O_EXCL,
  folder: sync.constants.O_RDONLY
}

export const realFiles: Files = {
  async open(path, flags) {
    if (flags === 'r' || flags === 'r+' || flags === 'a+') requireFile(path)
    const handle = await disk.open(path, openFlags[flags], 0o666)
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
    const about = factsOf(folder)
    if (!about) sync.mkdirSync(folder)
    else if (about.kind !== 'folder') throw notAFile(folder, 'not a folder')
    sync.renameSync(from, to)
  },
  makeFolder: async (path) => {
    try {
      await disk.mkdir(path)
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error
      if (factsOf(path)?.kind !== 'folder') throw notAFile(path, 'not a folder')
    }
  },
  async remove(path) {
    try {
      await disk.unlink(path)
    } catch (error) {
      if (!isCode(error, 'ENOENT')) throw error
    }
  },
  async read(path) {
    requireFile(path)
    return disk.readFile(path, { flag: openFlags.r })
  },
  readNow(path) {
    requireFile(path)
    const file = sync.openSync(path, openFlags.r)
    try {
      return sync.readFileSync(file)
    } finally {
      sync.closeSync(file)
    }
  },
  *pieces(path, from = 0, to = Number.POSITIVE_INFINITY) {
    requireFile(path)
    const file = sync.openSync(path, openFlags.r)
    try {
      const piece = Buffer.allocUnsafe(Math.max(0, Math.min(pieceBytes, to - from)))
      for (let at = from; at < to; ) {
        const taken = sync.readSync(file, piece, 0, Math.min(piece.length, to - at), at)
        if (taken === 0) return
        at += taken
        yield piece.subarray(0, taken)
      }
    } finally {
      sync.closeSync(file)
    }
  },
  openNow(path) {
    requireFile(path)
    const file = sync.openSync(path, openFlags.r)
    return {
      read(from, length) {
        const bytes = Buffer.allocUnsafe(length)
        let done = 0
        while (done < length) {
          const taken = sync.readSync(file, bytes, done, length - done, from + done)
          if (taken === 0) break
          done += taken
        }
        return bytes.subarray(0, done)
      },
      close: () => sync.closeSync(file)
    }
  },
  async list(path) {
    try {
      return await disk.readdir(path)
    } catch (error) {
      if (isCode(error, 'ENOENT')) return []
      throw error
    }
  },
  facts: factsOf
}

function factsOf(path: string): FileFacts | null {
  const found = sync.lstatSync(path, { throwIfNoEntry: false })
  if (!found) return null
  const kind = found.isFile()
    ? 'file'
    : found.isDirectory()
      ? 'folder'
      : found.isSymbolicLink()
        ? 'link'
        : 'other'
  const identity = `${found.dev}:${found.ino}`
  return { size: found.size, kind, names: found.nlink, identity, changed: found.mtimeMs }
}

/** Throws where a path is there and is not a plain file of a size that can be read. Waiting on a pipe would never end. */
function requireFile(path: string): void {
  const about = factsOf(path)
  if (!about) return
  if (about.kind !== 'file') throw notAFile(path, about.kind === 'link' ? 'a link' : 'not a file')
  if (about.size > largestFileBytes) throw notAFile(path, 'too large')
}

function notAFile(path: string, what: string): Error {
  return Object.assign(new Error(`${path} is ${what}`), { code: 'ENOTFILE' })
}

export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

/** Whether reading failed since there is no plain file under the name: a link, a folder, a device. */
export function isNotAFile(error: unknown): boolean {
  return ['ENOTFILE', 'ELOOP', 'EISDIR'].some((code) => isCode(error, code))
}

/** Writes all bytes from a position on, however few the disk takes at a time. */
export async function writeFully(file: OpenFile, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const taken = await file.write(bytes, done, bytes.length - done, position + done)
    if (taken <= 0) throw Object.assign(new Error('nothing was written'), { code: 'EIO' })
    done += taken
  }
}
