import type { FixedLink } from './constraints'

/** A stretch of either text, by sentence numbers; `to` is not part of it. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** How far around what is touched the links are made anew. */
const reach = 40

/**
 * The neighbourhood of some sentences that can be aligned by itself: it begins and ends where every link lies wholly on
 * one side, at least forty sentences off where the text is so long. In the worst case it is the whole of both texts.
 */
export function neighbourhood(
  links: readonly FixedLink[],
  touched: FixedLink,
  sizeA: number,
  sizeB: number
): { readonly a: Stretch; readonly b: Stretch } {
  const cuts = cleanCuts(links, sizeA, sizeB)
  const placesA = [...touched.a, ...links.flatMap((link) => (meets(link.b, touched.b) ? link.a : []))]
  const placesB = [...touched.b, ...links.flatMap((link) => (meets(link.a, touched.a) ? link.b : []))]
  const least = (values: readonly number[], size: number) =>
    values.reduce((low, each) => Math.min(low, each), size)
  const most = (values: readonly number[]) => values.reduce((high, each) => Math.max(high, each), -1)
  const [firstA, firstB] = [least(placesA, sizeA), least(placesB, sizeB)]
  const [lastA, lastB] = [most(placesA), most(placesB)]
  const start = cuts.findLast(
    ([i, j]) => i <= firstA && j <= firstB && (firstA - i >= reach || firstB - j >= reach)
  )
  const end = cuts.find(([i, j]) => i > lastA && j > lastB && (i - lastA > reach || j - lastB > reach))
  const [fromA, fromB] = start ?? [0, 0]
  const [toA, toB] = end ?? [sizeA, sizeB]
  return { a: { from: fromA, to: toA }, b: { from: fromB, to: toB } }
}

function meets(own: readonly number[], others: readonly number[]): boolean {
  return own.some((each) => others.includes(each))
}

/** Places (before sentence i of a and j of b) that no link reaches across, in order. */
function cleanCuts(links: readonly FixedLink[], sizeA: number, sizeB: number): [number, number][] {
  const full = links.filter(({ a, b }) => a.length > 0 && b.length > 0)
  /** The last sentence of b that anything before sentence i is linked with, and the first that anything from i on is. */
  const before = new Int32Array(sizeA + 1).fill(-1)
  const after = new Int32Array(sizeA + 2).fill(sizeB)
  const across = new Uint8Array(sizeA + 1)
  for (const { a, b } of full) {
    const [low, high] = [Math.min(...a), Math.max(...a)]
    before[low + 1] = Math.max(before[low + 1] ?? -1, Math.max(...b))
    after[high] = Math.min(after[high] ?? sizeB, Math.min(...b))
    for (let i = low + 1; i <= high; i++) across[i] = 1
  }
  for (let i = 1; i <= sizeA; i++) before[i] = Math.max(before[i] ?? -1, before[i - 1] ?? -1)
  for (let i = sizeA; i >= 0; i--) after[i] = Math.min(after[i] ?? sizeB, after[i + 1] ?? sizeB)
  const cuts: [number, number][] = []
  for (let i = 0; i <= sizeA; i++)
    if (across[i] === 0 && (before[i] ?? -1) < (after[i] ?? sizeB)) cuts.push([i, (before[i] ?? -1) + 1])
  return cuts
}
