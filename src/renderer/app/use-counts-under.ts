import { useMemo } from 'react'
import type { ThemeId } from '../../shared/model/ids'
import type { Theme } from '../../shared/model/theme'
import { childrenOf } from '../../shared/operations/theme-order'
import { useProject } from '../state/project'
import { useAnswer } from '../state/use-answer'

type Themes = Readonly<Record<ThemeId, Theme>>
type ThemeCounts = Readonly<Record<ThemeId, number>>

/** With more annotations than this they are not looked at one by one for a number at the edge of the window. */
const mostCountedExactly = 10_000
const pauseMs = 500
const unknown: ThemeCounts = {}

/**
 * How many annotations carry each theme or one below it. Exact once it is known: an annotation with two of them counts
 * once. In large projects it is how often those themes were put on passages.
 */
export function useCountsUnder(
  themes: Themes,
  counts: ThemeCounts
): { readonly under: ThemeCounts; readonly isExact: boolean } {
  const changes = useProject((project) => project.changes)
  const documents = useProject((project) => project.counts.documents)
  const isExact = useMemo(() => {
    let total = 0
    for (const count of Object.values<number>(documents)) total += count
    return total <= mostCountedExactly
  }, [documents])
  const hasLevels = useMemo(
    () => Object.values<Theme>(themes).some(({ parent }) => parent !== null),
    [themes]
  )
  const asked = useAnswer('project.countsUnder', isExact && hasLevels ? null : undefined, {
    again: changes,
    pauseMs
  })
  const uses = useMemo(() => (isExact ? unknown : usesUnder(themes, counts)), [isExact, themes, counts])
  return { under: isExact ? (asked.latest ?? unknown) : uses, isExact }
}

/** How often each theme and those below it were put on passages. */
function usesUnder(themes: Themes, counts: ThemeCounts): ThemeCounts {
  const sums: Record<ThemeId, number> = {}
  const sum = (id: ThemeId): number => {
    const own = counts[id] ?? 0
    sums[id] = childrenOf(themes, id).reduce((before, each) => before + sum(each.id), own)
    return sums[id] ?? 0
  }
  for (const { id } of childrenOf(themes, null)) sum(id)
  return sums
}
