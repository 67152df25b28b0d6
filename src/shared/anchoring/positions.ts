/** What a program counts when it states a position: code units of JavaScript, characters as the W3C counts them, bytes. */
type Unit = 'utf16' | 'codePoint' | 'byte'

/** A way of counting positions in a text: its unit, and for how many of them the end of a block stands. */
export interface Counting {
  readonly unit: Unit
  /** 1 for LF; 2 for CRLF, or a line left blank; 4 for both. */
  readonly lineEnd: 1 | 2 | 4
}

const lineEnds = [1, 2, 4] as const

/** Every way of counting that a position may have been made in. Bytes are never mistaken for characters: files say it. */
export function countingsOf(inBytes: boolean): Counting[] {
  const units: readonly Unit[] = inBytes ? ['byte'] : ['codePoint', 'utf16']
  return lineEnds.flatMap((lineEnd) => units.map((unit) => ({ unit, lineEnd })))
}

/**
 * Where positions of a way of counting lie in a canonical text (UTF-16). One that is beyond the text or falls within a
 * character has none: it is never moved to the next that would do.
 */
export function offsetsUnder(
  text: string,
  { unit, lineEnd }: Counting,
  positions: readonly number[]
): Map<number, number> {
  const wanted = [...new Set(positions)].sort((a, b) => a - b)
  const found = new Map<number, number>()
  let counted = 0
  let next = 0
  for (let at = 0; at <= text.length && next < wanted.length; ) {
    while (next < wanted.length && (wanted[next] ?? 0) < counted) next++
    if (wanted[next] === counted) found.set(counted, at)
    const code = text.codePointAt(at) ?? 0
    counted += code === 10 ? lineEnd : widthOf(code, unit)
    at += code > 0xffff ? 2 : 1
  }
  return found
}

function widthOf(code: number, unit: Unit): number {
  if (unit === 'codePoint') return 1
  if (unit === 'utf16') return code > 0xffff ? 2 : 1
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code > 0xffff ? 4 : 3
}

/** Signs that come and go when a text is copied or set anew: white space, soft hyphens, signs without width. */
const passedOver = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/

/** Where a quote ends that stands at a place, sign by sign but for white space; null where other words stand there. */
export function endOfQuoteAt(text: string, start: number, exact: string): number | null {
  let at = start
  for (const sign of exact) {
    if (passedOver.test(sign)) continue
    while (at < text.length && passedOver.test(text.charAt(at))) at++
    if (!text.startsWith(sign, at)) return null
    at += sign.length
  }
  return at > start ? at : null
}

const word = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{M}]/u

/** Whether both ends of a place lie between words of a script that parts them. */
export function isOnWords(text: string, start: number, end: number): boolean {
  const joins = (at: number) => word.test(text.charAt(at - 1)) && word.test(text.charAt(at))
  const begins = word.test(text.charAt(start)) && word.test(text.charAt(end - 1))
  return begins && !joins(start) && !joins(end)
}
