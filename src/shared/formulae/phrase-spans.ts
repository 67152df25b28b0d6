import type { Span } from '../model/offsets'
import { span } from '../model/span'
import { functionWords } from './function-words'
import { parallelSpans } from './parallel-spans'
import { quotedSpans } from './quoted-spans'
import { hardBreak, type TokenFolder, type TokenRow } from './tokens'

/**
 * By what a phrase is taken for one: marks around it, numbers that head it, capitals, an office before a name, parts that answer
 * each other, a short clause by itself, what stands behind a verb of policy.
 */
export type PhraseSign = 'quoted' | 'numbers' | 'name' | 'office' | 'parallel' | 'clause' | 'object'

export interface PhraseSpan extends Span {
  readonly sign: PhraseSign
}

/** What a number measures or dates, so that it heads no phrase. */
const units = new Set(
  `year month day week hour minut second yuan percent per mu jin km kilometer ton meter squar degre million billion thousand hundred
  person peopl tim county city provinc town villag household citi of to and in on at by for from or is are was were the point
  st nd rd th centur january february march april may june july august september october november december dollar rmb type item measur
  case piec unit department company firm place thing matter project bed slop passenger visitor`
    .split(/\s+/)
    .filter(Boolean)
)
/** What a number counts though another word stands between: two consecutive times. */
const measures = new Set('tim unit matter aspect case day hour week month year point'.split(' '))
const offices = new Set(
  'secretary governor mayor director minister chairman chairperson president premier commissioner chief'.split(
    ' '
  )
)
const beforeOffice = new Set(
  'deputy vice executive provincial party general acting assistant prefectural municipal county cpc committee standing prime'.split(
    ' '
  )
)

/** In titles verbs have capitals too: they end a name. */
export const reporting: ReadonlySet<string> = new Set(
  'meet said point stress emphasiz held hold presid call not requir nee need must year month day date author sourc photo editor'.split(
    ' '
  )
)

interface Words {
  readonly text: string
  readonly row: TokenRow
  readonly folder: TokenFolder
}

