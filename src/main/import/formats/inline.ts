import { type InlineMark, LinkAddress } from '../../../shared/model/inline-mark'

/**
 * While a file is read, what is set apart in a line stands between signs that no text has (Unicode's noncharacters):
 * parsers put them around words, and `marked` takes them out again where a block is made.
 */
const signs = {
  emphasis: '\uFDD0',
  strong: '\uFDD1',
  link: '\uFDD2',
  address: '\uFDD3',
  end: '\uFDD4'
} as const
const anySign = /[\uFDD0-\uFDD4]/
const all = /\uFDD2[^\uFDD3]*\uFDD3|[\uFDD0-\uFDD4]/g

export type Apart = 'emphasis' | 'strong' | 'link'

/** Words between the signs of how they are set apart. A link without an address that may be kept is just its words. */
export function apart(kind: Apart, words: string, href = ''): string {
  if (kind !== 'link') return `${signs[kind]}${words}${signs.end}`
  const address = href.trim()
  return LinkAddress.safeParse(address).success
    ? `${signs.link}${address}${signs.address}${words}${signs.end}`
    : words
}

/** Words without signs. */
export function bare(words: string): string {
  return anySign.test(words) ? words.replace(all, '') : words
}

/** What a text of a file's own may not bring along. */
export function withoutSigns(text: string): string {
  return anySign.test(text) ? text.replace(/[\uFDD0-\uFDD4]/g, '\uFFFD') : text
}

const ideograph = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFF65]`
const endsIdeographic = new RegExp(`${ideograph}$`, 'u')
const beginsIdeographic = new RegExp(`^${ideograph}`, 'u')
const whiteOrSigns = /(?:\uFDD2[^\uFDD3]*\uFDD3|[\uFDD0-\uFDD4\s])+/g

/** Words whose lines are joined: between ideographs nothing stands where a line was broken, elsewhere white space. */
function unbroken(words: string): string {
  if (!words.includes('\n')) return words
  return words.replace(whiteOrSigns, (run: string, at: number) => {
    const end = at + run.length
    const isWithin =
      endsIdeographic.test(words.slice(Math.max(0, at - 2), at)) &&
      beginsIdeographic.test(words.slice(end, end + 2))
    return isWithin && run.includes('\n') ? run.replace(/\s/g, '') : run
  })
}

/** Words as the text of a block: lines joined, white space tidied, what is set apart as marks. */
export function marked(broken: string): { text: string; marks?: InlineMark[] } {
  const words = unbroken(broken)
  if (!anySign.test(words)) return { text: words.replace(/\s+/g, ' ').trim() }
  const marks: InlineMark[] = []
  const open: (
    | { kind: 'emphasis' | 'strong'; start: number }
    | { kind: 'link'; start: number; href: string }
  )[] = []
  let text = ''
  const add = (piece: string) => {
    const tidy = piece.replace(/\s+/g, ' ')
    text += (text === '' || text.endsWith(' ')) && tidy.startsWith(' ') ? tidy.slice(1) : tidy
  }
  const close = () => {
    const last = open.pop()
    const end = text.trimEnd().length
    const start = last ? last.start + (/^\s*/.exec(text.slice(last.start))?.[0].length ?? 0) : 0
    if (last && end > start) marks.push({ ...last, start, end })
  }
  let at = 0
  for (const { 0: sign, index } of words.matchAll(all)) {
    add(words.slice(at, index))
    at = index + sign.length
    if (sign === signs.end) close()
    else if (sign === signs.emphasis) open.push({ kind: 'emphasis', start: text.length })
    else if (sign === signs.strong) open.push({ kind: 'strong', start: text.length })
    else if (sign.startsWith(signs.link))
      open.push({ kind: 'link', start: text.length, href: sign.slice(1, -1) })
  }
  add(words.slice(at))
  while (open.length > 0) close()
  const kept = text.trimEnd()
  const within = joinedMarks(marks, kept)
  return within.length > 0 ? { text: kept, marks: within } : { text: kept }
}

/** Marks in order, neighbours of a kind as one; a whole block in bold or italics is a style of it and no emphasis. */
function joinedMarks(marks: readonly InlineMark[], text: string): InlineMark[] {
  const made: InlineMark[] = []
  for (const mark of marks.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const same = made.find(
      (each) =>
        each.kind === mark.kind &&
        (each.kind !== 'link' || mark.kind !== 'link' || each.href === mark.href) &&
        mark.start <= each.end + 1 &&
        text.slice(each.end, mark.start).trim() === ''
    )
    if (same) same.end = Math.max(same.end, mark.end)
    else made.push({ ...mark })
  }
  return made.filter(
    ({ kind, start, end }) => end <= text.length && (kind === 'link' || start > 0 || end < text.length)
  )
}
