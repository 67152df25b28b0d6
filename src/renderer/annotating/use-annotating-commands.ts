import { useMemo } from 'react'
import { type Command, useCommands } from '../app/api/commands'
import { useProject } from '../app/api/project'
import { orderedThemes } from '../app/api/theme-names'
import {
  applyTheme,
  copyPassage,
  highlight,
  moveEnd,
  removeAnnotation,
  useAnnotating,
  writeMemo
} from './actions'
import { activeAnnotation, hasSelection, hasTarget, step } from './active'

/** The keys of annotating, for a view in which passages can be selected. */
export function useAnnotatingCommands(): void {
  const themes = useProject((project) => project.state.themes)
  const digits = useMemo(() => orderedThemes(themes).slice(0, 9), [themes])
  const commands = useMemo<Command[]>(
    () => [
      { id: 'annotate.highlight', keys: ['h'], when: hasSelection, run: () => void highlight() },
      {
        id: 'annotate.pick',
        keys: ['/'],
        when: hasTarget,
        run: () => useAnnotating.setState({ picking: true })
      },
      { id: 'annotate.memo', keys: ['m'], when: hasTarget, run: () => void writeMemo() },
      { id: 'annotate.next', keys: ['j'], run: () => step(1) },
      { id: 'annotate.previous', keys: ['k'], run: () => step(-1) },
      { id: 'annotate.startBack', keys: ['['], when: hasTarget, run: () => void moveEnd('start', -1) },
      { id: 'annotate.startOn', keys: ['{'], when: hasTarget, run: () => void moveEnd('start', 1) },
      { id: 'annotate.endOn', keys: [']'], when: hasTarget, run: () => void moveEnd('end', 1) },
      { id: 'annotate.endBack', keys: ['}'], when: hasTarget, run: () => void moveEnd('end', -1) },
      { id: 'annotate.copy', keys: ['Mod+C'], when: hasTarget, run: () => void copyPassage() },
      {
        id: 'annotate.remove',
        keys: ['Delete', 'Backspace'],
        when: () => activeAnnotation() !== null,
        run: removeActive
      },
      ...digits.map(
        (theme, index): Command => ({
          id: 'annotate.theme',
          keys: [String(index + 1)],
          params: { n: `${index + 1} · ${theme.name}` },
          when: hasTarget,
          run: () => void applyTheme(theme.id)
        })
      )
    ],
    [digits]
  )
  useCommands(commands)
}

function removeActive(): void {
  const active = activeAnnotation()
  if (active) void removeAnnotation(active)
}