/** The phrases of an English text that look fixed, by start. Offsets are those of the text. */
export function phraseSpans(words: Words, from = 0, to = words.text.length): PhraseSpan[] {
  const quoted = quotedSpans(words.text, from, to).map((each) => ({
    ...withHead(words.text, each),
    sign: 'quoted' as const
  }))
  const found: PhraseSpan[] = [...quoted, ...joinedQuotes(words.text, quoted)]
  for (const each of parallelSpans(words.text, from, to)) found.push({ ...each, sign: 'parallel' })
  const names = words.row.length > 0 ? scan(words) : []
  return [...found, ...names].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Figures in marks are named with the word behind them: the "761" Project. */
function withHead(text: string, own: Span): Span {
  if (!/^[\d\s+-]+$/.test(text.slice(own.start, own.end))) return own
  const [behind] = /^["”]\s\p{Lu}\p{L}+/u.exec(text.slice(own.end, own.end + 30)) ?? ['']
  return span(own.start, own.end + behind.length)
}

/** Phrases in marks that follow each other at once are also one: "one core" "two wings". */
function joinedQuotes(text: string, quoted: readonly PhraseSpan[]): PhraseSpan[] {
  const found: PhraseSpan[] = []
  for (let at = 0; at < quoted.length; ) {
    let last = at
    while (last + 1 < quoted.length) {
      const gap = text.slice(quoted[last]?.end ?? 0, quoted[last + 1]?.start ?? 0)
      if (!/^["”]\s*["“]$/.test(gap) || !isShort(text, quoted[last]) || !isShort(text, quoted[last + 1]))
        break
      last++
    }
    const [first, end] = [quoted[at], quoted[last]]
    if (last > at && first && end) found.push({ ...span(first.start, end.end), sign: 'quoted' })
    at = last + 1
  }
  return found
}

const isShort = (text: string, own: Span | undefined) =>
  own !== undefined && text.slice(own.start, own.end).split(/\s+/).length <= 4

function scan(words: Words): PhraseSpan[] {
  const found: PhraseSpan[] = []
  const { row } = words
  for (let at = 0; at < row.length; ) {
    const next =
      numberPhrase(words, at, found) ?? officePhrase(words, at, found) ?? namePhrase(words, at, found)
    at = next ?? at + 1
  }
  return found
}

const hash = 35
const isNumber = (words: Words, at: number) => token(words, at).charCodeAt(0) === hash
const surface = ({ text, row }: Words, at: number) => text.slice(row.starts[at], row.ends[at])
const token = ({ row, folder }: Words, at: number) => (at < row.length ? folder.name(row.ids[at] ?? 0) : '.')
const isContent = (words: Words, at: number) => {
  const own = token(words, at)
  return own !== '.' && own !== '+' && !functionWords.has(own) && /^[a-z]/.test(own)
}
/** Whether two tokens stand beside each other with no more than spaces, hyphens, “and”, commas or marks between them. */
function isNear({ text, row }: Words, at: number): boolean {
  return !/[()[\]\n"“”«»]/.test(text.slice(row.ends[at], row.starts[at + 1]))
}

/** A number counts the word that it stands before. */
const isNext = ({ text, row }: Words, at: number) =>
  /^[\s-]{1,2}(?:the )?["“]?$/.test(text.slice(row.ends[at], row.starts[at + 1]))

/** A name goes on over spaces, hyphens and “and” only. */
const isNamePart = ({ text, row }: Words, at: number) =>
  /^['’]?[\s-]{1,2}(?:(?:and|&|the)\s)*$/.test(text.slice(row.ends[at], row.starts[at + 1]))

/** A run of numbers, each with one to three words: four major projects, one main and six pairs, 1 + 20. */
function numberPhrase(words: Words, from: number, found: PhraseSpan[]): number | null {
  if (!isNumber(words, from)) return null
  const { row } = words
  let [at, end, groups] = [from, from, 0]
  let isJoined = false
  while (at < row.length && isNumber(words, at) && /^#\d{1,3}$/.test(token(words, at))) {
    let next = at + 1
    for (let size = moreNumber(words, at, next); size > 0; size = moreNumber(words, at, next)) {
      if (size > 1) isJoined = true
      next += size
    }
    let content = 0
    while (content < 3 && isContent(words, next) && isNear(words, next - 1)) {
      if (content === 0 && (units.has(token(words, next)) || !isNext(words, next - 1))) break
      if (/[,，]/.test(words.text.slice(row.ends[next - 1], row.starts[next]))) break
      next++
      content++
    }
    if (content === 0) break
    groups++
    end = next
    at = next
  }
  if (groups === 0) return null
  if (groups === 1 && measures.has(token(words, end - 1))) return end
  if (groups > 1 || isJoined || isWord(words, from)) found.push(phrase(words, from, end, 'numbers'))
  return end
}

/** How many tokens at `next` go on with a number: one hundred, ten million; 1 + 20, four but two. */
function moreNumber(words: Words, at: number, next: number): number {
  const own = token(words, next)
  if (own.startsWith('#')) return 1
  if (own === 'million') return isWord(words, at) && isContent(words, next + 1) ? 1 : 0
  return (own === '+' || own === 'but') && token(words, next + 1).startsWith('#') ? 2 : 0
}

/** A single number is more likely counted when it is written in figures. */
const isWord = (words: Words, at: number) => /^\p{L}/u.test(surface(words, at))

function officePhrase(words: Words, from: number, found: PhraseSpan[]): number | null {
  const { row } = words
  if (!beforeOffice.has(token(words, from)) && !offices.has(token(words, from))) return null
  let at = from
  while (
    at < row.length &&
    (beforeOffice.has(token(words, at)) || (isCapital(words, at) && !offices.has(token(words, at))))
  ) {
    if (at - from > 5) return null
    at++
  }
  if (!offices.has(token(words, at))) return null
  let end = at + 1
  if (token(words, end) === 'general') end++
  if (token(words, end) === 'of') {
    let next = end + 1
    while (
      next < row.length &&
      next - end < 7 &&
      (isCapital(words, next) || /^(provinc|city|county)/.test(token(words, next)))
    )
      next++
    if (next > end + 1) end = next
  }
  if (end - from < 2) return null
  found.push(phrase(words, from, end, 'office'))
  return end
}

/** Two or more words with capitals, with small words between them. */
function namePhrase(words: Words, from: number, found: PhraseSpan[]): number | null {
  if (!isCapital(words, from)) return null
  const { row } = words
  const isFirst = from === 0 || row.ids[from - 1] === hardBreak
  let end = from + 1
  for (;;) {
    if (reporting.has(token(words, end))) break
    if (isCapital(words, end) && isNamePart(words, end - 1)) end++
    else if (/^(of|for|on)$/.test(token(words, end)) && isCapital(words, end + 1) && isNamePart(words, end))
      end += 2
    else break
  }
  if (end - from < 2 || end - from > 12) return end
  const start = isFirst && functionWords.has(token(words, from)) ? from + 1 : from
  if (end - start > 1) found.push(phrase(words, start, end, 'name'))
  return end
}

function isCapital(words: Words, at: number): boolean {
  if (at >= words.row.length) return false
  const code = words.text.charCodeAt(words.row.starts[at] ?? 0)
  // Most words begin with a small letter of ASCII.
  if (code >= 97 && code <= 122) return false
  return /^\p{Lu}[\p{L}’'-]*$/u.test(surface(words, at)) && !functionWords.has(token(words, at))
}

function phrase({ row }: Words, from: number, end: number, sign: PhraseSign): PhraseSpan {
  return { ...span(row.starts[from] ?? 0, row.ends[end - 1] ?? 0), sign }
}
