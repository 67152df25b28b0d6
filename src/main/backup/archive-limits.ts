import { checkpointName, isSegment, parseShardName } from '../store/project-files'
import type { ZipEntry } from './zip-reader'

/** What a backup says of itself. */
export const manifestName = 'backup.json'
/** The one library file that a project of the first format had. */
const firstLibraryName = 'library.json'

/** Whether a file of this name belongs into a backup's archive. Others are neither packed nor unpacked. */
export function isPacked(name: string): boolean {
  const segment = /^journal\/([^/]+)$/.exec(name)?.[1]
  return (
    name === checkpointName ||
    name === manifestName ||
    name === firstLibraryName ||
    parseShardName(name) !== null ||
    (segment !== undefined && isSegment(segment))
  )
}

const mebibyte = 1024 * 1024

/**
 * How much an archive may unpack to. Projects of up to 2,000 documents and 40,000 annotations were measured: their
 * backups unpack to 7 to 15 times their length, single files in them to 31 times; deflate can do 1,032.
 */
export const archiveLimits = {
  entries: 500_000,
  /** A longer file could not be read as text. */
  bytesOfEntry: 512 * mebibyte,
  bytesInAll: 4096 * mebibyte,
  /** Bytes unpacked for each byte of the archive, beyond the first few. */
  ratio: 50,
  bytesAnyway: 16 * mebibyte
}

/** Those of an archive's entries that are wanted. Throws where they would unpack to more than any project's backup. */
export function entriesWithin(
  entries: readonly ZipEntry[],
  archiveBytes: number,
  wanted: (name: string) => boolean,
  limits = archiveLimits,
  belongs = isPacked
): ZipEntry[] {
  const chosen = entries.filter(({ name }) => belongs(name) && wanted(name))
  if (new Set(chosen.map(({ name }) => name)).size < chosen.length)
    throw new Error('the archive holds two files of one name')
  const most = Math.min(limits.bytesInAll, limits.bytesAnyway + limits.ratio * archiveBytes)
  let bytes = 0
  for (const { name, size } of chosen) {
    if (size > limits.bytesOfEntry) throw new Error(`${name} in the archive is too large`)
    bytes += size
  }
  if (bytes > most) throw new Error('the archive would unpack to far more than a backup holds')
  return chosen
}
