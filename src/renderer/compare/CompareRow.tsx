import { ArrowDownUp, Check } from 'lucide-react'
import { memo, useMemo, useState } from 'react'
import type { Row } from '../../shared/alignment/versions'
import type { AnnotationIndex } from '../../shared/model/annotation-index'
import type { VariorumDocument } from '../../shared/model/document'
import type { AnnotationId, DocumentId } from '../../shared/model/ids'
import { span } from '../../shared/model/span'
import { useT } from '../state/i18n'
import { Cell, draggedSentence } from './Cell'
import { type ColumnText, differencesInRow, type Stretch } from './differences-in-row'
import { type FormulaeShown, formulaeInRow, withFormulae } from './formulae-in-row'
import { doubtfulBelow } from './row-filter'

export interface Dragged {
  readonly document: DocumentId
  readonly start: number
  readonly end: number
}

interface Props {
  readonly shown: readonly VariorumDocument[]
  /** The numbers of the columns that are shown. */
  readonly visible: readonly number[]
  readonly columns: readonly ColumnText[]
  readonly passages: readonly (AnnotationIndex | undefined)[]
  readonly row: Row
  readonly index: number
  readonly on: number | null
  /** The column whose differences are shown; -1 for none. */
  readonly from: number
  readonly active: AnnotationId | null
  readonly readOnly: boolean
  /** Null where formulae are not shown. */
  readonly formulae: FormulaeShown | null
  readonly choose: (row: number, column: number) => void
  readonly drop: (dragged: Dragged, row: number) => void
  readonly onMark: (annotation: AnnotationId, document: DocumentId, offset: number) => void
}

const nothing: readonly Stretch[] = []

/** One row of the comparison: what each version says there, and how sure the links are. */
export const CompareRow = memo(function CompareRow(props: Props) {
  const { shown, visible, columns, passages, row, index, on, from, active, readOnly, formulae } = props
  const { choose, drop, onMark } = props
  const t = useT()
  const parted = useMemo(() => (from < 0 ? null : differencesInRow(row, columns, from)), [row, columns, from])
  const stretches = useMemo(
    () => withFormulae(parted, formulae && formulaeInRow(row, formulae, columns)),
    [parted, row, formulae, columns]
  )
  const names = useMemo(() => columns.map((each) => each.name), [columns])
  const known = row.confidence.filter((value) => value !== null)
  const least = known.length === 0 ? null : Math.min(...known)
  const [isLanding, setLanding] = useState(false)
  const byHand = row.byHand.includes(true)
  const moved = row.moved.includes(true)
  return (
    <div
      className={['compare-row', on !== null && 'on', isLanding && 'landing'].filter(Boolean).join(' ')}
      role="row"
      data-row={index}
      aria-rowindex={index + 2}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(draggedSentence)) return
        event.preventDefault()
        setLanding(true)
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setLanding(false)
      }}
      onDrop={(event) => {
        setLanding(false)
        const data = event.dataTransfer.getData(draggedSentence)
        if (data === '') return
        event.preventDefault()
        const { document, start, end } = JSON.parse(data) as Dragged
        drop({ document, ...span(start, end) }, index)
      }}
    >
      <span role="rowheader">
        {index + 1}
        {moved && (
          <span title={t('compare.movedHint')}>
            <ArrowDownUp size={12} aria-label={t('compare.moved')} />
          </span>
        )}
        {byHand && (
          <span title={t('compare.handHint')}>
            <Check size={12} aria-label={t('compare.byHand')} />
          </span>
        )}
      </span>
      {visible.map((column) => {
        const document = shown[column]
        return (
          document && (
            // Arrow keys go from cell to cell.
            <span
              key={document.id}
              className={on === column ? 'slot on' : 'slot'}
              onMouseDown={() => choose(index, column)}
            >
              <Cell
                document={document}
                spans={row.cells[column] ?? []}
                text={columns[column]?.text ?? ''}
                passages={passages[column]}
                stretches={stretches?.[column] ?? nothing}
                names={names}
                active={active}
                empty={
                  (row.cells[0]?.length ?? 0) === 0 && column === 0
                    ? t('compare.added')
                    : t('compare.leftOut')
                }
                movable={column > 0 && !readOnly}
                onMark={onMark}
              />
            </span>
          )
        )
      })}
      {least === null ? (
        <span role="cell" />
      ) : (
        <Confidence value={least} label={t('compare.confidence', { percent: Math.round(least * 100) })} />
      )}
    </div>
  )
})

/** How sure the links of a row are: a quiet bar, full when certain. */
function Confidence({ value, label }: { value: number; label: string }) {
  return (
    <span role="cell" className={value < doubtfulBelow ? 'confidence doubtful' : 'confidence'} title={label}>
      <i style={{ '--v': `${Math.round(value * 100)}%` } as React.CSSProperties} />
      <span className="visually-hidden">{label}</span>
    </span>
  )
}
