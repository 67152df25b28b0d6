import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'

/** To be raised when what is kept, or how texts are folded or cut, changes: files of another version are not read. */
const version = 2
/** So much is kept in all, in bytes; beyond it what was used the longest ago goes. */
const mostBytes = 600_000_000
/** After that many bytes written it is looked whether there is too much. */
const lookAfterBytes = 50_000_000
/** Version and checksum of what follows. */
const headBytes = 8
/** A file that is used counts as new again once it is so old, in milliseconds. */
const freshMs = 24 * 3600_000

/** What was kept, and when it was written (milliseconds). */
interface Kept {
  readonly bytes: Buffer
  readonly at: number
}

/**
 * Files beside the app's settings that spare work; each can be made again. What is torn, damaged or of another version is as
 * if it were not there. Reads and writes hold up the thread: it is for a thread of its own. A folder that cannot be written to
 * keeps nothing.
 */
export class DiskCache {
  private written = 0

  constructor(
    private readonly folder: string,
    private readonly most = mostBytes
  ) {}

  /** Null where nothing that is whole lies under the name. */
  read(name: string): Kept | null {
    try {
      const path = join(this.folder, name)
      const file = readFileSync(path)
      const bytes = file.subarray(headBytes)
      if (
        file.length < headBytes ||
        file.readUInt32LE(0) !== version ||
        file.readUInt32LE(4) !== crc32(bytes)
      )
        return null
      const { mtimeMs, atimeMs } = statSync(path)
      const now = Date.now()
      // The time of writing says which text it is of; that of reading, how long nobody wanted it.
      if (now - atimeMs > freshMs) utimesSync(path, now / 1000, mtimeMs / 1000)
      return { bytes, at: mtimeMs }
    } catch {
      return null
    }
  }

  /** Keeps bytes under a name. Another process that reads it meanwhile sees the old ones or the new ones. */
  write(name: string, parts: readonly Uint8Array[]): void {
    const path = join(this.folder, name)
    const temporary = `${path}.${process.pid}.tmp`
    try {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 })
      const bytes = Buffer.concat([Buffer.alloc(headBytes), ...parts])
      bytes.writeUInt32LE(version, 0)
      bytes.writeUInt32LE(crc32(bytes.subarray(headBytes)), 4)
      writeFileSync(temporary, bytes, { mode: 0o600 })
      renameSync(temporary, path)
      this.written += bytes.length
    } catch {
      remove(temporary)
    }
  }

  /** Takes away what was used the longest ago where there is too much. Looks only now and then. */
  async tidy(): Promise<void> {
    if (this.written < lookAfterBytes && this.written < this.most) return
    this.written = 0
    const names = await readdir(this.folder).catch(() => [])
    const files = await Promise.all(
      names.map(async (name) => {
        const facts = await stat(join(this.folder, name)).catch(() => null)
        return { name, size: facts?.size ?? 0, used: Math.max(facts?.atimeMs ?? 0, facts?.mtimeMs ?? 0) }
      })
    )
    let size = files.reduce((sum, file) => sum + file.size, 0)
    for (const file of files.sort((a, b) => a.used - b.used)) {
      if (size <= this.most) return
      remove(join(this.folder, file.name))
      size -= file.size
    }
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // What cannot be taken away stays; the next one who tidies tries again.
  }
}
