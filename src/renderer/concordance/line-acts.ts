import type { NamedLine } from '../../shared/concordance/lines'
import { partOf } from '../../shared/concordance/part-of'
import type { DispersionRow } from '../../shared/concordance/statistics'
import type { Grouping, LineName, Selection } from '../../shared/concordance/trail'
import { call } from '../state/bridge'
import { showError } from '../state/toasts'
import { concordance } from './concordance-desk'
import type { LineRun } from './line-rows'
import { namesOf } from './ticked-lines'
import { groupingOf, selecting, taken } from './trail-walk'

/** The most lines whose names are asked for at once. */
const mostNames = 200_000
/** The longest name of a step, in UTF-16 code units. */
const longestName = 200

/** Ticks lines by where they stand, also those that nobody has looked at; where all of them are ticked none is any more. */
export async function tickRuns(runs: readonly Pick<LineRun, 'from' | 'count'>[]): Promise<void> {
  const { view } = concordance.state
  if (!view) return
  const lines: NamedLine[] = []
  for (const { from, count } of runs) {
    const answer = await call('concordance.names', { id: view.id, from, count: Math.min(mostNames, count) })
    if (!answer.ok) return showError(answer.error)
    lines.push(...answer.value)
  }
  if (concordance.state.view?.id === view.id) concordance.tick(lines)
}

/** The row that a line stands in now; null where it is not among the lines. */
export async function rowNow({ document, start, end }: LineName): Promise<number | null> {
  const { view } = concordance.state
  if (!view) return null
  const answer = await call('concordance.find', { id: view.id, line: { document, start, end } })
  return answer.ok && answer.value ? concordance.state.rows.rowOf(answer.value.at) : null
}

/** Ticks all lines that the steps leave; or none, where all are ticked. */
export async function tickAll(): Promise<void> {
  const { view, ticked } = concordance.state
  if (!view || view.lines === 0) return
  if (ticked.size >= view.lines) concordance.store.setState({ ticked: new Map() })
  else await tickRuns([{ from: 0, count: view.lines }])
}

/** Leaves only some of the lines, as a step. @param name what the step is called; empty: as usual */
export async function select(selection: Selection, name = ''): Promise<void> {
  const step = { ...selecting(selection), name: name.slice(0, longestName) }
  await concordance.arrange(taken(concordance.state.walk, step))
}

/** Leaves only the lines of one of the equally long parts of a text. @param part from 0 */
export async function selectPart(
  { document, length, bins }: Pick<DispersionRow, 'document' | 'length' | 'bins'>,
  part: number,
  name: string
): Promise<void> {
  const { view } = concordance.state
  if (!view) return
  const lines: LineName[] = []
  for (let from = 0; from < view.lines; from += mostNames) {
    const answer = await call('concordance.names', { id: view.id, from, count: mostNames })
    if (!answer.ok) return showError(answer.error)
    for (const line of answer.value)
      if (line.document === document && partOf(line.start, length, bins.length) === part)
        lines.push({ document, start: line.start, end: line.end })
  }
  if (lines.length > 0 && concordance.state.view?.id === view.id)
    await select({ by: 'lines', lines, keep: true }, name)
}

/** Leaves only what is ticked, or everything else. Nothing is ticked then. */
export async function keepTicked(keep: boolean): Promise<void> {
  const lines = namesOf(concordance.state.ticked)
  concordance.store.setState({ ticked: new Map() })
  await select({ by: 'lines', lines, keep })
}

/** Leaves only the lines of a group of any grouping, by its key. */
export function keepGroupOf(by: Grouping, key: string): Promise<void> {
  return select({ by: 'group', grouping: by, key, keep: true })
}

/** Leaves only the lines of a group, or everything else. */
export async function keepGroup(key: string, keep: boolean): Promise<void> {
  const grouping = groupingOf(concordance.state.walk)
  if (grouping) await select({ by: 'group', grouping, key, keep })
}
