import { useCallback, useMemo, useState } from 'react'
import type { Row } from '../../shared/alignment/versions'
import type { VariorumDocument } from '../../shared/model/document'
import type { Span } from '../../shared/model/offsets'
import { span } from '../../shared/model/span'
import { call } from '../app/api/bridge'
import { type Command, type CommandId, useCommands } from '../app/api/commands'
import { useT } from '../app/api/i18n'
import { showError, showToast } from '../app/api/toasts'
import type { Dragged } from './CompareRow'
import { accept, type Correction, give, mergeRows, moveTo, splitRow, take, unlink } from './corrections'

export interface CellPlace {
  readonly row: number
  readonly column: number
}

interface PickedUp extends CellPlace {
  readonly sentence: Span
}

/** Correcting the links of a comparison by key and by drag. Each correction is one change that can be undone. */
export function useCorrecting(
  shown: readonly VariorumDocument[],
  rows: readonly Row[],
  place: CellPlace,
  textOf: (column: number, at: Span) => string
): (dragged: Dragged, to: number) => void {
  const t = useT()
  const [picked, setPicked] = useState<PickedUp | null>(null)
  const correct = useCallback(
    async (correction: Correction | null) => {
      const base = shown[0]
      if (!correction || !base) return
      const corrections = [...correction].flatMap(([column, links]) => {
        const version = shown[column]?.id
        return version ? [{ version, links: links.map(({ a, b }) => ({ a: [...a], b: [...b] })) }] : []
      })
      const answer = await call('compare.correct', { base: base.id, corrections })
      if (!answer.ok) showError(answer.error)
    },
    [shown]
  )
  const commands = useMemo<Command[]>(() => {
    const { row, column } = place
    const command = (id: CommandId, key: string, make: () => Correction | null): Command => ({
      id,
      keys: [key],
      when: () => make() !== null,
      run: () => void correct(make())
    })
    const own = rows[row]?.cells[column]?.[0]
    return [
      command('compare.takeNext', 'Alt+ArrowDown', () => take(rows, row, column, 1)),
      command('compare.takePrevious', 'Alt+ArrowUp', () => take(rows, row, column, -1)),
      command('compare.giveNext', 'Alt+Shift+ArrowDown', () => give(rows, row, column, 1)),
      command('compare.givePrevious', 'Alt+Shift+ArrowUp', () => give(rows, row, column, -1)),
      command('compare.unlink', 'Alt+Backspace', () => unlink(rows, row, column)),
      command('compare.accept', 'Alt+Enter', () => accept(rows, row)),
      command('compare.mergeRows', 'Alt+j', () => mergeRows(rows, row)),
      command('compare.splitRow', 'Alt+s', () => splitRow(rows, row)),
      {
        id: 'compare.pick',
        keys: ['Alt+p'],
        when: () => column > 0 && own !== undefined,
        run: () => {
          if (!own) return
          setPicked({ row, column, sentence: own })
          showToast(t('compare.picked', { text: textOf(column, own) }))
        }
      },
      command('compare.put', 'Alt+l', () =>
        picked ? moveTo(rows, picked.row, picked.column, picked.sentence, row) : null
      )
    ]
  }, [rows, place, correct, picked, t, textOf])
  useCommands(commands)
  return useCallback(
    (dragged, to) => {
      const column = shown.findIndex((each) => each.id === dragged.document)
      void correct(moveTo(rows, dragged.row, column, span(dragged.start, dragged.end), to))
    },
    [correct, rows, shown]
  )
}
