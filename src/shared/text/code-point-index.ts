/** So many UTF-16 code units lie between two places whose number of code points is kept. */
const step = 1024

/**
 * Counts code points before places of a text: places in UTF-16 code units, in any order, each in constant time. One inside
 * a pair of surrogates counts the pair as begun; half of a pair that stands alone is one code point.
 */
export function codePointIndex(text: string): (offset: number) => number {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return (offset) => Math.min(offset, text.length)
  const counts = new Uint32Array(Math.floor(text.length / step) + 1)
  let pairs = 0
  for (let at = 1; at < text.length; at++) {
    if (at % step === 0) counts[at / step] = pairs
    if (endsPair(text, at)) pairs++
  }
  return (offset) => {
    const end = Math.min(offset, text.length)
    const base = Math.floor(end / step)
    let before = counts[base] ?? 0
    for (let at = Math.max(1, base * step); at < end; at++) if (endsPair(text, at)) before++
    return end - before
  }
}

/**
 * The way back: where the code points of a text begin, in UTF-16 code units; where it ends for the one after the last, and
 * null beyond.
 */
export function codePointOffsets(text: string): (point: number) => number | null {
  const starts = new Uint32Array(text.length + 1)
  let points = 0
  for (let at = 0; at < text.length; at++) if (!endsPair(text, at)) starts[points++] = at
  starts[points] = text.length
  return (point) => (point >= 0 && point <= points ? (starts[point] ?? null) : null)
}

function endsPair(text: string, at: number): boolean {
  if (at === 0) return false
  const code = text.charCodeAt(at)
  if (code < 0xdc00 || code > 0xdfff) return false
  const high = text.charCodeAt(at - 1)
  return high >= 0xd800 && high <= 0xdbff
}
