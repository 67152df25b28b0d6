import { inflateSync } from 'node:zlib'

/** A stream of commands or text that is packed more densely than this, and unpacks to more bytes, is an attack. */
const densest = 100
const mostBytes = 24 * 1024 * 1024
/** Smaller ones cannot unpack to so much: Deflate packs a thousandfold at best. */
const harmless = mostBytes / 1050
/** How often streams are packed within each other. */
const deepest = 3

/**
 * Refuses a PDF one of whose streams would unpack to far more than a page can say: reading it would take all of the time
 * and memory that a file may take. Pictures are never unpacked for their text. Throws where it finds one.
 */
export function refuseBombs(bytes: Buffer): void {
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.subarray(at - 3, at).toString('latin1') === 'end') continue
    const start = at + 6 + (bytes[at + 6] === 13 ? 2 : 1)
    const end = bytes.indexOf('endstream', start)
    if (end < 0) return
    const dictionary = bytes.subarray(Math.max(0, at - 600), at).toString('latin1')
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1)
    if (end - start >= harmless && /\/FlateDecode|\/Fl\b/.test(own) && !/\/Subtype\s*\/Image/.test(own))
      measure(bytes.subarray(start, end), 1)
    else if (/FlateDecode[\s/]*FlateDecode/.test(own)) measure(bytes.subarray(start, end), 1)
    at = end
  }
}

function measure(packed: Buffer, depth: number): void {
  let plain: Buffer
  try {
    plain = inflateSync(packed, { maxOutputLength: Math.max(mostBytes, packed.length * densest) })
  } catch (error) {
    if (
      error instanceof RangeError ||
      (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
    )
      throw new Error('it would unpack to too much')
    return
  }
  // A stream that is packed twice begins again as one.
  if (depth < deepest && plain[0] === 0x78 && plain.length > 100) measure(plain, depth + 1)
}
