import { stat, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { appError } from '../../shared/model/app-error'
import type { AppError } from '../../shared/model/result'

const megabyte = 1024 * 1024

/** What all archives of one import, those within archives too, may come to. */
export const importLimits = {
  bytes: 1024 * megabyte,
  entries: 50_000,
  /** Archives within archives. */
  depth: 5,
  /** How often the size of the outermost archive all that comes out of it may have; small ones may be denser. */
  ratio: 200,
  harmlessBytes: 16 * megabyte
}
export type ImportLimits = typeof importLimits

/** What one archive may still unpack to, in bytes and files; and how much room the disk has for it, in bytes. */
export interface UnpackLimits {
  readonly bytes: number
  readonly entries: number
  readonly room: number
}

/** An archive that was given down, with all archives that are found in it. */
export interface ArchiveTree {
  readonly mostBytes: number
  readonly depth: number
  /** What came out of it so far; one count for all levels. */
  readonly taken: { bytes: number }
}

/** Counts what the archives of one import unpack to. */
export class UnpackBudget {
  private bytes = 0
  private entries = 0

  constructor(private readonly limits: ImportLimits = importLimits) {}

  /** An archive as the outermost one, or as one that lies in another. */
  async tree(path: string, within: ArchiveTree | null): Promise<ArchiveTree> {
    if (within) return { ...within, depth: within.depth + 1 }
    const { size } = await stat(path)
    const mostBytes = Math.max(this.limits.harmlessBytes, size * this.limits.ratio)
    return { mostBytes, depth: 1, taken: { bytes: 0 } }
  }

  /** What an archive may unpack to; or why it is not to be opened at all. */
  async limitsFor(name: string, { mostBytes, depth, taken }: ArchiveTree): Promise<UnpackLimits | AppError> {
    if (depth > this.limits.depth)
      return appError('Unsupported', 'archiveTooDeep', { name, most: this.limits.depth })
    return {
      bytes: Math.min(this.limits.bytes - this.bytes, mostBytes - taken.bytes),
      entries: this.limits.entries - this.entries,
      room: await roomForUnpacking()
    }
  }

  took({ taken }: ArchiveTree, { bytes, entries }: { bytes: number; entries: number }): void {
    this.bytes += bytes
    this.entries += entries
    taken.bytes += bytes
  }
}

/** So much of a disk stays free whatever is imported: this many bytes, or this share of a small disk. */
const keptFree = { bytes: 256 * megabyte, share: 0.1 }

/** How many bytes (a number that JSON can write) may be unpacked to the temporary files before their disk is too full; without a bound where that cannot be told. */
async function roomForUnpacking(): Promise<number> {
  try {
    const { bavail, blocks, bsize } = await statfs(tmpdir())
    return bavail * bsize - Math.min(keptFree.bytes, blocks * bsize * keptFree.share)
  } catch {
    return Number.MAX_SAFE_INTEGER
  }
}
