import { analyse } from 'chardet'
import iconv from 'iconv-lite'

export interface Decoded {
  readonly text: string
  readonly encoding: string
}

/**
 * Reads bytes as text: by the byte-order mark, as UTF-8 where that fits without error, by the encoding the file
 * declares, or as the most probable one. Null where the bytes are not text.
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded | null {
  const marked = byMark(bytes)
  if (marked) return { text: iconv.decode(bytes, marked), encoding: marked }
  if (looksBinary(bytes)) return null
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    const encoding = declared && iconv.encodingExists(declared) ? declared : detected(bytes)
    return { text: iconv.decode(bytes, encoding), encoding: encoding.toLowerCase() }
  }
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** Bytes that no text has: NUL, or more than a few other control characters. */
function looksBinary(bytes: Uint8Array): boolean {
  let controls = 0
  const sample = bytes.subarray(0, 65_536)
  for (const byte of sample) {
    if (byte === 0) return true
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls++
  }
  return controls > 4 + sample.length / 500
}

function detected(bytes: Uint8Array): string {
  const guesses = analyse(bytes.subarray(0, 262_144)).filter(({ name }) => iconv.encodingExists(name))
  return guesses[0]?.name ?? 'windows-1252'
}
