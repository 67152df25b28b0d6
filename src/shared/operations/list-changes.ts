/** What a list is to gain and to lose. What stands in both is gained. */
export interface ListChange<T> {
  readonly add: readonly T[]
  readonly remove: readonly T[]
}

/** A list with what it is to gain at its end, each once, and without what it is to lose. */
export function withListChange<T>(list: readonly T[], { add, remove }: ListChange<T>): T[] {
  return [...new Set([...list.filter((each) => !remove.includes(each)), ...add])]
}

/** What turns one list into another, whatever their order. */
export function listChange<T>(from: readonly T[], to: readonly T[]): ListChange<T> {
  return {
    add: to.filter((each) => !from.includes(each)),
    remove: from.filter((each) => !to.includes(each))
  }
}

/**
 * The list that both one hand and others want (three-way merge): `seen` is what the hand started from, `wanted` what it
 * made of that, `now` what others have made of it meanwhile. What either side added is in it, what either removed is not.
 * The order is the hand's where it changed the order of what was there, else that of the others.
 */
export function mergedList<T>(seen: readonly T[], wanted: readonly T[], now: readonly T[]): T[] {
  const mine = listChange(seen, wanted)
  const theirs = listChange(seen, now)
  const stayed = (list: readonly T[]) =>
    list.filter((each) => seen.includes(each) && wanted.includes(each) && now.includes(each))
  const isReordered = !sameList(stayed(seen), stayed(wanted))
  const [base, added] = isReordered ? [wanted, theirs] : [now, mine]
  const source = isReordered ? now : wanted
  const gone = new Set([...mine.remove, ...theirs.remove])
  const merged = base.filter((each) => !gone.has(each))
  for (const each of added.add)
    if (!merged.includes(each)) merged.splice(placeOf(each, source, merged), 0, each)
  return merged
}

/** Where an element goes in: behind the nearest one before it in its own list that is there. */
function placeOf<T>(element: T, source: readonly T[], list: readonly T[]): number {
  for (let at = source.indexOf(element) - 1; at >= 0; at--) {
    const before = source[at]
    const place = before === undefined ? -1 : list.indexOf(before)
    if (place >= 0) return place + 1
  }
  return 0
}

export function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index])
}
