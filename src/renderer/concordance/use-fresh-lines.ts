import { useEffect } from 'react'
import type { ThemeId } from '../../shared/model/ids'
import type { Theme } from '../../shared/model/theme'
import { useProject } from '../state/project'
import { concordance } from './concordance-desk'
import { lineAnswers } from './line-answers'

/** What the lines were last looked after for; it lasts while other places are shown, where the project goes on. */
let seen: ReturnType<typeof useNow> | null = null

function useNow() {
  const folder = useProject((project) => project.folder)
  const changes = useProject((project) => project.changes)
  const documents = useProject((project) => project.state.documents)
  const formulae = useProject((project) => project.state.info.formulae)
  const themes = useProject((project) => project.state.themes)
  const realigned = useProject((project) => project.realigned)
  return { folder, changes, documents, formulae, themes, realigned }
}

/**
 * The lines follow the project, also what changed in it while another place was shown: other texts are searched anew, other
 * words too, and a query on themes where those are called otherwise or gone; highlights that changed are asked for again.
 */
export function useFreshLines(): void {
  const now = useNow()
  const { folder, changes, documents, formulae, themes, realigned } = now
  // biome-ignore lint/correctness/useExhaustiveDependencies: `now` is another object each time; what it holds is named
  useEffect(() => {
    const before = seen?.folder === folder ? seen : now
    seen = now
    if (before.documents !== documents || before.realigned !== realigned) lineAnswers.clear()
    const asksThemes = /theme:/i.test(concordance.state.shown?.query ?? '')
    // Names and formulae are words: other ones have other words beside a hit.
    if (
      before.documents !== documents ||
      before.formulae !== formulae ||
      (asksThemes && before.themes !== themes && isOtherwise(before.themes, themes))
    )
      void concordance.ask(true)
    else if (before.changes !== changes) concordance.refresh()
  }, [folder, changes, documents, formulae, themes, realigned])
}

/** Whether a theme is gone, came, stands elsewhere or has another name: a query may mean others by the same words. */
function isOtherwise(
  before: Readonly<Record<ThemeId, Theme>>,
  after: Readonly<Record<ThemeId, Theme>>
): boolean {
  const ids = Object.keys(before) as ThemeId[]
  return (
    ids.length !== Object.keys(after).length ||
    ids.some((id) => after[id]?.name !== before[id]?.name || after[id]?.parent !== before[id]?.parent)
  )
}
