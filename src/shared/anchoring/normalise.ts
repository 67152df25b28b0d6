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

/** What single characters are folded to; filled as they are met. Empty: left out. `null`: a mark. */
const known = new Map<number, string | null>()

export function normalise(text: string): NormalisedText {
  let starts = new Uint32Array(text.length)
  let ends = new Uint32Array(text.length)
  const parts: string[] = []
  let length = 0
  let run = ''
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0
    const next = at + (code > 0xffff ? 2 : 1)
    const folded = foldCode(code)
    if (folded === null) {
      // A mark belongs to the letter before it.
      if (length > 0 && ends[length - 1] === at) ends[length - 1] = next
    } else if (folded !== '') {
      if (length + folded.length > starts.length) {
        starts = grown(starts)
        ends = grown(ends)
      }
      for (let i = 0; i < folded.length; i++) {
        starts[length] = at
        ends[length] = next
        length++
      }
      run += folded
      if (run.length > 4096) {
        parts.push(run)
        run = ''
      }
    }
    at = next
  }
  parts.push(run)
  return { text: parts.join(''), starts: starts.subarray(0, length), ends: ends.subarray(0, length) }
}

function foldCode(code: number): string | null {
  if (code < 128) {
    if (code >= 97 && code <= 122) return ascii[code] ?? ''
    if (code >= 65 && code <= 90) return ascii[code + 32] ?? ''
    return code >= 48 && code <= 57 ? (ascii[code] ?? '') : ''
  }
  const found = known.get(code)
  if (found !== undefined) return found
  const made = foldRare(String.fromCodePoint(code))
  known.set(code, made)
  return made
}

const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))

const joined: Readonly<Record<string, string>> = { æ: 'ae', œ: 'oe', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i' }

function foldRare(character: string): string | null {
  if (mark.test(character)) return null
  let folded = ''
  for (const each of character.normalize('NFKD').toLowerCase().normalize('NFKD'))
    if (lettersAndDigits.test(each)) folded += joined[each] ?? simplifiedOf(each)
  return folded
}

function grown(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2 + 16)
  larger.set(array)
  return larger
}
