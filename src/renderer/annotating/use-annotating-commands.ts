import { useMemo } from 'react'
import { qualityMarks } from '../../shared/model/quality-marks'
import { type Command, useCommands } from '../state/commands'
import { currentWords } from '../state/i18n'
import { useProject } from '../state/project'
import { useSurface } from '../state/surface'
import { digitThemes, useUiState } from '../state/ui-state'
import { step } from './active'
import { carryToAll } from './carry-to-versions'
import { codeBy, isCoding, leaveCoding, skip, toggleCoding } from './coding-mode'
import { needsAnnotation, needsPlace, needsSelection, needsTarget, needsVersions } from './needs'
import {
  again,
  annotatePlainly,
  applyInVivo,
  applyTheme,
  chooseHere,
  copyPassage,
  copyWords,
  highlight,
  openPicker,
  removeActive,
  toggleQuality,
  writeMemo
} from './passage-actions'
import { type End, type EndUnit, mergeWithNext, moveEnd, splitHere } from './resize-annotation'
import { resize, selectUnit } from './select-unit'
import { currentTarget } from './target'

/** The keys of annotating, for a view in which passages can be selected. */
export function useAnnotatingCommands(): void {
  const themes = useProject((project) => project.state.themes)
  const memory = useUiState()
  const commands = useMemo<Command[]>(
    () => [
      ...codingCommands,
      ...unitCommands(),
      ...digitThemes(memory).flatMap((id, index): Command[] => {
        const theme = themes[id]
        if (!theme) return []
        const params = { n: `${index + 1} · ${theme.name}` }
        const keys = [String(index + 1)]
        return [{ id: 'annotate.theme', keys, params, missing: needsTarget, run: () => applyTheme(id) }]
      })
    ],
    [themes, memory]
  )
  useCommands(commands)
}

const codingCommands: readonly Command[] = [
  { id: 'annotate.highlight', keys: ['h'], missing: needsSelection, run: highlight },
  { id: 'annotate.again', keys: ['.'], missing: needsTarget, run: again },
  { id: 'annotate.inVivo', keys: ['v'], missing: needsTarget, run: applyInVivo },
  { id: 'annotate.pick', keys: ['/'], missing: needsPlace, run: () => openPicker() },
  { id: 'annotate.memo', keys: ['m'], missing: needsTarget, run: writeMemo },
  { id: 'annotate.next', keys: ['j'], repeatable: true, run: () => step(1) },
  { id: 'annotate.previous', keys: ['k'], repeatable: true, run: () => step(-1) },
  { id: 'annotate.choose', keys: ['Enter'], when: inText, run: chooseHere },
  { id: 'annotate.codingMode', keys: ['c'], run: toggleCoding },
  { id: 'annotate.copyWords', keys: ['Mod+C'], when: hasTarget, run: copyWords },
  // Where a passage is meant; else the same key copies all excerpts of the text.
  { id: 'annotate.copy', keys: ['Mod+Alt+C'], first: true, when: hasTarget, run: copyPassage },
  {
    id: 'annotate.carry',
    keys: ['t'],
    missing: () => needsVersions() ?? needsTarget(),
    // It may have to align first: other keys do not wait for it.
    run: () => void carryToAll()
  },
  { id: 'annotate.split', keys: ['|'], missing: needsAnnotation, run: splitHere },
  { id: 'annotate.merge', keys: ['&'], missing: needsAnnotation, run: mergeWithNext },
  { id: 'annotate.remove', keys: ['Delete', 'Backspace'], missing: needsAnnotation, run: removeActive },
  { id: 'select.word', keys: ['w'], missing: needsPlace, run: () => selectUnit('word') },
  {
    id: 'select.sentence',
    keys: ['s'],
    missing: needsPlace,
    run: () => (isCoding() ? codeBy('sentence') : selectUnit('sentence'))
  },
  {
    id: 'select.block',
    keys: ['b'],
    missing: needsPlace,
    run: () => (isCoding() ? codeBy('block') : selectUnit('block'))
  },
  { id: 'select.expand', keys: ['e'], missing: needsPlace, run: () => resize(1) },
  { id: 'select.shrink', keys: ['E'], missing: needsPlace, run: () => resize(-1) },
  ...qualityMarks.map(
    (mark, index): Command => ({
      id: 'annotate.quality',
      keys: [`Alt+${index + 1}`],
      params: { mark: () => currentWords().quality[mark] },
      missing: needsTarget,
      run: () => toggleQuality(mark)
    })
  ),
  // Only while one codes: they win over what the same keys do otherwise.
  {
    id: 'annotate.skip',
    keys: ['Space', 'ArrowDown'],
    hidden: true,
    first: true,
    repeatable: true,
    when: isCoding,
    run: () => skip(1)
  },
  {
    id: 'annotate.skipBack',
    keys: ['Shift+Space', 'ArrowUp', 'Backspace'],
    hidden: true,
    first: true,
    repeatable: true,
    when: isCoding,
    run: () => skip(-1)
  },
  { id: 'annotate.plain', keys: ['0'], hidden: true, missing: needsSelection, run: annotatePlainly },
  {
    id: 'annotate.leaveCoding',
    keys: ['Escape'],
    hidden: true,
    first: true,
    when: isCoding,
    run: leaveCoding
  }
]

/** The ends by word with brackets, by character with Alt, by sentence with round brackets. */
function unitCommands(): Command[] {
  const ends: [EndUnit, [string, string, string, string]][] = [
    ['word', ['[', '{', '}', ']']],
    ['character', ['Alt+[', 'Alt+{', 'Alt+}', 'Alt+]']],
    ['sentence', ['(', 'Alt+(', 'Alt+)', ')']]
  ]
  const moves: [Command['id'], End, 1 | -1][] = [
    ['annotate.startBack', 'start', -1],
    ['annotate.startOn', 'start', 1],
    ['annotate.endBack', 'end', -1],
    ['annotate.endOn', 'end', 1]
  ]
  return ends.flatMap(([unit, keys]) =>
    moves.map(
      ([id, end, direction], index): Command => ({
        id,
        keys: [keys[index] ?? ''],
        params: { unit: () => currentWords().coding.units[unit] },
        repeatable: true,
        missing: needsTarget,
        run: () => moveEnd(end, direction, unit)
      })
    )
  )
}

function inText(): boolean {
  const { activeElement } = document
  return (
    useSurface.getState().caret !== null &&
    (activeElement === document.body || activeElement?.closest('.text, .compare-table') != null)
  )
}

function hasTarget(): boolean {
  return currentTarget().kind !== 'nothing'
}
