import type { Token } from './tokens'

/** How a token of a quotation stands to one of the text: `both` in the same place, or only on one side. */
export interface TokenStep {
  /** Index of the quotation's token; null where only the text has one. */
  readonly own: number | null
  readonly other: number | null
  /** Where the quotation says itself that it leaves something out, or puts something in. */
  readonly isSaid: boolean
}

const word = 1
const sign = 0.25
/** Laying words on each other that have nothing in common costs a little more than one of both. */
const substituted = 1.2
const gapInOmission = 0.0002
const wordInInsertion = 0.3
const far = 1e9

const fromBoth = 1
const fromOwn = 2
const fromOther = 3

/** More cells than this are not worked out: quotations are no books. */
const mostCells = 12_000_000

/**
 * Lays the tokens of a quotation along those of a stretch of text, whose ends are free (Sellers 1980): with the fewest
 * words changed, added and left out; where the quotation marks an omission the text may go on for as long as it wants.
 * Null where there is too much to compare.
 */
export function layTokens(
  own: readonly Token[],
  other: readonly Token[]
): { readonly steps: readonly TokenStep[]; readonly cost: number } | null {
  const [rows, columns] = [own.length + 1, other.length + 1]
  if (rows * columns > mostCells) return null
  const ways = new Uint8Array(rows * columns)
  let before = new Float64Array(columns)
  let costs = new Float64Array(columns)
  for (let row = 1; row < rows; row++) {
    const token = own[row - 1]
    if (!token) break
    const next = own[row]
    const removal = removalCost(token)
    costs[0] = (before[0] ?? far) + removal
    ways[row * columns] = fromOwn
    for (let column = 1; column < columns; column++) {
      const there = other[column - 1]
      if (!there) break
      let cost = (before[column - 1] ?? far) + pairCost(token, there)
      let way = fromBoth
      const above = (before[column] ?? far) + removal
      if (above < cost) {
        cost = above
        way = fromOwn
      }
      const left = (costs[column - 1] ?? far) + leftOutCost(token, next, there)
      if (left < cost) {
        cost = left
        way = fromOther
      }
      costs[column] = cost
      ways[row * columns + column] = way
    }
    const spare = before
    before = costs
    costs = spare
  }
  let column = 0
  for (let at = 1; at < columns; at++) if ((before[at] ?? far) < (before[column] ?? far)) column = at
  const cost = before[column] ?? far
  const steps: TokenStep[] = []
  for (let row = rows - 1; row > 0; ) {
    const way = ways[row * columns + column]
    const token = own[row - 1]
    if (way === fromBoth) steps.push({ own: row - 1, other: column - 1, isSaid: token?.kind === 'insertion' })
    else if (way === fromOwn) steps.push({ own: row - 1, other: null, isSaid: token?.kind === 'insertion' })
    else steps.push({ own: null, other: column - 1, isSaid: saysItself(token) })
    if (way !== fromOther) row--
    if (way !== fromOwn) column--
  }
  return { steps: steps.reverse(), cost }
}

function saysItself(token: Token | undefined): boolean {
  return token?.kind === 'omission' || token?.kind === 'insertion'
}

function removalCost({ kind }: Token): number {
  if (kind === 'word') return word
  if (kind === 'sign') return sign
  return kind === 'insertion' ? 0.05 : 0
}

/** What it costs to leave a word of the text out behind a token of the quotation. */
function leftOutCost({ kind }: Token, next: Token | undefined, { kind: there }: Token): number {
  if (kind === 'omission') return gapInOmission
  if (kind === 'insertion' || (next?.kind === 'insertion' && there === 'word'))
    return there === 'word' ? wordInInsertion : 0.05
  return there === 'word' ? word : sign
}

function pairCost(own: Token, other: Token): number {
  if (own.kind === 'omission') return other.key === '…' ? 0 : far
  if (own.kind === 'insertion') return other.kind === 'word' ? wordInInsertion : far
  if (own.kind !== other.kind) return far
  if (own.key === other.key) return own.text === other.text ? 0 : 0.001
  if (own.kind === 'sign') return sign * 1.2
  if (own.bareKey !== undefined && isBracketedForm(own.bareKey, other.key)) return 0.02
  return isLike(own.key, other.key) ? 0.8 : substituted
}

/** Whether a word whose brackets are left away can be what the text says: `walk[ed]` for walks, `[un]like` for like. */
function isBracketedForm(bare: string, key: string): boolean {
  return bare !== '' && (key.startsWith(bare) || key.endsWith(bare))
}

/** Whether two words have their beginning or end in common: forms of one word are laid on each other first. */
function isLike(a: string, b: string): boolean {
  const least = Math.min(a.length, b.length)
  let same = 0
  while (same < least && a.charCodeAt(same) === b.charCodeAt(same)) same++
  if (same >= 3 || same * 2 > Math.max(a.length, b.length)) return true
  let last = 0
  while (last < least && a.charCodeAt(a.length - 1 - last) === b.charCodeAt(b.length - 1 - last)) last++
  return last >= 3 || last * 2 > Math.max(a.length, b.length)
}
