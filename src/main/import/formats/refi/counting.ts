/** A way of counting the places of a content: takes what a project says to a UTF-16 offset. */
export type Counting = (offset: number) => number

/**
 * How a program counts: code points of the text as it lies there, as the standard has it, without the return of each
 * line's end, with a byte-order mark before it, or in UTF-16 code units. Selections may be named after their words: the
 * way that fits most of them is taken.
 */
export function countingOf(
  content: string,
  selections: readonly { readonly name: string; readonly start: number }[]
): Counting {
  const bom = content.startsWith('\uFEFF') ? 1 : 0
  const points = startsIn(content, (at) => isPair(content, at))
  const ways: Counting[] = [(offset) => points(offset + bom)]
  if (content.includes('\r\n')) {
    const lines = startsIn(content, (at) => content.startsWith('\r\n', at) || isPair(content, at))
    ways.push((offset) => lines(offset + bom))
  }
  if (bom > 0) ways.push(points)
  ways.push((offset) => Math.min(offset + bom, content.length))
  const squeeze = (text: string) => text.replace(/\s+/g, '').slice(0, 30)
  const fits = (way: Counting) =>
    selections.filter(({ name: whole, start }) => {
      const name = squeeze(whole.replace(/(…|\.\.\.)$/, ''))
      const at = way(start)
      return name !== '' && squeeze(content.slice(at, at + 90)).startsWith(name.slice(0, 20))
    }).length
  const scored = ways.map((way) => ({ way, score: fits(way) }))
  return scored.reduce((top, each) => (each.score > top.score ? each : top)).way
}

/** Where each of the units of a text begins, in UTF-16 code units; past the last it is the text's length. */
function startsIn(text: string, isDouble: (at: number) => boolean): Counting {
  const starts = new Uint32Array(text.length)
  let units = 0
  for (let at = 0; at < text.length; at += isDouble(at) ? 2 : 1) starts[units++] = at
  return (offset) => (offset < units ? (starts[Math.max(0, offset)] ?? 0) : text.length)
}

function isPair(text: string, at: number): boolean {
  const code = text.codePointAt(at)
  return code !== undefined && code > 0xffff
}
