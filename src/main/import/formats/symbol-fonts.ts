import { hex } from 'dingbat-to-unicode'

const symbolFont = /^(symbol|wingdings( [23])?|webdings)$/i
/** Signs that few fonts have, and those that say the same and that everybody knows. */
const familiar: Readonly<Record<string, string>> = {
  '\u{1F78E}': '◻',
  '\u{1F78F}': '□',
  '\u{1F5F9}': '☑',
  '\u{1F5F7}': '☒',
  '\u{1F5F5}': '☒'
}

/** Whether a font draws signs of its own in the places of letters. */
export function isSymbolFont(name: string): boolean {
  return symbolFont.test(plainName(name))
}

/**
 * The character that a font draws for a code.
 * @param code hexadecimal, with the F0 of the private area before it or without
 * @returns U+FFFD for a sign that cannot be told, so that it is counted
 */
export function signIn(font: string, code: string): string {
  const plain = code.replace(/^f0(?=..$)/i, '').toUpperCase()
  const sign = isSymbolFont(font) ? hex(plainName(font), plain)?.string : undefined
  if (sign) return familiar[sign] ?? sign
  const number = Number.parseInt(code, 16)
  const isPrivate = !(number >= 0x20) || (number >= 0xe000 && number <= 0xf8ff) || number > 0xffff
  return isPrivate ? '\uFFFD' : String.fromCharCode(number)
}

/** Words that are set in a symbol font, as the characters that it draws; `all` where letters are drawn as signs too. */
export function signsIn(font: string, words: string, { all }: { readonly all: boolean }): string {
  const drawn = all ? /[\u0021-\u00FF\uF020-\uF0FF]/g : /[\uF020-\uF0FF]/g
  return words.replace(drawn, (sign) => signIn(font, sign.charCodeAt(0).toString(16)))
}

/** The name as the tables have it: with its capitals, without quotation marks and what follows a semicolon. */
function plainName(font: string): string {
  const own = font
    .replace(/["';].*$|^["']/g, '')
    .trim()
    .toLowerCase()
  return own.replace(/^./, (first) => first.toUpperCase())
}
