import { simplifiedOf } from './simplified'

/**
 * The letters and digits of a text as a reader recognises them, and where each came from. Everything that copying,
 * scanning, re-wrapping and re-typing change is left out or made alike: case, white space and line ends, punctuation,
 * accents and combining marks, ligatures, full and half width, traditional and simplified characters.
 */
export interface NormalisedText {
  readonly text: string
  /** For each code unit of `text`: where its character begins in the original (UTF-16). */
  readonly starts: Uint32Array
  /** And where it ends, marks that belong to it included. */
  readonly ends: Uint32Array
}

const lettersAndDigits = /[\p{L}\p{N}]/u
const mark = /\p{M}/u

/** What single characters are folded to, as code units; filled as they are met. Empty: left out. `null`: a mark. */
const basic: (Uint16Array | null | undefined)[] = new Array(0x10000)
const astral = new Map<number, Uint16Array | null>()

export function normalise(text: string): NormalisedText {
  let units = new Uint16Array(text.length)
  let starts = new Uint32Array(text.length)
  let ends = new Uint32Array(text.length)
  let length = 0
  for (let at = 0; at < text.length; ) {
    const first = text.charCodeAt(at)
    if (first < 128) {
      const folded = ascii[first] ?? 0
      if (folded !== 0) {
        if (length === units.length) grow(length + 1)
        units[length] = folded
        starts[length] = at
        ends[length] = at + 1
        length++
      }
      at++
      continue
    }
    const code = text.codePointAt(at) ?? 0
    const next = at + (code > 0xffff ? 2 : 1)
    const folded = foldCode(code)
    if (folded === null) {
      // A mark belongs to the letter before it.
      if (length > 0 && ends[length - 1] === at) ends[length - 1] = next
    } else {
      if (length + folded.length > units.length) grow(length + folded.length)
      for (let i = 0; i < folded.length; i++) {
        units[length] = folded[i] ?? 0
        starts[length] = at
        ends[length] = next
        length++
      }
    }
    at = next
  }
  return { text: stringOf(units, length), starts: starts.subarray(0, length), ends: ends.subarray(0, length) }

  function grow(least: number): void {
    const size = Math.max(least, units.length * 2 + 16)
    const [oldUnits, oldStarts, oldEnds] = [units, starts, ends]
    units = new Uint16Array(size)
    starts = new Uint32Array(size)
    ends = new Uint32Array(size)
    units.set(oldUnits)
    starts.set(oldStarts)
    ends.set(oldEnds)
  }
}

/** Code units as the machine keeps them; what is left of a text holds no half of a surrogate pair. */
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true })

function stringOf(units: Uint16Array, length: number): string {
  return decoder.decode(units.subarray(0, length))
}

function foldCode(code: number): Uint16Array | null {
  const known = code <= 0xffff ? basic[code] : astral.get(code)
  if (known !== undefined) return known
  const folded = foldRare(String.fromCodePoint(code))
  const made = folded === null ? null : Uint16Array.from(folded.split(''), (unit) => unit.charCodeAt(0))
  if (code <= 0xffff) basic[code] = made
  else astral.set(code, made)
  return made
}

/** Letters of ASCII in lower case, and digits; 0 for what is left out. */
const ascii = Uint8Array.from({ length: 128 }, (_, code) => {
  const lower = String.fromCharCode(code).toLowerCase()
  return /[a-z0-9]/.test(lower) ? lower.charCodeAt(0) : 0
})

const joined: Readonly<Record<string, string>> = { æ: 'ae', œ: 'oe', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i' }

function foldRare(character: string): string | null {
  if (mark.test(character)) return null
  let folded = ''
  for (const each of character.normalize('NFKD').toLowerCase().normalize('NFKD'))
    if (lettersAndDigits.test(each)) folded += joined[each] ?? simplifiedOf(each)
  return folded
}
