import { ArrowDown, ArrowUp } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import type { LibraryColumn } from '../../shared/ipc/library-columns'
import { useT } from '../state/i18n'
import { leastWidth, mostWidth } from './columns'
import type { SortOrder } from './sort-documents'

interface Props {
  readonly column: LibraryColumn
  readonly label: string
  readonly width: number
  readonly sort: SortOrder
  readonly setSort: (sort: SortOrder) => void
  readonly setWidth: (width: number) => void
  /** Puts a column where another one stands. */
  readonly move: (column: LibraryColumn, at: LibraryColumn) => void
  /** The columns beside it that are shown. */
  readonly before: LibraryColumn | undefined
  readonly after: LibraryColumn | undefined
}

/** What is dragged carries the name of a column under this type. */
const draggedColumn = 'application/x-variorum-column'

/** Pixels that an arrow key makes a column wider or narrower. */
const step = 12

/**
 * The head of a column: sorts by it, moves it by drag or by Alt and the arrow keys, and makes it wider or narrower at its
 * edge, by drag or by the arrow keys.
 */
export function ColumnHead(props: Props) {
  const { column, label, width, sort, setSort, setWidth, move, before, after } = props
  const t = useT()
  const [isLanding, setLanding] = useState(false)
  const isOn = sort.column === column
  const Arrow = sort.descending ? ArrowDown : ArrowUp
  const from = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const set = (next: number) => setWidth(Math.round(Math.min(mostWidth, Math.max(leastWidth, next))))
  const drag = {
    onPointerDown: (event: PointerEvent) => {
      event.currentTarget.setPointerCapture(event.pointerId)
      from.current = { x: event.clientX, width }
    },
    // The edge is the left one, since the title has what the others leave.
    onPointerMove: (event: PointerEvent) => {
      if (from.current) set(from.current.width + from.current.x - event.clientX)
    },
    onPointerUp: () => {
      from.current = null
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowLeft' ? step : event.key === 'ArrowRight' ? -step : 0
    if (by === 0) return
    event.preventDefault()
    set(width + by)
  }
  const moveByKey = (event: KeyboardEvent<HTMLButtonElement>) => {
    const at = event.key === 'ArrowLeft' ? before : event.key === 'ArrowRight' ? after : undefined
    if (!event.altKey || at === undefined) return
    event.preventDefault()
    event.stopPropagation()
    move(column, at)
    // An element that changes its place loses the focus.
    const { currentTarget } = event
    requestAnimationFrame(() => currentTarget.focus())
  }
  const isColumn = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes(draggedColumn)
  return (
    <th
      className={`${column.replace(/^attribute:.*/, 'attribute')}${isLanding ? ' landing' : ''}`}
      onDragOver={(event) => {
        if (!isColumn(event)) return
        event.preventDefault()
        setLanding(true)
      }}
      onDragLeave={() => setLanding(false)}
      onDrop={(event) => {
        setLanding(false)
        if (!isColumn(event)) return
        event.preventDefault()
        move(event.dataTransfer.getData(draggedColumn) as LibraryColumn, column)
      }}
      style={{ width }}
      aria-sort={isOn ? (sort.descending ? 'descending' : 'ascending') : 'none'}
    >
      <span
        role="separator"
        tabIndex={0}
        className="column-edge"
        aria-orientation="vertical"
        aria-label={t('library.widthOf', { column: label })}
        title={t('library.widthHint')}
        aria-valuenow={width}
        aria-valuemin={leastWidth}
        aria-valuemax={mostWidth}
        // A drag of the edge is none of the column.
        onMouseDown={(event) => event.preventDefault()}
        onKeyDown={onKeyDown}
        {...drag}
      />
      <button
        type="button"
        title={`${label}\n${t('library.moveHint')}`}
        draggable
        onDragStart={({ dataTransfer }) => {
          dataTransfer.setData(draggedColumn, column)
          dataTransfer.effectAllowed = 'move'
        }}
        onKeyDown={moveByKey}
        onClick={() => setSort({ column, descending: isOn && !sort.descending })}
      >
        <span className="column-name">{label}</span>
        {isOn && <Arrow size={12} aria-hidden />}
      </button>
    </th>
  )
}
