/**
 * What a spreadsheet may take for the beginning of a formula or a command (OWASP, CSV injection): the signs themselves,
 * their full-width forms, and white space before which some programs begin a new cell; after any number of apostrophes,
 * so that one that was put before can be told from those that were there.
 */
const formulaStart = /^'*[=+\-@\t\r\n＝＋－＠]/

/** All signs of `formulaStart` come up to the first of these (`@`), or from the second on; so does the apostrophe. */
const [lastPlainSign, firstFullWidth] = [0x40, 0xff00]

/** A number below zero, as a spreadsheet, R and pandas read it alike. */
const negativeNumber = /^-\d+(?:[.,]\d+)*(?:[ \u00a0]?%)?$/

/** Calls of functions and of other programs, which do something whatever words stand about them. */
const calls = /[|｜]|[\p{L}\p{N}_.]\s*[(（]/u

/** Two words at least, or one that ends as a sentence does. */
const prose = /\p{L}\P{L}*\s\P{L}*\p{L}|\p{L}\P{L}*[.!?…。！？”’»」』"]\s*$/u

/**
 * A cell of words with an apostrophe before it where a spreadsheet would compute it, or where `withoutApostrophe` would take
 * away one of its own. A dialogue's dash and a negative number stay as they are: computing them does nothing, and R, pandas and
 * other readers would take the apostrophe for a part of the text.
 */
export function withApostrophe(cell: string): string {
  // Nearly all cells begin with a letter, a figure or an ideograph.
  const first = cell.charCodeAt(0)
  if (first > lastPlainSign && first < firstFullWidth) return cell
  return formulaStart.test(cell) && !isHarmless(cell) ? `'${cell}` : cell
}

function isHarmless(cell: string): boolean {
  if (!/^[-－]/.test(cell)) return false
  const rest = cell.slice(1).trimStart()
  return negativeNumber.test(cell) || (prose.test(rest) && !calls.test(rest))
}

/** A cell as it was before an apostrophe was put before what begins like a formula. Others are left alone. */
export function withoutApostrophe(cell: string): string {
  return cell.startsWith("'") && formulaStart.test(cell) ? cell.slice(1) : cell
}
