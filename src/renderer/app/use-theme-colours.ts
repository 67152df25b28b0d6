import { useEffect } from 'react'
import type { Theme } from '../../shared/model/theme'
import { useProject } from './api/project'
import { themeVariable } from './api/theme-names'

/** Puts each theme's colour into a CSS variable of the document: recolouring a theme redraws no highlight. */
export function useThemeColours(): void {
  const themes = useProject((project) => project.state.themes)
  useEffect(() => {
    for (const { id, colour } of Object.values<Theme>(themes))
      document.documentElement.style.setProperty(themeVariable(id), colour)
  }, [themes])
}
