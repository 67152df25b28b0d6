import { type RefObject, useMemo, useRef } from 'react'
import type { Row } from '../../shared/alignment/versions'
import type { DocumentId } from '../../shared/model/ids'
import { span } from '../../shared/model/span'
import { type Command, useCommands } from '../app/api/commands'
import { useSurface } from '../app/api/surface'

/**
 * The keys of the comparison: up and down go from row to row, left and right from version to version;
 * each step selects what the version says in that row, ready for a theme. `[ ] { }` then move its ends.
 */
export function useCellCommands(
  frame: RefObject<HTMLElement | null>,
  documents: readonly DocumentId[],
  rows: readonly Row[],
  row: number,
  setRow: (row: number) => void
): void {
  const column = useRef(0)
  const commands = useMemo<Command[]>(() => {
    const goTo = (nextRow: number, nextColumn: number) => {
      const cell = rows[nextRow]?.cells[nextColumn]
      const document = documents[nextColumn]
      if (!cell || document === undefined) return
      column.current = nextColumn
      setRow(nextRow)
      frame.current?.querySelector(`[data-row="${nextRow}"]`)?.scrollIntoView({ block: 'nearest' })
      const { surface } = useSurface.getState()
      const first = cell[0]
      const last = cell.at(-1)
      if (first && last) surface?.select({ document, ...span(first.start, last.end) })
      else surface?.clear()
    }
    const move = (key: string, rowStep: number, columnStep: number): Command => ({
      id: 'caret.move',
      hidden: true,
      keys: [key],
      when: () => document.activeElement === frame.current || document.activeElement === document.body,
      run: () => goTo(row + rowStep, column.current + columnStep)
    })
    return [
      move('ArrowDown', 1, 0),
      move('ArrowUp', -1, 0),
      move('ArrowRight', 0, 1),
      move('ArrowLeft', 0, -1)
    ]
  }, [frame, documents, rows, row, setRow])
  useCommands(commands)
}
