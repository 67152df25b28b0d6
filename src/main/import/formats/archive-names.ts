import { crc32 } from 'node:zlib'
import iconv from 'iconv-lite'
import { nameEncoding } from '../name-encoding'

const endOfDirectory = 0x06054b50
const entryHeader = 0x02014b50
const inUtf8 = 0x800
/** A field that holds the name in UTF-8 beside the name in another encoding (Info-ZIP). */
const unicodePath = 0x7075

/**
 * What the entries of a ZIP archive are called, by the names that a reader gives them that takes each byte for a character.
 * Archives made on Windows often hold names in the encoding of the computer: which, is told by all of them together.
 */
export function entryNames(bytes: Uint8Array): Map<string, string> {
  const names = new Map<string, string>()
  const plain: Buffer[] = []
  for (const { name, extra, isUtf8 } of entriesOf(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  )) {
    const said = isUtf8 ? null : nameIn(extra, name)
    if (said !== null) names.set(name.toString('latin1'), said)
    else if (!isUtf8 && name.some((byte) => byte >= 0x80)) plain.push(name)
  }
  if (plain.length === 0) return names
  const all = Buffer.concat(plain.flatMap((name) => [name, Buffer.from('\n')]))
  const encoding = nameEncoding(all)
  for (const name of plain) names.set(name.toString('latin1'), iconv.decode(name, encoding))
  return names
}

interface Entry {
  readonly name: Buffer
  readonly extra: Buffer
  readonly isUtf8: boolean
}

/** The entries of the central directory (APPNOTE 4.3.12); none where it cannot be found. */
function* entriesOf(bytes: Buffer): Generator<Entry> {
  let end = bytes.length - 22
  const least = Math.max(0, end - 65_557)
  while (end >= least && bytes.readUInt32LE(end) !== endOfDirectory) end--
  if (end < least) return
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryHeader) return
    const length = bytes.readUInt16LE(at + 28)
    const extra = bytes.readUInt16LE(at + 30)
    const comment = bytes.readUInt16LE(at + 32)
    const name = at + 46
    yield {
      name: bytes.subarray(name, name + length),
      extra: bytes.subarray(name + length, name + length + extra),
      isUtf8: (bytes.readUInt16LE(at + 8) & inUtf8) !== 0
    }
    at = name + length + extra + comment
  }
}

/** The name in UTF-8 that is said beside another; it holds for that very name alone. */
function nameIn(extra: Buffer, name: Buffer): string | null {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    const size = extra.readUInt16LE(at + 2)
    if (extra.readUInt16LE(at) === unicodePath && size > 5 && extra.readUInt32LE(at + 5) === crc32(name))
      return extra.subarray(at + 9, at + 4 + size).toString('utf8')
  }
  return null
}
