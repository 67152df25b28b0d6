import { useMemo } from 'react'
import { needsPlace, needsVersions } from '../annotating/needs'
import { type Command, useCommands } from '../state/commands'
import { closeFind, nextMatch, openFind, useFinding } from '../state/finding'

/** The keys of reading: finding, going to a paragraph, printing. */
export function useReadingCommands(goTo: () => void, renderings: () => void): void {
  const commands = useMemo<Command[]>(
    () => [
      { id: 'reader.find', keys: ['Mod+F'], run: openFind },
      {
        id: 'reader.findNext',
        keys: ['F3', 'Mod+G'],
        repeatable: true,
        when: hasMatches,
        run: () => nextMatch(1)
      },
      {
        id: 'reader.findPrevious',
        keys: ['Shift+F3', 'Mod+Shift+G'],
        repeatable: true,
        when: hasMatches,
        run: () => nextMatch(-1)
      },
      { id: 'reader.goTo', keys: ['g'], run: goTo },
      {
        id: 'reader.renderings',
        keys: ['o'],
        missing: () => needsVersions() ?? needsPlace(),
        run: renderings
      },
      { id: 'reader.print', keys: ['Mod+P'], run: () => window.print() },
      {
        id: 'app.escape',
        keys: ['Escape'],
        hidden: true,
        first: true,
        when: isFinding,
        run: closeFind
      }
    ],
    [goTo, renderings]
  )
  useCommands(commands)
}

function hasMatches(): boolean {
  return useFinding.getState().found.length > 0
}

/** Escape closes the search once nothing is selected in the text any more. */
function isFinding(): boolean {
  return useFinding.getState().open
}
