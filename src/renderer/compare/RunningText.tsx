import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Row } from '../../shared/alignment/versions'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId } from '../../shared/model/ids'
import { useActiveId } from '../annotating/target'
import { type Command, useCommands } from '../state/commands'
import { useT } from '../state/i18n'
import { useProject } from '../state/project'
import { Connectors } from './Connectors'
import { differencesInRow } from './differences-in-row'
import { formulaeInRow, withFormulae } from './formulae-in-row'
import { RunningColumn } from './RunningColumn'
import { TurnColumns } from './TurnColumns'
import { activateMark, useColumns } from './use-columns'
import { type Turn, useColumnsShown } from './use-columns-shown'
import { useFormulaeShown } from './use-formulae-shown'
import { useScrolledTogether } from './use-scrolled-together'
import { useSelectionKept, useShownSurface } from './use-shown-surface'

interface Props {
  readonly shown: readonly VariorumDocument[]
  readonly rows: readonly Row[]
  readonly from: number
  readonly turn: Turn
  readonly makeBase: (id: DocumentId) => void
  readonly told: (row: number) => void
}

/** Differences in running texts are worked out at once; in longer works they are shown in rows, as those come into sight. */
const mostRows = 1500

/** The versions as running texts beside each other: they scroll together, and linked sentences light up together. */
export function RunningText({ shown, rows, from, turn, makeBase, told }: Props) {
  const t = useT()
  const frame = useRef<HTMLDivElement>(null)
  const passages = useProject((project) => project.passages)
  const active = useActiveId()
  const [row, setRow] = useState<number | null>(null)
  // Other versions are another view, with a key of its own.
  const [ids] = useState(() => shown.map((each) => each.id))
  const columns = useColumns(shown)
  const { visible, turning, show, step } = useColumnsShown(frame, ids, from, turn, from)
  const turner = useMemo(() => <TurnColumns step={step} />, [step])
  const names = useMemo(() => columns.map((each) => each.name), [columns])
  const formulae = useFormulaeShown(ids)
  const parted = useMemo(
    () =>
      from < 0 || rows.length > mostRows ? [] : rows.map((each) => differencesInRow(each, columns, from)),
    [rows, columns, from]
  )
  const stretches = useMemo(
    () =>
      formulae && rows.length <= mostRows
        ? rows.map(
            (each, at) => withFormulae(parted[at] ?? null, formulaeInRow(each, formulae, columns)) ?? []
          )
        : parted,
    [parted, rows, formulae, columns]
  )
  const bring = useScrolledTogether(frame)
  useEffect(() => told(row ?? 0), [told, row])
  // A paragraph that comes into sight is drawn sentence by sentence in the next frame.
  const draw = (document: DocumentId, offset: number) => {
    const column = ids.indexOf(document)
    if (!visible.includes(column)) flushSync(() => show(column))
    const at = rows.findIndex((each) =>
      each.cells[column]?.some(({ start, end }) => start <= offset && offset <= end)
    )
    if (at >= 0) bring(at)
  }
  useShownSurface(frame, ids, draw)
  useSelectionKept(frame, rows)
  const commands = useMemo<Command[]>(() => {
    const move = (key: string, step: number): Command => ({
      id: 'caret.move',
      hidden: true,
      keys: [key],
      repeatable: true,
      when: () => document.activeElement === frame.current || document.activeElement === document.body,
      run: () => {
        const next = Math.max(0, Math.min(rows.length - 1, (row ?? -step) + step))
        setRow(next)
        bring(next)
      }
    })
    return [move('ArrowDown', 1), move('ArrowUp', -1)]
  }, [rows.length, row, bring])
  useCommands(commands)
  const point = useCallback((at: number | null) => {
    for (const each of frame.current?.querySelectorAll('.sentence.lit') ?? []) each.classList.remove('lit')
    if (at === null) return
    for (const each of frame.current?.querySelectorAll(`.sentence[data-row="${at}"]`) ?? [])
      each.classList.add('lit')
  }, [])
  const choose = useCallback(
    (at: number) => {
      setRow(at)
      if (window.getSelection()?.isCollapsed !== false) bring(at)
    },
    [bring]
  )
  return (
    <div
      ref={frame}
      className={`running columns-${visible.length}`}
      tabIndex={0}
      role="group"
      aria-label={t('compare.table')}
    >
      {visible.map((column) => {
        const document = shown[column]
        return (
          document && (
            <RunningColumn
              key={document.id}
              turner={column === turning ? turner : null}
              document={document}
              column={column}
              text={columns[column]?.text ?? ''}
              rows={rows}
              stretches={stretches}
              names={names}
              passages={passages[document.id]}
              active={active}
              current={row}
              makeBase={makeBase}
              point={point}
              choose={choose}
              onMark={activateMark}
            />
          )
        )
      })}
      <Connectors frame={frame} rows={rows} current={row} />
    </div>
  )
}
