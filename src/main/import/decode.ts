import iconv from 'iconv-lite'
import type { ImportWarning } from '../../shared/model/import-warning'
import { detectEncoding, standInPairs } from './detect-encoding'
import { fitEncoding } from './fit/fit-metadata'

export interface Decoded {
  readonly text: string
  readonly encoding: string
  /** What a person should know: that the encoding is a guess, or another than the file declares. */
  readonly warnings: readonly ImportWarning[]
}

/**
 * Reads bytes as text: in the encoding that a person chose; else by the byte-order mark, as UTF-8 where that fits but for
 * single bytes, by the encoding the file declares if the bytes can be that, or as the most probable one. Null where the
 * bytes are not text.
 */
export function decode(bytes: Uint8Array, declared?: string, chosen?: string): Decoded | null {
  if (chosen !== undefined && canRead(chosen)) return read(bytes, chosen)
  const wide = byMark(bytes) ?? widerWithoutMark(bytes) ?? wideWithoutMark(bytes)
  if (wide) return read(bytes, wide)
  if (looksBinary(bytes)) return null
  if (isIso2022Jp(bytes)) return read(bytes, 'iso-2022-jp')
  const sound = asUtf8(bytes)
  if (sound !== null && !isByChance(sound)) return { text: sound, encoding: 'utf-8', warnings: [] }
  const failed: ImportWarning[] =
    declared === undefined || isUtf8(declared)
      ? []
      : [{ key: 'encodingNotAsDeclared', count: 1, names: [fitEncoding(declared)] }]
  // A stray byte, or a last character that was cut off, makes no other encoding of it.
  if (sound === null && isMostlyUtf8(bytes))
    return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8', warnings: failed }
  const asDeclared = declared === undefined ? null : readAsDeclared(bytes, declared)
  if (asDeclared) return asDeclared
  const { encoding, sure } = detectEncoding(bytes)
  const own = read(bytes, encoding)
  if (sure) return { ...own, warnings: failed }
  return { ...own, warnings: [...failed, { key: 'encodingGuessed', count: 1, names: [own.encoding] }] }
}

/** The encodings that Node knows and the library does not. */
const ownDecoders = new Set(['iso-2022-jp'])

function canRead(encoding: string): boolean {
  return ownDecoders.has(encoding.toLowerCase()) || iconv.encodingExists(encoding)
}

function read(bytes: Uint8Array, encoding: string): Decoded {
  const text = ownDecoders.has(encoding.toLowerCase())
    ? new TextDecoder(encoding).decode(bytes)
    : iconv.decode(bytes, encoding)
  return { text, encoding: fitEncoding(encoding.toLowerCase()), warnings: [] }
}

/** At most this share of signs may be unreadable in the encoding that a file declares. */
const mostUnreadable = 0.005

/** The text in the encoding that the file declares; null where the bytes are not that. */
function readAsDeclared(bytes: Uint8Array, declared: string): Decoded | null {
  if (isUtf8(declared) || !canRead(declared)) return null
  const isAlphabet = /^(iso-?8859|windows-?125|cp125|latin|ascii|us-ascii|koi8|macintosh)/i.test(declared)
  if (isAlphabet && standInPairs(bytes)) return null
  const own = read(bytes, declared)
  const unreadable = own.text.match(/[\uFFFD\u0080-\u0084\u0086-\u009F]/g)?.length ?? 0
  return unreadable <= Math.max(1, own.text.length * mostUnreadable) ? own : null
}

function isUtf8(encoding: string): boolean {
  return /^(utf-?8|unicode-?1-1-utf-?8)$/i.test(encoding)
}

function byMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 && bytes.length % 4 === 0 ? 'utf-32le' : 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? 'utf-32be' : null
}

/** UTF-32 without a mark: of each four bytes the highest is always zero, and the next hardly ever more than two. */
function widerWithoutMark(bytes: Uint8Array): string | null {
  if (bytes.length < 16 || bytes.length % 4 !== 0) return null
  const sample = bytes.subarray(0, 65_536)
  const fits = (highest: number, next: number) => {
    for (let at = 0; at < sample.length; at += 4)
      if (sample[at + highest] !== 0 || (sample[at + next] ?? 0) > 2) return false
    return true
  }
  if (fits(3, 2)) return 'utf-32le'
  return fits(0, 1) ? 'utf-32be' : null
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

/** Japanese in seven bits: escape sequences that choose a set of characters, and no byte beyond ASCII. */
function isIso2022Jp(bytes: Uint8Array): boolean {
  let [toJapanese, back] = [false, false]
  for (let at = bytes.indexOf(27); at >= 0; at = bytes.indexOf(27, at + 1)) {
    const [set, which] = [bytes[at + 1], bytes[at + 2]]
    if (set === 0x24 && (which === 0x40 || which === 0x42)) toJapanese = true
    if (set === 0x28 && (which === 0x42 || which === 0x4a)) back = true
  }
  return toJapanese && back && bytes.every((byte) => byte < 0x80)
}

const scripts = ['Latin', 'Greek', 'Cyrillic', 'Armenian', 'Hebrew', 'Arabic'].map(
  (name) => new RegExp(`\\p{Script=${name}}`, 'u')
)
/** Of so many signs chance alone may make characters of UTF-8. */
const fewSigns = 12

/**
 * Whether what can be read as UTF-8 is hardly that: a few signs that mix scripts within a word, as two Chinese characters
 * in another encoding come out (水位 as ˮλ, 联通 likewise).
 */
function isByChance(text: string): boolean {
  const words = text.match(/[\u0080-\uFFFF]+/g) ?? []
  if (words.length === 0 || words.join('').length > fewSigns) return false
  return words.every((word) => {
    const letters = word.match(/[\u0080-\u07FF]/g) ?? []
    if (letters.length !== word.length || letters.length < 2) return false
    const kinds = new Set(letters.map((letter) => scripts.findIndex((each) => each.test(letter))))
    return kinds.size > 1
  })
}

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** How many times more bytes must stand in whole characters of UTF-8 than do not. */
const leastWhole = 4

/** UTF-8 with a stray byte here and there, or cut off within its last character. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let [whole, stray] = [0, 0]
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) {
      at++
      continue
    }
    const length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1
    let end = at + 1
    while (end < bytes.length && end - at < length && (bytes[end] ?? 0) >> 6 === 2) end++
    if (length > 1 && end - at === length && lead < 0xf5) whole += length
    else if (end < bytes.length) stray += end - at
    at = end
  }
  return whole > 0 && whole >= stray * leastWhole
}
