/**
 * Keeps the exact words of a text from being read as marks, by CommonMark or by programs that add tables, strike-through,
 * footnotes and links between notes to it; with no more backslashes than that needs: `a_b`, `2 * 3`, `a < b`, `[sic]`
 * and `C:\new` stay as they are.
 */
export function escapeMarkdown(text: string): string {
  const isLinked = /\][([:]/.test(text)
  const hasCode = text.indexOf('`') !== text.lastIndexOf('`')
  return text
    .replace(signs, (sign: string, at: number) => {
      const [before, after] = [text.charAt(at - 1), text.charAt(at + sign.length)]
      return isMark(sign, before, after, { isLinked, hasCode })
        ? Array.from(sign, (each) => `\\${each}`).join('')
        : sign
    })
    .replace(/&(?=(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});)/g, '\\&')
    .replace(lineStart, escapedStart)
}

/** Runs of signs that mark something wherever they stand. */
const signs = /\*+|_+|~+|`+|\[|<|\\/g

function isMark(
  sign: string,
  before: string,
  after: string,
  { isLinked, hasCode }: { readonly isLinked: boolean; readonly hasCode: boolean }
): boolean {
  switch (sign.charAt(0)) {
    case '\\':
      return after === '' || after === '\n' || /[!-/:-@[-`{-~]/.test(after)
    case '`':
      return hasCode
    case '<':
      return /[A-Za-z/!?]/.test(after)
    case '[':
      return isLinked || before === '[' || /[[^!]/.test(after)
    case '_':
      if (isLetter(before) && isLetter(after)) return false
      break
    case '~':
      if (sign.length > 2) return true
      break
  }
  // Between blanks a run begins and ends nothing; at the beginning of a line it may be a rule or an item.
  return !(isBlank(after) && /[^\S\n]/.test(before))
}

function isLetter(sign: string): boolean {
  return /[\p{L}\p{N}]/u.test(sign)
}

function isBlank(sign: string): boolean {
  return sign === '' || /\s/.test(sign)
}

/** What makes an item, a heading, a quotation, a rule, a table or code out of the line that it begins. */
const lineStart =
  /^(?:( {4,}|\t)(?=[^\s])|([^\S\n]{0,3})(?:(\d{1,9})([.)])(?=\s|$)|([-+])(?=\s|$)|(#{1,6})(?=\s|$)|(>)|(=+|-{2,}|-(?=[^\S\n]*-))|([|:])(?=[^\S\n]*[-:|])))/gm

function escapedStart(
  whole: string,
  code: string | undefined,
  blanks = '',
  number?: string,
  stop?: string,
  ...marks: (string | undefined)[]
): string {
  if (code !== undefined) return `&#32;${whole.slice(1)}`
  if (number !== undefined) return `${blanks}${number}\\${stop}`
  const [item, heading, quote, rule, table] = marks
  const mark = item ?? heading ?? quote ?? rule ?? table
  return mark === undefined ? whole : `${blanks}\\${mark}`
}
