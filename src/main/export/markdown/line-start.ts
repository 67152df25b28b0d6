/** What makes something of a whole line: a rule, the line under a heading or the head of a table, the top of a grid. */
const wholeLine =
  /^(?:=+|-[-\t ]*|(?:\*[\t ]*){3,}|(?:_[\t ]*){3,}|\|?[\t ]*:?-+:?[\t ]*(?:\|[\t ]*(?::?-+:?[\t ]*)?)*|\+[-=+]+)[\t ]*$/

/** Signs before a blank or the end: of items, headings, line blocks, definitions. */
const before = /^(?:[-+*]|#{1,6}|[|:~])(?=[\t ]|$)/

/** Signs that mean something whatever follows: quotations, fences, divisions. */
const always = /^(?:>|`{3}|~{3}|:{3})/

/** A number or letter of an item, and the stop behind it. pandoc counts in letters and Roman numerals, too. */
const counted = /^(?:\d{1,9}|#|[a-zA-Z]|[ivxlcdm]{2,9}|[IVXLCDM]{2,9})[.)](?=[\t ]|$)/
const initial = /^[A-Z]\.(?=[\t ](?![\t ])|$)/
const bracketed = /^\((?:\d{1,9}|#|[a-zA-Z]|[ivxlcdm]{2,9}|[IVXLCDM]{2,9}|@[\w-]*)\)(?=[\t ]|$)/

/** A box to tick. */
const box = /^\[[ xX]\](?=[\t ]|$)/

/** Longer than any beginning of a line that means something; lines of one sign alone are looked at whole. */
const longestStart = 12

/**
 * Where a backslash has to stand (an offset in `text`) so that the line from `start` to `end` is a line of a paragraph; null
 * where it is one. The line does not begin with a blank.
 */
export function lineStartEscape(text: string, start: number, end: number): number | null {
  const first = text.charAt(start)
  if (!/[-+*=_|:~#>`(\d[A-Za-z]/.test(first)) return null
  const head = text.slice(start, Math.min(end, start + longestStart))
  if (counted.test(head) && !initial.test(head)) return start + head.search(/[.)]/)
  if (before.test(head) || always.test(head) || bracketed.test(head) || box.test(head)) return start
  return /[-=*_|:+]/.test(first) && isOfSigns(text, start, end) && wholeLine.test(text.slice(start, end))
    ? start
    : null
}

/** Whether a line has signs of rules and tables only. */
function isOfSigns(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!'-=*_|:+ \t'.includes(text.charAt(at))) return false
  return true
}
