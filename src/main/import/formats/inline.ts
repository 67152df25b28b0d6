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
  end: '\uFDD4',
  named: '\uFDD5',
  point: '\uFDD6'
} as const
const anySign = /[\uFDD0-\uFDD6]/
const all = /[\uFDD2\uFDD5\uFDD6][^\uFDD3]*\uFDD3|[\uFDD0-\uFDD6]/g

export type Apart = 'emphasis' | 'strong' | 'link'

/** Words between the signs of how they are set apart. A link without an address that may be kept is just its words. */
export function apart(kind: Apart, words: string, href = ''): string {
  if (kind !== 'link') return `${signs[kind]}${words}${signs.end}`
  const address = href.trim()
  return LinkAddress.safeParse(address).success
    ? `${signs.link}${address}${signs.address}${words}${signs.end}`
    : words
}

/** Words that the file speaks of by a name, a sentence that links lead to, say. */
export function named(name: string, words: string): string {
  return `${signs.named}${withoutSigns(name)}${signs.address}${words}${signs.end}`
}

/** A place between words that the file speaks of by a name, where a highlight begins, say. */
export function point(name: string): string {
  return `${signs.point}${withoutSigns(name)}${signs.address}`
}

/** Words without signs. */
export function bare(words: string): string {
  return anySign.test(words) ? words.replace(all, '') : words
}

/** What a text of a file's own may not bring along. */
export function withoutSigns(text: string): string {
  return anySign.test(text) ? text.replace(/[\uFDD0-\uFDD6]/g, '\uFFFD') : text
}

const ideograph = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFF65]`
const endsIdeographic = new RegExp(`${ideograph}$`, 'u')
const beginsIdeographic = new RegExp(`^${ideograph}`, 'u')
const whiteOrSigns = /(?:[\uFDD2\uFDD5\uFDD6][^\uFDD3]*\uFDD3|[\uFDD0-\uFDD6\s])+/g

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

/** Words of a block that the file speaks of by a name; UTF-16 offsets in its text. */
export interface NamedPlace {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** A place in a block that the file speaks of by a name: a UTF-16 offset in its text. */
export interface NamedPoint {
  readonly name: string
  readonly at: number
}

export interface MarkedWords {
  text: string
  marks?: InlineMark[]
}

/** Words as the text of a block: lines joined, white space tidied, what is set apart as marks. */
export function marked(broken: string): MarkedWords {
  return markedAndNamed(broken).words
}

/**
 * The same with the stretches and points that have names, in their order. Where white space is kept (`xml:space`), only line ends
 * become spaces.
 */
export function markedAndNamed(
  broken: string,
  { keepsSpace = false } = {}
): { words: MarkedWords; names: NamedPlace[]; points: NamedPoint[] } {
  const joined = keepsSpace ? broken.replace(/[\r\n]+/g, ' ') : unbroken(broken)
  if (!anySign.test(joined))
    return {
      words: { text: keepsSpace ? joined : joined.replace(/\s+/g, ' ').trim() },
      names: [],
      points: []
    }
  const marks: InlineMark[] = []
  const names: NamedPlace[] = []
  const points: NamedPoint[] = []
  const open: (
    | { kind: 'emphasis' | 'strong'; start: number }
    | { kind: 'link'; start: number; href: string }
    | { kind: 'named'; start: number; name: string }
  )[] = []
  let text = ''
  const add = (piece: string) => {
    const tidy = keepsSpace ? piece : piece.replace(/\s+/g, ' ')
    const doubled = !keepsSpace && (text === '' || text.endsWith(' ')) && tidy.startsWith(' ')
    text += doubled ? tidy.slice(1) : tidy
  }
  const close = () => {
    const last = open.pop()
    if (!last) return
    const end = keepsSpace ? text.length : text.trimEnd().length
    const lead = keepsSpace ? 0 : (/^\s*/.exec(text.slice(last.start))?.[0].length ?? 0)
    const start = last.start + lead
    if (end <= start) return
    if (last.kind === 'named') names.push({ name: last.name, start, end })
    else marks.push({ ...last, start, end })
  }
  let at = 0
  for (const { 0: sign, index } of joined.matchAll(all)) {
    add(joined.slice(at, index))
    at = index + sign.length
    const start = text.length
    if (sign === signs.end) close()
    else if (sign === signs.emphasis) open.push({ kind: 'emphasis', start })
    else if (sign === signs.strong) open.push({ kind: 'strong', start })
    else if (sign.startsWith(signs.link)) open.push({ kind: 'link', start, href: sign.slice(1, -1) })
    else if (sign.startsWith(signs.point)) points.push({ name: sign.slice(1, -1), at: start })
    else if (sign.startsWith(signs.named)) open.push({ kind: 'named', start, name: sign.slice(1, -1) })
  }
  add(joined.slice(at))
  while (open.length > 0) close()
  const kept = keepsSpace ? text : text.trimEnd()
  const within = joinedMarks(marks, kept)
  names.sort((a, b) => a.start - b.start)
  const placed = points.map(({ name, at: place }) => ({ name, at: Math.min(place, kept.length) }))
  return { words: within.length > 0 ? { text: kept, marks: within } : { text: kept }, names, points: placed }
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
