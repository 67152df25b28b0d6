import { isOnWords } from '../../../../shared/anchoring/positions'

/** A way of counting the places of a content: takes what a project says to a UTF-16 offset; null for what is beyond it. */
export type Counting = (offset: number) => number | null

interface Stated {
  readonly name: string
  readonly start: number
  readonly end: number
}

/**
 * How a program counts: code points of the text as it lies there, as the standard has it, without the return of each
 * line's end, with a byte-order mark before it, or in UTF-16 code units. The way is taken that fits most of what the
 * selections are named after; then that leaves fewest of them beyond the text; then the one of the program (`origin`:
 * ATLAS.ti counts a return and its line feed as one); then the one with most selections on whole words.
 */
export function countingOf(content: string, selections: readonly Stated[], origin = ''): Counting {
  const bom = content.startsWith('\uFEFF') ? 1 : 0
  const points = startsIn(content, (at) => isPair(content, at))
  const ways: { way: Counting; isOrigins: boolean }[] = [
    { way: (offset) => points(offset + bom), isOrigins: false }
  ]
  if (content.includes('\r\n')) {
    const lines = startsIn(content, (at) => content.startsWith('\r\n', at) || isPair(content, at))
    ways.push({ way: (offset) => lines(offset + bom), isOrigins: /atlas/i.test(origin) })
  }
  if (bom > 0) ways.push({ way: points, isOrigins: false })
  ways.push({
    way: (offset) => (offset + bom <= content.length ? offset + bom : null),
    isOrigins: false
  })
  const scored = ways.map(({ way, isOrigins }) => {
    const places = selections.map((own) => ({ own, start: way(own.start), end: way(own.end) }))
    const inside = places.flatMap(({ own, start, end }) =>
      start !== null && end !== null ? [{ own, start, end }] : []
    )
    const score = [
      inside.filter(({ own, start }) => isNamedAfter(own.name, content, start)).length,
      inside.length,
      isOrigins ? 1 : 0,
      inside.filter(({ start, end }) => isOnWords(content, start, end)).length
    ]
    return { way, score }
  })
  return scored.reduce((top, each) => (isMore(each.score, top.score) ? each : top)).way
}

/** The standard's own way: code points of the text as it lies there. */
export function standardCounting(content: string): Counting {
  return startsIn(content, (at) => isPair(content, at))
}

function isMore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index])
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0)
}

function isNamedAfter(whole: string, content: string, at: number): boolean {
  const squeeze = (text: string) => text.replace(/\s+/g, '').slice(0, 30)
  const name = squeeze(whole.replace(/(…|\.\.\.)$/, ''))
  return name !== '' && squeeze(content.slice(at, at + 90)).startsWith(name.slice(0, 20))
}

/** Where each of the units of a text begins, in UTF-16 code units; after the last it ends, and beyond there is nothing. */
function startsIn(text: string, isDouble: (at: number) => boolean): Counting {
  const starts = new Uint32Array(text.length + 1)
  let units = 0
  let at = 0
  for (; at < text.length; at += isDouble(at) ? 2 : 1) starts[units++] = at
  starts[units] = text.length
  return (offset) => (offset >= 0 && offset <= units ? (starts[offset] ?? null) : null)
}

function isPair(text: string, at: number): boolean {
  const code = text.codePointAt(at)
  return code !== undefined && code > 0xffff
}
