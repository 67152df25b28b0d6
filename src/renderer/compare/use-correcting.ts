import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Row } from '../../shared/alignment/versions'
import type { ComparedRows } from '../../shared/ipc/compare-answers'
import { currentText } from '../../shared/model/current-text'
import type { VariorumDocument } from '../../shared/model/document'
import type { Span } from '../../shared/model/offsets'
import { span } from '../../shared/model/span'
import { Turns } from '../state/act-queue'
import { call } from '../state/bridge'
import { type Command, type CommandId, useCommands } from '../state/commands'
import { useT } from '../state/i18n'
import { showError, showToast } from '../state/toasts'
import type { Dragged } from './CompareRow'
import {
  accept,
  type Correction,
  give,
  mergeRows,
  moveTo,
  rowNow,
  splitRow,
  take,
  unlink
} from './corrections'

export interface CellPlace {
  readonly row: number
  readonly column: number
}

/** A sentence of a column, wherever its row is. */
interface PickedUp {
  readonly column: number
  readonly sentence: Span
}

/** Makes a correction of a row, by its number among the rows. */
type Make = (rows: readonly Row[], row: number) => Correction | null

/** A correction waits this long for the one before it to be seen in the rows. */
const patienceMs = 10_000

/**
 * Correcting the links of a comparison by key and by drag. Each correction is one change that can be undone. They are
 * made in turn, each from the rows that the one before has left, and of the row that was meant when it was asked for.
 */
export function useCorrecting(
  shown: readonly VariorumDocument[],
  compared: ComparedRows,
  receive: (rows: ComparedRows) => void,
  place: CellPlace,
  textOf: (column: number, at: Span) => string
): (dragged: Dragged, to: number) => void {
  const t = useT()
  const { rows } = compared
  const [picked, setPicked] = useState<PickedUp | null>(null)
  const [turns] = useState(() => new Turns(patienceMs))
  const latest = useRef(compared)
  /** What waits for other rows. */
  const waiting = useRef<(() => void)[]>([])
  useEffect(() => {
    latest.current = compared
    for (const done of waiting.current.splice(0)) done()
  }, [compared])
  const correct = useCallback(
    (make: Make, meant: Row | undefined) =>
      turns.take(async () => {
        const base = shown[0]
        const before = latest.current
        const correction = make(before.rows, rowNow(before.rows, meant))
        if (!correction || !base) return
        const corrections = [...correction].flatMap(([column, links]) => {
          const version = shown[column]?.id
          return version ? [{ version, links: links.map(({ a, b }) => ({ a: [...a], b: [...b] })) }] : []
        })
        const documents = shown.map((each) => each.id)
        const comparison = { documents, known: before.id }
        const seen = shown.map((each) => ({ document: each.id, revision: currentText(each) }))
        const answer = await call('compare.correct', {
          shown: comparison,
          base: base.id,
          corrections,
          seen
        })
        if (!answer.ok) return showError(answer.error)
        receive(answer.value.compared)
        // It may have changed nothing.
        if (answer.value.compared.id === before.id) return
        if (latest.current === before) await new Promise<void>((done) => waiting.current.push(done))
      }),
    [shown, turns, receive]
  )
  const commands = useMemo<Command[]>(() => {
    const { row, column } = place
    const command = (id: CommandId, key: string, make: Make): Command => ({
      id,
      keys: [key],
      when: () => make(rows, row) !== null,
      run: () => correct(make, rows[row])
    })
    const own = rows[row]?.cells[column]?.[0]
    return [
      command('compare.takeNext', 'Alt+ArrowDown', (now, at) => take(now, at, column, 1)),
      command('compare.takePrevious', 'Alt+ArrowUp', (now, at) => take(now, at, column, -1)),
      command('compare.giveNext', 'Alt+Shift+ArrowDown', (now, at) => give(now, at, column, 1)),
      command('compare.givePrevious', 'Alt+Shift+ArrowUp', (now, at) => give(now, at, column, -1)),
      command('compare.unlink', 'Alt+Backspace', (now, at) => unlink(now, at, column)),
      command('compare.accept', 'Alt+Enter', accept),
      command('compare.mergeRows', 'Alt+j', mergeRows),
      command('compare.splitRow', 'Alt+s', splitRow),
      {
        id: 'compare.pick',
        keys: ['Alt+p'],
        when: () => column > 0 && own !== undefined,
        run: () => {
          if (!own) return
          setPicked({ column, sentence: own })
          showToast(t('compare.picked', { text: textOf(column, own) }))
        }
      },
      command('compare.put', 'Alt+l', (now, at) =>
        picked ? moveTo(now, picked.column, picked.sentence, at) : null
      )
    ]
  }, [rows, place, correct, picked, t, textOf])
  useCommands(commands)
  return useCallback(
    (dragged, to) => {
      const column = shown.findIndex((each) => each.id === dragged.document)
      const sentence = span(dragged.start, dragged.end)
      correct((now, at) => moveTo(now, column, sentence, at), latest.current.rows[to])
    },
    [correct, shown]
  )
}
