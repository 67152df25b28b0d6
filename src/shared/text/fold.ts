/** A folded text and, for each of its code units (and its end), the offset in the text it came from. */
export interface Folded {
  readonly text: string
  readonly origin: Uint32Array
  /** For each code unit where its character ends in the text, with the marks that belong to it. */
  readonly ends: Uint32Array
}

/** What is written for another sign: quotation marks, apostrophes, hyphens and dashes. */
export const alikeSigns = {
  apostrophe: { sign: "'", others: '‘’‚‛ʼʻʽˈ′‵´`‹›＇' },
  quotation: { sign: '"', others: '“”„‟«»″‶〝〞〟「」『』' },
  hyphen: { sign: '-', others: '‐‑‒–—―−⁃˗﹘﹣－' }
} as const

const alike: ReadonlyMap<string, string> = new Map(
  Object.values(alikeSigns).flatMap(({ sign, others }) =>
    Array.from(others, (other): [string, string] => [other, sign])
  )
)

/**
 * Folds what a reader does not tell apart when looking for words: case (ß is ss), compatibility forms and widths (NFKC),
 * composed and decomposed letters, quotation marks, apostrophes, dashes, signs without width, and runs of white space (to
 * one space; to none where a line breaks between ideographs).
 * With `widths` off, compatibility forms, widths, quotation marks and dashes stay as they are.
 * `origin[i]` is the UTF-16 offset in `text` of folded code unit i; `origin[length]` is the text's length.
 */
export function fold(text: string, { caseless = true, widths = true } = {}): Folded {
  const parts: string[] = []
  const origin: number[] = []
  const ends: number[] = []
  const put = (folded: string, start: number, end: number) => {
    parts.push(folded)
    for (let i = 0; i < folded.length; i++) {
      origin.push(start)
      ends.push(end)
    }
  }
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0
    if (isSpaceCode(code)) {
      const end = endOfSpace(text, at)
      if (!isBreakInChinese(text, at, end)) put(' ', at, at + 1)
      at = end
      continue
    }
    let end = at + (code > 0xffff ? 2 : 1)
    if (!isInvisible(code)) {
      if (text.charCodeAt(end) >= 0x300) end = endOfMarks(text, end)
      put(foldOne(text.slice(at, end), caseless, widths), at, end)
    }
    at = end
  }
  origin.push(text.length)
  return { text: parts.join(''), origin: Uint32Array.from(origin), ends: Uint32Array.from(ends) }
}

/** Soft hyphens, joiners, marks of direction, variation selectors, byte-order marks: nobody sees or types them. */
const invisible =
  /\p{Variation_Selector}|\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/u

function isInvisible(code: number): boolean {
  return code >= 0xad && invisible.test(String.fromCodePoint(code))
}

function isSpaceCode(code: number): boolean {
  return code === 32 || (code !== 0xfeff && /\s/.test(String.fromCodePoint(code)))
}

function endOfSpace(text: string, from: number): number {
  let end = from
  while (end < text.length && isSpaceCode(text.charCodeAt(end))) end++
  return end
}

const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、-〟！-～]/u

/** A line that breaks between ideographs is no space. */
function isBreakInChinese(text: string, from: number, to: number): boolean {
  if (!/[\n\r\u2028\u2029]/.test(text.slice(from, to))) return false
  return ideograph.test(text.charAt(from - 1)) && ideograph.test(text.charAt(to))
}

/** Behind the combining marks and variation selectors at a place. */
function endOfMarks(text: string, from: number): number {
  let end = from
  for (;;) {
    const code = text.codePointAt(end)
    if (code === undefined || code < 0x300 || !/\p{M}/u.test(String.fromCodePoint(code))) return end
    end += code > 0xffff ? 2 : 1
  }
}

function foldOne(given: string, caseless: boolean, widths: boolean): string {
  if (given.length === 1 && given.charCodeAt(0) < 128 && given !== '`')
    return caseless ? given.toLowerCase() : given
  const sign = given.replace(/[\u034f\u180b-\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu, '')
  const known = widths ? alike.get(sign) : undefined
  if (known !== undefined) return known
  const normal = sign.normalize(widths ? 'NFKC' : 'NFC')
  return caseless
    ? normal
        .toLowerCase()
        .replace(/ß/g, 'ss')
        .replace(/ς/g, 'σ')
        .replace(/i\u0307/g, 'i')
    : normal
}

/**
 * Every place where `needle` stands in a folded text, as [start, end) in the text it came from. None begins within a sign
 * that folds to several (ß, a ligature); one that ends within such a sign takes it in whole. They do not overlap.
 */
export function findFolded(haystack: Folded, needle: string): [number, number][] {
  if (needle === '') return []
  const { text, origin, ends } = haystack
  const found: [number, number][] = []
  let from = 0
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, from)) {
    from = at + 1
    if (at > 0 && origin[at] === origin[at - 1]) continue
    let last = at + needle.length
    while (last < text.length && origin[last] === origin[last - 1]) last++
    const start = origin[at] ?? 0
    found.push([start, ends[last - 1] ?? start])
    from = last
  }
  return found
}
