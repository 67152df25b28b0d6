/** What may close each opening mark. A mark that opens in one language closes in another. */
const closers: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”‟',
  '‟': '”',
  '”': '”',
  '«': '»',
  '»': '«»',
  '‘': '’',
  '‚': '‘’',
  '‹': '›',
  '›': '‹',
  '「': '」',
  '『': '』',
  '｢': '｣',
  '﹁': '﹂',
  '﹃': '﹄',
  '〝': '〞〟',
  '"': '"',
  '＂': '＂',
  "'": "'"
}

/** Every quotation mark; primes and backticks are none. */
const anyMark = /[“”„‟«»‘’‚‹›「」『』｢｣﹁﹂﹃﹄〝〞〟"＂']/g

/** Marks that are apostrophes too: one without a partner is nothing to speak of. */
const apostrophes = "'’"

/** Words that begin with an apostrophe. */
const elision = /^(?:tis|twas|twere|twill|em|n|til|cause|bout|round|\d0s)(?![\p{L}\p{N}])/iu

const alphabetic = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u

/** A quotation between marks, by offsets in the whole text (UTF-16). */
export interface MarkedPair {
  /** The opening mark, and behind the closing one. */
  readonly outerStart: number
  readonly outerEnd: number
  readonly start: number
  readonly end: number
  /** Where it may end as well: a mark that closes it may be an apostrophe (`the dogs’ bones’`). */
  readonly otherEnd: number | null
}

interface Frame {
  readonly mark: string
  readonly at: number
}

interface Line {
  readonly text: string
  /** Where it begins in the whole text. */
  readonly start: number
  /** Whether a quotation may go on from it into the next line, and into it. */
  readonly isRunning: boolean
}

export interface PairedMarks {
  /** In the order in which they open. */
  readonly pairs: readonly MarkedPair[]
  /** Marks without a partner, ascending. */
  readonly unpaired: readonly number[]
}

/** A longer stretch between two marks is no quotation: a mark is missing. In UTF-16 code units. */
const longestQuotation = 20_000
/** So many paragraphs on a closing mark is looked for where they do not begin with an opening one again. */
const mostParagraphs = 3

/**
 * Pairs the quotation marks of a text, of all languages and nested, line by line. A quotation goes on over the end of a
 * paragraph where the next one begins with its mark again, or closes it before it opens another.
 */
export function pairMarks(lines: readonly Line[]): PairedMarks {
  const pairs: MarkedPair[] = []
  const unpaired: number[] = []
  let open: Frame[] = []
  const hasOpening = lines.some(({ text }) => /[“„]/.test(text))
  const drop = (frame: Frame) => {
    if (!apostrophes.includes(frame.mark)) unpaired.push(frame.at)
  }
  for (const [index, line] of lines.entries()) {
    let from = 0
    if (open.length > 0) {
      const going = open.filter((frame) => goesOn(frame, lines, index))
      for (const frame of open) if (!going.includes(frame)) drop(frame)
      open = going
      // The marks with which it begins again open nothing.
      for (const { mark } of open) {
        const at = line.text.slice(from).search(/\S/)
        if (at !== -1 && line.text.charAt(from + at) === mark) from += at + 1
      }
    }
    anyMark.lastIndex = from
    for (let found = anyMark.exec(line.text); found; found = anyMark.exec(line.text)) {
      const at = found.index
      const mark = found[0]
      if (isApostrophe(line.text, at, mark)) continue
      const level = closes(open, line.text, at, mark)
      const frame = open[level]
      if (frame && line.start + at - frame.at <= longestQuotation) {
        for (const inner of open.slice(level + 1)) drop(inner)
        open = open.slice(0, level)
        if (line.start + at > frame.at + 1)
          pairs.push({
            outerStart: frame.at,
            outerEnd: line.start + at + 1,
            start: frame.at + 1,
            end: line.start + at,
            otherEnd: otherEnd(line, at, mark)
          })
        continue
      }
      if (opens(line.text, at, mark, hasOpening)) open.push({ mark, at: line.start + at })
      else if (!apostrophes.includes(mark)) unpaired.push(line.start + at)
    }
  }
  for (const frame of open) drop(frame)
  return {
    pairs: pairs.sort((a, b) => a.outerStart - b.outerStart || b.outerEnd - a.outerEnd),
    unpaired: unpaired.sort((a, b) => a - b)
  }
}

function isApostrophe(text: string, at: number, mark: string): boolean {
  if (!apostrophes.includes(mark) && mark !== '‘') return false
  const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)]
  if (mark !== '‘' && alphabetic.test(before) && alphabetic.test(after)) return true
  return !alphabetic.test(before) && elision.test(text.slice(at + 1, at + 12))
}

