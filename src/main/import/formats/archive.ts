import { strFromU8, unzipSync } from 'fflate'
import { decode } from '../decode'
import { entryNames } from './archive-names'
import { declaredInXml } from './xml'

/** What an archive may hold in all, unpacked; and how often its own size an entry may have. */
const mostBytes = 200 * 1024 * 1024
const mostEntries = 20_000
const mostRatio = 200
/** Small entries may be as dense as they like. */
const harmless = 1024 * 1024

/** Why an archive is not opened: by itself, by what the import has unpacked already, or for want of room. */
export class ArchiveProblem extends Error {
  constructor(readonly kind: 'dangerous' | 'budget' | 'room') {
    super('it would unpack to too much')
  }
}

/** Each file takes whole blocks of a disk, of so many bytes. */
const block = 4096

/**
 * The entries of a ZIP archive that are wanted, unpacked. One that would unpack to too much is refused by what it
 * declares; what it unpacks to never exceeds what it has declared. `most` is what else bounds it, in bytes and files.
 */
export function unpack(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  most: { readonly bytes: number; readonly entries: number; readonly room: number } = {
    bytes: mostBytes,
    entries: mostEntries,
    room: Number.POSITIVE_INFINITY
  }
): Map<string, Uint8Array> {
  // Office files with a password are not archives at all but the older compound files.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new Error('it is encrypted, or of an older format')
  const names = entryNames(bytes)
  let total = 0
  let entries = 0
  let taken = 0
  const unpacked = unzipSync(bytes, {
    filter: ({ name, size, originalSize }) => {
      entries++
      if (entries > mostEntries) throw new ArchiveProblem('dangerous')
      // A byte of a name may look like a separator, and be the second half of a character.
      if (!wanted(names.get(name) ?? name)) return false
      total += originalSize
      if (total > mostBytes || (originalSize > harmless && originalSize > size * mostRatio))
        throw new ArchiveProblem('dangerous')
      if (total > most.bytes || ++taken > most.entries) throw new ArchiveProblem('budget')
      if (total + taken * block > most.room) throw new ArchiveProblem('room')
      return true
    }
  })
  return new Map(Object.entries(unpacked).map(([name, content]) => [names.get(name) ?? name, content]))
}

/** An entry as text: in UTF-8, or in what its mark or its first line says. */
export function entryText(entries: ReadonlyMap<string, Uint8Array>, name: string): string | null {
  const bytes = entries.get(name)
  return bytes ? (decode(bytes, declaredInXml(bytes))?.text ?? strFromU8(bytes)) : null
}
