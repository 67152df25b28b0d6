import { useMemo } from 'react'
import type { NamedLine } from '../../shared/concordance/lines'
import type { ThemeId } from '../../shared/model/ids'
import { type Command, useCommands } from '../state/commands'
import { i18n } from '../state/i18n'
import { navigate } from '../state/navigation'
import { useProject } from '../state/project'
import { digitThemes, useUiState } from '../state/ui-state'
import { codeLines, linesMeant } from './code-lines'
import { concordance } from './concordance-desk'
import { rowNow, tickAll, tickRuns } from './line-acts'
import { lineKey } from './ticked-lines'

/** How many rows a page is where the list cannot be seen. */
const usualPage = 20

/** The keys of the lines. They are meant while the list has the focus, or nothing has. */
export function useLineCommands(pickTheme: () => void): void {
  const themes = useProject((project) => project.state.themes)
  const memory = useUiState()
  const commands = useMemo<Command[]>(
    () => [
      ...moves,
      { id: 'concordance.open', keys: ['Enter'], when: inLines, run: openHere },
      { id: 'concordance.tick', keys: ['Space'], when: inLines, missing: needsLine, run: tickHere },
      { id: 'concordance.tickAll', keys: ['Mod+A'], when: inLines, run: tickAll },
      { id: 'concordance.untick', keys: ['Escape'], hidden: true, when: hasTicked, run: untick },
      { id: 'annotate.pick', keys: ['/'], when: inLines, missing: needsLine, run: pickTheme },
      ...digitThemes(memory).flatMap((id: ThemeId, index): Command[] => {
        const theme = themes[id]
        if (!theme) return []
        const params = { n: `${index + 1} · ${theme.name}` }
        const keys = [String(index + 1)]
        const run = () => codeLines({ id })
        return [{ id: 'annotate.theme', keys, params, when: inLines, missing: needsLine, run }]
      })
    ],
    [themes, memory, pickTheme]
  )
  useCommands(commands)
}

function move(
  id: 'concordance.next' | 'concordance.previous',
  keys: readonly string[],
  by: () => number
): Command {
  const run = () => concordance.goTo(concordance.state.at + by())
  return {
    id,
    keys,
    repeatable: true,
    hidden: keys[0] !== 'ArrowDown' && keys[0] !== 'ArrowUp',
    when: inLines,
    run
  }
}

const moves: readonly Command[] = [
  move('concordance.next', ['ArrowDown', 'j'], () => 1),
  move('concordance.previous', ['ArrowUp', 'k'], () => -1),
  move('concordance.next', ['PageDown'], () => pageRows()),
  move('concordance.previous', ['PageUp'], () => -pageRows()),
  move('concordance.previous', ['Home'], () => Number.NEGATIVE_INFINITY),
  move('concordance.next', ['End'], () => Number.POSITIVE_INFINITY),
  { id: 'concordance.fold', keys: ['ArrowLeft'], when: inGroups, run: () => foldHere(true) },
  { id: 'concordance.unfold', keys: ['ArrowRight'], when: inGroups, run: () => foldHere(false) }
]

/** Whether keys go to the lines. */
function inLines(): boolean {
  const { activeElement } = document
  return (
    concordance.state.rows.count > 0 &&
    (activeElement === document.body || activeElement?.closest('.lines') != null)
  )
}

function inGroups(): boolean {
  return inLines() && concordance.state.view?.groups != null
}

function hasTicked(): boolean {
  return concordance.state.ticked.size > 0 && inLines()
}

function needsLine(): string | null {
  return linesMeant().length > 0 || rowHere() !== null ? null : i18n.t('concordance.noLine')
}

function rowHere() {
  const { rows, at } = concordance.state
  return rows.rowAt(at)
}

function untick(): void {
  concordance.store.setState({ ticked: new Map() })
}

function pageRows(): number {
  const list = document.querySelector('.lines')
  const row = list?.querySelector('.row-line')
  return list && row
    ? Math.max(1, Math.floor(list.clientHeight / row.getBoundingClientRect().height) - 1)
    : usualPage
}

function openHere(): void {
  openLine(concordance.state.at)
}

/** Shows the passage of a line in its text; a group's head folds or opens. */
export function openLine(row: number): void {
  const { rows, pages } = concordance.state
  const found = rows.rowAt(row)
  if (found?.kind === 'group') foldGroup(found.group)
  const line = found?.kind === 'line' ? pages.line(found.line) : undefined
  if (!line) return
  concordance.goTo(row)
  navigate({ name: 'reader', document: line.document, at: line.start, end: line.end })
}

function foldGroup(index: number, isFolded?: boolean): void {
  const { view, folded } = concordance.state
  const key = view?.groups?.[index]?.key
  if (key !== undefined) concordance.fold([key], isFolded ?? !folded.has(key))
}

/** Folds or opens the group that one is in. */
function foldHere(isFolded: boolean): void {
  const { rows, at, view } = concordance.state
  const here = rows.rowAt(at)
  const index =
    here?.kind === 'group'
      ? here.group
      : (view?.groups?.findIndex(
          ({ from, count }) => here && here.line >= from && here.line < from + count
        ) ?? -1)
  if (index >= 0) foldGroup(index, isFolded)
}

/** Ticks the line that one is on; on the head of a group all lines of it that are there. */
function tickHere(): void {
  const { view, at } = concordance.state
  const here = rowHere()
  if (here?.kind === 'line') void tickTo(at, false)
  const group = here?.kind === 'group' ? view?.groups?.[here.group] : undefined
  if (group) void tickRuns([group])
}

/** The line that was ticked last: ticking on with Shift takes all lines from there, as the lines stand by then. */
let lastTicked: NamedLine | null = null

/** Ticks the line of a row; with `range` all from the one that was ticked last, while that is ticked and among the lines. */
export async function tickTo(row: number, range: boolean): Promise<void> {
  const { rows, pages, ticked } = concordance.state
  const found = rows.rowAt(row)
  const line = found?.kind === 'line' ? pages.line(found.line) : undefined
  if (!line) return
  const from = range && lastTicked && ticked.has(lineKey(lastTicked)) ? lastTicked : null
  lastTicked = line
  concordance.goTo(row)
  const first = from && (await rowNow(from))
  if (first === null) concordance.tick([line])
  else if (concordance.state.rows === rows) await tickRuns(rows.runsBetween(first, row))
}