/** Which open frame a mark closes: the innermost that it fits; -1 where it closes none. */
function closes(open: readonly Frame[], text: string, at: number, mark: string): number {
  const before = text.charAt(at - 1)
  const after = text.charAt(at + 1)
  for (let level = open.length - 1; level >= 0; level--) {
    const own = open[level]?.mark ?? ''
    const fits = closers[own]?.includes(mark) ?? false
    if (own === mark && (mark === '"' || mark === "'" || mark === '＂' || mark === '”' || mark === '»')) {
      // One and the same mark opens and closes: white space tells which it does.
      if (fits && !isGap(before)) return level
      continue
    }
    if (fits && !(mark === '’' && isGap(before))) return level
    // Typed at both ends by mistake.
    if (own === mark && mark === '“' && !isGap(before) && (isGap(after) || /[\p{P}]/u.test(after)))
      return level
  }
  return -1
}

function opens(text: string, at: number, mark: string, hasOpening: boolean): boolean {
  if (closers[mark] === undefined) return false
  const before = text.charAt(at - 1)
  const after = text.charAt(at + 1)
  if (mark === '”') return !hasOpening && !isWordEnd(before) && !isGap(after)
  if (mark === "'") return !isWordEnd(before) && /[\p{L}\p{N}[“"]/u.test(after)
  if (mark === '"' || mark === '＂') return !isGap(after) && !/[,.;:)\]]/.test(after)
  return true
}

function isGap(character: string): boolean {
  return character === '' || /\s/.test(character)
}

function isWordEnd(character: string): boolean {
  return alphabetic.test(character)
}

/** A later place where a single quotation may end, where the mark that closes it follows a plural: an apostrophe, perhaps. */
function otherEnd({ text, start }: Line, at: number, mark: string): number | null {
  if (!apostrophes.includes(mark) || !/[sxz]/i.test(text.charAt(at - 1))) return null
  if (!/^\s[\p{L}\p{N}]/u.test(text.slice(at + 1, at + 4))) return null
  for (let next = at + 1; next < text.length; next++) {
    const sign = text.charAt(next)
    if (sign === '‘') return null
    if (sign === mark && !isApostrophe(text, next, sign) && !isGap(text.charAt(next - 1))) return start + next
  }
  return null
}

/** Whether an open quotation goes on into a line. */
function goesOn({ mark, at }: Frame, lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  if (!line?.isRunning || !lines[index - 1]?.isRunning) return false
  if (line.start - at > longestQuotation) return false
  if (line.text.trimStart().startsWith(mark)) return true
  if (closers[mark] === mark || mark === '‘' || mark === '‚') return false
  for (const next of lines.slice(index, index + mostParagraphs)) {
    if (!next.isRunning) return false
    const opening = next.text.indexOf(mark)
    const closing = [...(closers[mark] ?? '')]
      .map((each) => next.text.indexOf(each))
      .filter((each) => each >= 0)
    if (closing.length > 0) return opening === -1 || Math.min(...closing) < opening
    if (opening !== -1) return false
  }
  return false
}
