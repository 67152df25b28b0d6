import { type FoldSwitches, foldSign } from './fold-sign'

/**
 * A regular expression as it reads folded text: its plain signs are folded as the text is. Escapes, and what stands in square
 * brackets, stay as they are; there the flag i makes case alike.
 */
export function foldExpression(
  source: string,
  switches: FoldSwitches
): { readonly source: string; readonly ignoresCase: boolean } {
  let folded = ''
  let ignoresCase = false
  for (let at = 0; at < source.length; ) {
    const code = source.codePointAt(at) ?? 0
    const sign = String.fromCodePoint(code)
    if (sign === '\\') {
      const end = endOfEscape(source, at)
      ignoresCase ||= /^\\(?:[pPux]|c)/.test(source.slice(at, end))
      folded += source.slice(at, end)
      at = end
    } else if (sign === '[') {
      const end = endOfClass(source, at)
      const own = source.slice(at, end)
      ignoresCase ||= /\p{Lu}/u.test(own)
      folded += foldClass(own, switches)
      at = end
    } else if (sign === '(' && source.charAt(at + 1) === '?') {
      const end = endOfOpening(source, at)
      folded += source.slice(at, end)
      at = end
    } else {
      folded += foldPlain(sign, switches)
      at += sign.length
    }
  }
  return { source: folded, ignoresCase: ignoresCase && switches.case }
}

function endOfEscape(source: string, at: number): number {
  const [braced] =
    /^\\(?:[pPu]\{[^}]*\}|k<[^>]*>|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z])/.exec(source.slice(at)) ?? []
  return at + (braced?.length ?? 2)
}

function endOfClass(source: string, at: number): number {
  let end = at + 1
  while (end < source.length && source.charAt(end) !== ']') end += source.charAt(end) === '\\' ? 2 : 1
  return end + 1
}

/** `(?:`, `(?=`, `(?<!`, `(?<name>`. */
function endOfOpening(source: string, at: number): number {
  const [opening] = /^\(\?(?:[:=!]|<[=!]|<[^>]*>)/.exec(source.slice(at)) ?? []
  return at + (opening?.length ?? 2)
}

/** Single signs of a class are folded where they fold to one sign and are no end of a range. */
function foldClass(own: string, switches: FoldSwitches): string {
  if (/[\\-]/.test(own.slice(1, -1))) return own
  const signs = Array.from(own.slice(1, -1), (sign, index) => {
    if (index === 0 && sign === '^') return sign
    const folded = foldSign(sign, switches)
    return Array.from(folded).length === 1 && !/[\]\\^-]/.test(folded) ? folded : sign
  })
  return `[${signs.join('')}]`
}

function foldPlain(sign: string, switches: FoldSwitches): string {
  if (/[\^$.*+?()|{}/,\d\s]/.test(sign)) return sign
  const folded = foldSign(sign, switches)
  const safe = folded.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  return Array.from(folded).length === 1 ? safe : folded === '' ? '(?:)' : `(?:${safe})`
}
