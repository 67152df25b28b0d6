/** A beginning that is narrower than this costs less room than the sign for it is worth; in widths of a Latin letter. */
const leastShared = 14
/** So much of a name is left at least, so that it can be recognised: in widths of a Latin letter; a Chinese character has two. */
const usualLeast = 16

/**
 * Names that stand under one another, each from where it differs from its neighbours: what it begins with alike is put as
 * an ellipsis, cut before a whole word and never so late that a stump is left. In their order, so that neighbours are neighbours.
 *
 * @param leastLeft what of each is left at least, in widths of a Latin letter
 */
export function toldApart(names: readonly string[], leastLeft = usualLeast): string[] {
  return names.map((name, index) => {
    const shared = Math.max(
      sharedBeginning(name, names[index - 1] ?? ''),
      sharedBeginning(name, names[index + 1] ?? '')
    )
    const cut = wordStart(name, Math.min(shared, lastCut(name, leastLeft)))
    return widthOf(name.slice(0, cut)) < leastShared ? name : `…${name.slice(cut).replace(leading, '')}`
  })
}

/** So many code units two names have in common at their beginning; 0 where they are the same, for nothing tells them apart. */
function sharedBeginning(a: string, b: string): number {
  if (a === b) return 0
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at++
  return at
}

/** How wide a name is about, in widths of a Latin letter; a Chinese character has two. */
function widthOf(name: string): number {
  let width = 0
  for (const sign of name) width += unspaced.test(sign) ? 2 : 1
  return width
}

/** The place in a name from which on it would be too short to be recognised; UTF-16 code units. */
function lastCut(name: string, leastLeft: number): number {
  let left = leastLeft
  let at = name.length
  while (at > 0 && left > 0) {
    at -= isLowHalf(name, at - 1) ? 2 : 1
    left -= unspaced.test(name.slice(at, at + 2)) ? 2 : 1
  }
  return Math.max(0, at)
}

/** What a name would not begin with. */
const leading = /^[\s,;:，、；：]+/u

const wordSign = /[\p{L}\p{N}]/u
/** Scripts that put no spaces between words may be cut anywhere. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** The start of the word that holds an offset; never between the halves of a character. */
function wordStart(name: string, offset: number): number {
  let at = offset
  while (at > 0) {
    const before = name.codePointAt(at - 1 - (isLowHalf(name, at - 1) ? 1 : 0))
    const here = name.codePointAt(at)
    if (before === undefined) break
    const [left, right] = [String.fromCodePoint(before), here === undefined ? '' : String.fromCodePoint(here)]
    const isWithin = wordSign.test(left) && wordSign.test(right) && !unspaced.test(left + right)
    if (!isWithin && !isLowHalf(name, at)) break
    at--
  }
  return at
}

function isLowHalf(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}
