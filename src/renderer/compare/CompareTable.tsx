import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Row } from '../../shared/alignment/versions'
import type { ComparedRows } from '../../shared/ipc/compare-answers'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId } from '../../shared/model/ids'
import type { Span } from '../../shared/model/offsets'
import { useActiveId } from '../annotating/target'
import { useT } from '../state/i18n'
import { navigate } from '../state/navigation'
import { useProject } from '../state/project'
import { CompareRow } from './CompareRow'
import { PinBase } from './PinBase'
import { TurnColumns } from './TurnColumns'
import { useCellCommands } from './use-cell-commands'
import { activateMark, useColumns } from './use-columns'
import { type Turn, useColumnsShown } from './use-columns-shown'
import { type CellPlace, useCorrecting } from './use-correcting'
import { useFormulaeShown } from './use-formulae-shown'
import { useRowsWindowed } from './use-rows-windowed'
import { useSelectionKept, useShownSurface } from './use-shown-surface'

interface Props {
  readonly shown: readonly VariorumDocument[]
  readonly compared: ComparedRows
  /** Takes in the rows that a correction has changed. */
  readonly receive: (rows: ComparedRows) => void
  /** The rows that are shown, in the order they are shown in. */
  readonly order: readonly number[]
  /** The column whose differences are shown; -1 for none. */
  readonly from: number
  readonly turn: Turn
  readonly makeBase: (id: DocumentId) => void
  readonly told: (row: number) => void
}

/** A column is never narrower than this; where there is no room the table moves sideways. */
const leastColumn = 150

/** The table of a comparison: a column a version, a row a link between sentences. */
export function CompareTable({ shown, compared, receive, order, from, turn, makeBase, told }: Props) {
  const { rows } = compared
  const t = useT()
  const frame = useRef<HTMLDivElement>(null)
  const passages = useProject((project) => project.passages)
  const readOnly = useProject((project) => project.readOnly)
  const active = useActiveId()
  const [place, setPlace] = useState<CellPlace>({ row: order[0] ?? 0, column: 0 })
  // Other versions are another table, with a key of its own.
  const [ids] = useState(() => shown.map((each) => each.id))
  const columns = useColumns(shown)
  const { visible, turning, show, step } = useColumnsShown(frame, ids, from, turn, place.column)
  const formulae = useFormulaeShown(ids)
  const indexes = useMemo(() => shown.map((each) => passages[each.id]), [shown, passages])
  const list = useRowsWindowed(order.length, frame)
  const goToRow = useRef<(row: number) => void>(() => {})
  goToRow.current = (row) => {
    const at = order.indexOf(row)
    if (at >= 0) list.scrollTo(at)
  }
  const rowOf = useRef<(document: DocumentId, offset: number) => number>(() => -1)
  rowOf.current = (document, offset) => {
    const column = ids.indexOf(document)
    return rows.findIndex((row) =>
      row.cells[column]?.some((each) => each.start <= offset && each.end >= offset)
    )
  }
  useShownSurface(frame, ids, (document, offset) => {
    const column = ids.indexOf(document)
    if (!visible.includes(column)) flushSync(() => show(column))
    goToRow.current(rowOf.current(document, offset))
  })
  useSelectionKept(frame, rows)
  useEffect(() => told(place.row), [told, place.row])
  const goTo = useCallback(
    (next: CellPlace) => {
      setPlace(next)
      show(next.column)
      goToRow.current(next.row)
    },
    [show]
  )
  useCellCommands(frame, ids, rows, order, place, goTo)
  const textOf = useCallback(
    (column: number, at: Span) =>
      (columns[column]?.text ?? '').slice(at.start, Math.min(at.end, at.start + 60)),
    [columns]
  )
  const drop = useCorrecting(shown, compared, receive, place, textOf)
  const choose = useCallback((row: number, column: number) => setPlace({ row, column }), [])
  return (
    <div
      ref={frame}
      className={`compare columns-${visible.length}${list.measure ? ' windowed' : ''}`}
      style={
        {
          '--columns': `44px repeat(${visible.length}, minmax(0, 1fr)) 26px`,
          '--least': `${96 + visible.length * leastColumn}px`
        } as React.CSSProperties
      }
      data-scroller
      tabIndex={0}
      role="table"
      aria-label={t('compare.table')}
      aria-rowcount={rows.length + 1}
    >
      <div className="compare-head" role="row">
        <span role="columnheader" aria-label="№" />
        {visible.map((index) => {
          const document = shown[index]
          return (
            document && (
              <ColumnHead
                key={document.id}
                document={document}
                base={index === 0}
                heldAgainst={index === from}
                makeBase={makeBase}
                turner={index === turning && <TurnColumns step={step} />}
              />
            )
          )
        })}
        <span role="columnheader" aria-label={t('compare.sure', { percent: '' })} />
      </div>
      <div aria-hidden style={{ height: list.before }} />
      {list.places.map((at) => {
        const index = order[at] ?? 0
        const row = rows[index]
        if (!row) return null
        return (
          <div key={rowKey(row)} role="presentation" ref={list.measure} data-index={at} data-place={at}>
            <CompareRow
              shown={shown}
              visible={visible}
              columns={columns}
              passages={indexes}
              row={row}
              index={index}
              on={index === place.row ? place.column : null}
              from={from}
              active={active}
              readOnly={readOnly}
              formulae={formulae}
              choose={choose}
              drop={drop}
              onMark={activateMark}
            />
          </div>
        )
      })}
      <div aria-hidden style={{ height: list.after }} />
      {order.length === 0 && <p className="quiet">{t('compare.nothingFits')}</p>}
    </div>
  )
}

interface HeadProps {
  readonly document: VariorumDocument
  readonly base: boolean
  readonly heldAgainst: boolean
  readonly makeBase: (id: DocumentId) => void
  readonly turner: ReactNode
}

function ColumnHead({ document, base, heldAgainst, makeBase, turner }: HeadProps) {
  const t = useT()
  return (
    <span role="columnheader" className={heldAgainst ? 'held-against' : ''}>
      <b>{t(`rendering.${document.rendering}`)}</b>
      <PinBase document={document} base={base} makeBase={makeBase} />
      {turner}
      <button
        type="button"
        className="column-title"
        title={t('compare.openInReader')}
        onClick={() => navigate({ name: 'reader', document: document.id })}
      >
        {[document.publisher || document.title, document.published?.date].filter(Boolean).join(' · ')}
      </button>
    </span>
  )
}

/** A row is named by where its cells begin. */
function rowKey({ cells }: Row): string {
  return cells.map((spans) => spans[0]?.start ?? '').join(' ')
}
