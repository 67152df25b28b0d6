/** Which sentences belong together, by their numbers in a and in b. */
interface Link {
  readonly a: readonly number[]
  readonly b: readonly number[]
}

/** Links in the order of a; what has nothing in a before the first link whose b stands behind it. */
export function linksInOrder<L extends Link>(links: readonly L[]): L[] {
  const withA = links.filter((link) => link.a.length > 0).sort((x, y) => (x.a[0] ?? 0) - (y.a[0] ?? 0))
  const onlyB = links.filter((link) => link.a.length === 0).sort((x, y) => (x.b[0] ?? 0) - (y.b[0] ?? 0))
  const ordered: L[] = []
  let next = 0
  for (const link of withA) {
    while (next < onlyB.length && link.b.length > 0 && (onlyB[next]?.b[0] ?? 0) < (link.b[0] ?? 0)) {
      const own = onlyB[next++]
      if (own) ordered.push(own)
    }
    ordered.push(link)
  }
  return [...ordered, ...onlyB.slice(next)]
}
