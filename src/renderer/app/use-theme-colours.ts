import { useEffect, useRef } from 'react'
import type { ThemeId } from '../../shared/model/ids'
import type { Theme } from '../../shared/model/theme'
import { useProject } from '../state/project'
import { themeVariable } from '../state/theme-names'

/** Puts each theme's colour into a CSS variable of the document: recolouring a theme redraws no highlight. */
export function useThemeColours(): void {
  const themes = useProject((project) => project.state.themes)
  const known = useRef(new Map<ThemeId, string>())
  useEffect(() => {
    for (const { id, colour } of Object.values<Theme>(themes)) {
      // Setting one has the styles of a whole book worked out again.
      if (known.current.get(id) === colour) continue
      known.current.set(id, colour)
      document.documentElement.style.setProperty(themeVariable(id), colour)
    }
  }, [themes])
}
