import { promisify } from 'node:util'
import { inflateRaw, inflateRawSync } from 'node:zlib'

/** A file in a zip archive, as the archive's directory states it. */
export interface ZipEntry {
  readonly name: string
  /** Bytes in the archive. */
  readonly packed: number
  /** Bytes when unpacked, as stated: no more are ever unpacked. */
  readonly size: number
  readonly method: number
  /** Where its header begins, in bytes from the start of the archive. */
  readonly offset: number
}

const signature = { header: 0x04034b50, entry: 0x02014b50, end: 0x06054b50 }
const length = { header: 30, entry: 46, end: 22 }
/** A comment is at most so long, so the end record lies at most so far from the end. */
const longestComment = 0xffff
const encrypted = 1
const methods = { stored: 0, deflated: 8 }

const inflate = promisify(inflateRaw)

/**
 * The directory of a zip archive (APPNOTE.TXT 4.3.12). Names and sizes are read from here alone and nothing is
 * searched for in packed bytes, where anything may stand by chance. The number of entries is told by the directory's
 * own length: the field for it ends at 65,535. Throws where it is not whole, or has more entries than `mostEntries`.
 */
export function readDirectory(archive: Buffer, mostEntries: number): ZipEntry[] {
  const end = endRecord(archive)
  const entries: ZipEntry[] = []
  const stop = archive.readUInt32LE(end + 16) + archive.readUInt32LE(end + 12)
  for (let at = archive.readUInt32LE(end + 16); at < stop; ) {
    if (at + length.entry > end || archive.readUInt32LE(at) !== signature.entry) throw notWhole()
    const [name, extra, comment] = [28, 30, 32].map((field) => archive.readUInt16LE(at + field))
    const next = at + length.entry + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
    if (next > end) throw notWhole()
    if (archive.readUInt16LE(at + 8) & encrypted) throw new Error('a file in the archive is encrypted')
    entries.push({
      name: archive.toString('utf8', at + length.entry, at + length.entry + (name ?? 0)),
      packed: archive.readUInt32LE(at + 20),
      size: archive.readUInt32LE(at + 24),
      method: archive.readUInt16LE(at + 10),
      offset: archive.readUInt32LE(at + 42)
    })
    if (entries.length > mostEntries) throw new Error('the archive holds too many files')
    at = next
  }
  return entries
}

/** Unpacks a file beside other work, in a thread of Node's own. Throws where it is not what the directory states. */
export async function unpackEntry(archive: Buffer, entry: ZipEntry): Promise<Buffer> {
  const packed = packedBytes(archive, entry)
  return checked(entry, packed ?? (await inflate(deflatedBytes(archive, entry), limits(entry))))
}

/** The same, at once. */
export function unpackEntryNow(archive: Buffer, entry: ZipEntry): Buffer {
  const packed = packedBytes(archive, entry)
  return checked(entry, packed ?? inflateRawSync(deflatedBytes(archive, entry), limits(entry)))
}

/** The bytes of a file that is stored as it is; null for one that is deflated. */
function packedBytes(archive: Buffer, entry: ZipEntry): Buffer | null {
  if (entry.method === methods.stored) return Buffer.from(deflatedBytes(archive, entry))
  if (entry.method === methods.deflated) return entry.size === 0 ? Buffer.alloc(0) : null
  throw new Error(`${entry.name} is packed in an unknown way`)
}

function deflatedBytes(archive: Buffer, { offset, packed }: ZipEntry): Buffer {
  if (offset + length.header > archive.length || archive.readUInt32LE(offset) !== signature.header)
    throw notWhole()
  const start = offset + length.header + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28)
  if (start + packed > archive.length) throw notWhole()
  return archive.subarray(start, start + packed)
}

function limits({ size }: ZipEntry) {
  return { maxOutputLength: Math.max(1, size) }
}

function checked({ name, size }: ZipEntry, bytes: Buffer): Buffer {
  if (bytes.length !== size) throw new Error(`${name} is not of the length that the archive states`)
  return bytes
}

function endRecord(archive: Buffer): number {
  const least = Math.max(0, archive.length - length.end - longestComment)
  for (let at = archive.length - length.end; at >= least; at--)
    if (
      archive.readUInt32LE(at) === signature.end &&
      at + length.end + archive.readUInt16LE(at + 20) === archive.length
    )
      return at
  throw notWhole()
}

function notWhole(): Error {
  return new Error('the archive is not whole')
}
