import type { ThemeId } from '../../shared/model/ids'
import type { ProjectState } from '../../shared/model/state'

/** How many annotations carry each theme or one below it, each annotation once. Goes through all of them. */
export function countsUnder({ themes, annotations }: ProjectState): Record<ThemeId, number> {
  const counts: Record<ThemeId, number> = {}
  for (const own of annotations.values())
    for (const annotation of own.values()) {
      const above = new Set<ThemeId>()
      for (const { theme } of annotation.codings)
        for (let at: ThemeId | null = theme; at !== null && !above.has(at); at = themes[at]?.parent ?? null)
          above.add(at)
      for (const theme of above) counts[theme] = (counts[theme] ?? 0) + 1
    }
  return counts
}
