/** A folded text and, for each of its code units (and its end), the offset in the text it came from. */
export interface Folded {
  readonly text: string
  readonly origin: Uint32Array
}

const quotes: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-'
}

/**
 * Folds what a reader does not tell apart when looking for words: case, compatibility forms and widths (NFKC),
 * quotation marks, dashes, soft hyphens, and runs of white space (to one space).
 * With `widths` off, compatibility forms, widths, quotation marks and dashes stay as they are.
 * `origin[i]` is the UTF-16 offset in `text` of folded code unit i; `origin[length]` is the text's length.
 */
export function fold(text: string, { caseless = true, widths = true } = {}): Folded {
  const parts: string[] = []
  const origin: number[] = []
  let inSpace = false
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0
    const character = String.fromCodePoint(code)
    const space = /\s/.test(character)
    if (!(space && inSpace) && !invisible.has(code)) {
      const folded = space ? ' ' : foldOne(character, caseless, widths)
      parts.push(folded)
      for (let i = 0; i < folded.length; i++) origin.push(at)
    }
    inSpace = space
    at += character.length
  }
  origin.push(text.length)
  return { text: parts.join(''), origin: Uint32Array.from(origin) }
}

/** Soft hyphen, zero-width space, joiners and word joiner, byte-order mark: nobody sees or types them. */
const invisible = new Set([0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff])

function foldOne(character: string, caseless: boolean, widths: boolean): string {
  const code = character.charCodeAt(0)
  if (code < 128) return caseless ? character.toLowerCase() : character
  if (!widths) return caseless ? character.toLowerCase() : character
  const known = quotes[character]
  if (known !== undefined) return known
  const normal = character.normalize('NFKC')
  return caseless ? normal.toLowerCase() : normal
}

/** Every place where `needle` stands in a folded text, as [start, end) in the text it came from. */
export function findFolded(haystack: Folded, needle: string): [number, number][] {
  if (needle === '') return []
  const found: [number, number][] = []
  for (
    let at = haystack.text.indexOf(needle);
    at !== -1;
    at = haystack.text.indexOf(needle, at + needle.length)
  ) {
    const start = haystack.origin[at] ?? 0
    let last = at + needle.length
    while (last < haystack.text.length && haystack.origin[last] === haystack.origin[last - 1]) last++
    found.push([start, haystack.origin[last] ?? start])
  }
  return found
}
