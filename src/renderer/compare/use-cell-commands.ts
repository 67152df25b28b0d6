import { type RefObject, useMemo } from 'react'
import type { Row } from '../../shared/alignment/versions'
import type { DocumentId } from '../../shared/model/ids'
import { span } from '../../shared/model/span'
import { type Command, useCommands } from '../state/commands'
import { useSurface } from '../state/surface'
import { isDoubtful } from './row-filter'
import type { CellPlace } from './use-correcting'

/**
 * The keys of the comparison: up and down go from row to row, left and right from version to version;
 * each step selects what the version says in that row, ready for a theme. `[ ] { }` then move its ends.
 * `n` goes to the next link that is doubtful, `N` to the one before.
 */
export function useCellCommands(
  frame: RefObject<HTMLElement | null>,
  documents: readonly DocumentId[],
  rows: readonly Row[],
  order: readonly number[],
  { row, column }: CellPlace,
  setPlace: (place: CellPlace) => void
): void {
  const commands = useMemo<Command[]>(() => {
    const at = Math.max(0, order.indexOf(row))
    const goTo = (nextRow: number | undefined, nextColumn: number) => {
      const cell = nextRow === undefined ? undefined : rows[nextRow]?.cells[nextColumn]
      const document = documents[nextColumn]
      if (!cell || nextRow === undefined || document === undefined) return
      setPlace({ row: nextRow, column: nextColumn })
      const first = cell[0]
      const last = cell.at(-1)
      // The row may have to be drawn first.
      requestAnimationFrame(() => {
        const { surface } = useSurface.getState()
        if (first && last) surface?.select({ document, ...span(first.start, last.end) })
        else surface?.clear()
      })
    }
    const here = () => document.activeElement === frame.current || document.activeElement === document.body
    const move = (key: string, rowStep: number, columnStep: number): Command => ({
      id: 'caret.move',
      hidden: true,
      keys: [key],
      repeatable: true,
      when: here,
      run: () => goTo(order[at + rowStep], column + columnStep)
    })
    const doubtful = (id: Command['id'], key: string, found: () => number | undefined): Command => ({
      id,
      keys: [key],
      repeatable: true,
      when: () => found() !== undefined,
      run: () => goTo(found(), column)
    })
    const isNext = (each: number) => isDoubtfulRow(rows[each])
    return [
      move('ArrowDown', 1, 0),
      move('ArrowUp', -1, 0),
      move('ArrowRight', 0, 1),
      move('ArrowLeft', 0, -1),
      doubtful('compare.nextDoubtful', 'n', () => order.slice(at + 1).find(isNext)),
      doubtful('compare.previousDoubtful', 'N', () => order.slice(0, at).findLast(isNext))
    ]
  }, [frame, documents, rows, order, row, column, setPlace])
  useCommands(commands)
}

function isDoubtfulRow(row: Row | undefined): boolean {
  return row !== undefined && isDoubtful(row)
}
