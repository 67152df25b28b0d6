import { type FoldSwitches, foldSign, switchesName } from './fold-sign'
import { OffsetMap } from './offset-map'

/** A text as a search looks at it, and where each of its signs came from. */
export interface FoldedText {
  readonly text: string
  readonly map: OffsetMap
}

/** What each code unit folds to by itself, for one set of switches; filled as they are met. A state of 0: not looked at yet. */
interface Table {
  readonly state: Uint8Array
  readonly folded: Uint16Array
  /** What signs of several code units fold to, with the marks that belong to them. */
  readonly signs: Map<string, string>
}
const single = 1
/** It folds to none or several, is white space, or half of a pair. */
const special = 2

const tables = new Map<string, Table>()

function tableOf(switches: FoldSwitches): Table {
  const name = switchesName(switches)
  const known = tables.get(name)
  if (known) return known
  const made = { state: new Uint8Array(0x10000), folded: new Uint16Array(0x10000), signs: new Map() }
  tables.set(name, made)
  return made
}

const space = /\s/
const mark = /\p{M}/u
const lineEnd = /[\n\r\u2028\u2029]/
const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、-〟！-～]/u

function look(table: Table, code: number, switches: FoldSwitches): number {
  const sign = String.fromCharCode(code)
  let state = special
  if (!(code >= 0xd800 && code <= 0xdfff) && !(code !== 0xfeff && space.test(sign)) && !mark.test(sign)) {
    const folded = foldSign(sign, switches)
    if (folded.length === 1) {
      state = single
      table.folded[code] = folded.charCodeAt(0)
    }
  }
  table.state[code] = state
  return state
}

/** Signs that fold to none but themselves and their small letters. */
const plain = /^[\n -_a-~]*$/

/** Below this no character joins the one before it. */
const firstMark = 0x300

/**
 * Folds a text by the switches. Runs of white space become one space, or a line end where the text has one there (with
 * `lineBreaks` on a space too, and nothing between ideographs); marks go with their letter.
 */
export function foldText(text: string, switches: FoldSwitches): FoldedText {
  if (!switches.lineBreaks && plain.test(text) && !/\s\s/.test(text))
    return { text: switches.case ? text.toLowerCase() : text, map: OffsetMap.straight(text.length) }
  const table = tableOf(switches)
  const { state, folded } = table
  const out = new Output(text.length)
  const { length } = text
  for (let at = 0; at < length; ) {
    const code = text.charCodeAt(at)
    if (code === 32 && !isSpaceAt(text, at + 1) && !isSpaceAt(text, at - 1)) {
      out.one(32, at++)
      continue
    }
    const own = state[code] || look(table, code, switches)
    if (own === single && !(text.charCodeAt(at + 1) >= firstMark && isMarkAt(text, at + 1))) {
      out.one(folded[code] ?? code, at++)
      continue
    }
    at = foldSpecial(text, at, switches, table, out)
  }
  return out.done(length)
}

function foldSpecial(text: string, at: number, switches: FoldSwitches, table: Table, out: Output): number {
  if (isSpaceAt(text, at)) {
    let end = at + 1
    while (isSpaceAt(text, end)) end++
    const hasBreak = lineEnd.test(text.slice(at, end))
    if (hasBreak && !switches.lineBreaks) out.several('\n', at, end)
    else if (!hasBreak || !(ideograph.test(text.charAt(at - 1)) && ideograph.test(text.charAt(end))))
      out.several(' ', at, end)
    return end
  }
  let end = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
  while (text.charCodeAt(end) >= firstMark && isMarkAt(text, end))
    end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1
  out.several(foldKnown(text.slice(at, end), switches, table), at, end)
  return end
}

/** So many signs are known by what they fold to, and up to such a length in UTF-16 code units. */
const mostSigns = 50_000
const longestSign = 16

/** Folds a sign; the same one is folded once, for normalising takes longer than all else. */
function foldKnown(sign: string, switches: FoldSwitches, { signs }: Table): string {
  const known = signs.get(sign)
  if (known !== undefined) return known
  const folded = foldSign(sign, switches)
  if (signs.size < mostSigns && sign.length <= longestSign) signs.set(sign, folded)
  return folded
}

function isSpaceAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code === 32 || (code >= 9 && code <= 13)) return true
  return code >= 0xa0 && code !== 0xfeff && space.test(text.charAt(at))
}

function isMarkAt(text: string, at: number): boolean {
  const code = text.codePointAt(at) ?? 0
  // The common ideographs and their signs are none.
  if (code >= 0x3100 && code <= 0x9fff) return false
  return mark.test(String.fromCodePoint(code))
}

const chunk = 8192

/** The folded text as it grows. */
class Output {
  private units: Uint16Array
  private length = 0
  private readonly starts: number[] = []
  private readonly origins: number[] = []
  private readonly ends: number[] = []
  /** Where the next sign has to come from for the stretch to go on one to one; -1: it cannot. */
  private expected = -1

  constructor(length: number) {
    this.units = new Uint16Array(length + 16)
  }

  one(code: number, from: number): void {
    if (from !== this.expected) {
      this.starts.push(this.length)
      this.origins.push(from)
      this.ends.push(0)
    }
    this.expected = from + 1
    this.room(1)
    this.units[this.length++] = code
  }

  several(folded: string, from: number, end: number): void {
    if (folded === '') return
    if (folded.length === 1 && end === from + 1) {
      this.one(folded.charCodeAt(0), from)
      return
    }
    this.starts.push(this.length)
    this.origins.push(from)
    this.ends.push(end)
    this.expected = -1
    this.room(folded.length)
    for (let i = 0; i < folded.length; i++) this.units[this.length++] = folded.charCodeAt(i)
  }

  done(end: number): FoldedText {
    this.starts.push(this.length)
    this.origins.push(end)
    this.ends.push(0)
    const parts: string[] = []
    for (let at = 0; at < this.length; at += chunk)
      parts.push(
        Reflect.apply(String.fromCharCode, null, this.units.subarray(at, Math.min(at + chunk, this.length)))
      )
    return { text: parts.join(''), map: OffsetMap.of(this.starts, this.origins, this.ends) }
  }

  private room(more: number): void {
    if (this.length + more <= this.units.length) return
    const larger = new Uint16Array(this.units.length * 2 + more)
    larger.set(this.units)
    this.units = larger
  }
}
