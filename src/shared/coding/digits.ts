import type { ThemeId } from '../model/ids'
import type { ProjectUiState } from '../model/ui-state'

const count = 9

/**
 * The themes on the digits 1 to 9. Pinned ones come first, in their order. The others keep their digit as long as they
 * have one, so that fingers can rely on it; a theme that was used and has none takes the digit of the one that was not
 * used for longest. Free digits go to the codebook's first themes.
 */
export function digitsAfter(
  { pinned, recent, digits }: Pick<ProjectUiState, 'pinned' | 'recent' | 'digits'>,
  ordered: readonly ThemeId[]
): ThemeId[] {
  const known = new Set(ordered)
  const first = pinned.filter((id) => known.has(id)).slice(0, count)
  const room = count - first.length
  const free = (id: ThemeId) => known.has(id) && !first.includes(id)
  const used = recent.filter(free)
  const others = digits.filter(free)
  const age = (id: ThemeId) => {
    const at = used.indexOf(id)
    return at === -1 ? Number.POSITIVE_INFINITY : at
  }
  while (others.length > room) others.splice(oldest(others, age), 1)
  for (const id of ordered) if (others.length < room && free(id) && !others.includes(id)) others.push(id)
  const [latest] = used
  if (latest !== undefined && !others.includes(latest) && room > 0) {
    if (others.length < room) others.push(latest)
    else others[oldest(others, age)] = latest
  }
  return [...first, ...others]
}

/** The index of the one not used for longest; of several never used, the last. */
function oldest(ids: readonly ThemeId[], age: (id: ThemeId) => number): number {
  let found = 0
  ids.forEach((id, index) => {
    if (age(id) >= age(ids[found] ?? id)) found = index
  })
  return found
}
