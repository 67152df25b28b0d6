import { analyse } from 'chardet'
import iconv from 'iconv-lite'
import { fitEncoding } from './fit/fit-metadata'

export interface Decoded {
  readonly text: string
  readonly encoding: string
}

/**
 * Reads bytes as text: in the encoding that a person chose; else by the byte-order mark, as UTF-8 where that fits without
 * error, by the encoding the file declares, or as the most probable one. Null where the bytes are not text.
 */
export function decode(bytes: Uint8Array, declared?: string, chosen?: string): Decoded | null {
  if (chosen !== undefined && iconv.encodingExists(chosen))
    return { text: iconv.decode(bytes, chosen), encoding: fitEncoding(chosen) }
  const wide = byMark(bytes) ?? wideWithoutMark(bytes)
  if (wide) return { text: iconv.decode(bytes, wide), encoding: wide }
  if (looksBinary(bytes)) return null
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    const encoding = declared && iconv.encodingExists(declared) ? declared : detected(bytes)
    return { text: iconv.decode(bytes, encoding), encoding: fitEncoding(encoding.toLowerCase()) }
  }
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 tells itself by its line ends and spaces: bytes of zero on one side of each, and hardly any on the other. */
function wideWithoutMark(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 65_536 - (bytes.length % 2))
  const blanks = [0, 0]
  let zeros = 0
  for (let at = 0; at + 1 < sample.length; at += 2) {
    const [first = 0, second = 0] = [sample[at], sample[at + 1]]
    if (second === 0 && isPlain(first)) blanks[0] = (blanks[0] ?? 0) + 1
    if (first === 0 && isPlain(second)) blanks[1] = (blanks[1] ?? 0) + 1
    if (first === 0 && second === 0) zeros++
  }
  const [little = 0, big = 0] = blanks
  const [most, least] = [Math.max(little, big), Math.min(little, big)]
  if (zeros > 0 || most < sample.length / 400 || most < 2 || least > most / 8) return null
  return little > big ? 'utf-16le' : 'utf-16be'
}

function isPlain(byte: number): boolean {
  return byte === 10 || byte === 13 || (byte >= 32 && byte < 127)
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
