import { ArrowDown, ArrowUp } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
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
}

/** Pixels that an arrow key makes a column wider or narrower. */
const step = 12

/** The head of a column: sorts by it, and makes it wider or narrower at its edge, by drag or by the arrow keys. */
export function ColumnHead({ column, label, width, sort, setSort, setWidth }: Props) {
  const t = useT()
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
  return (
    <th
      className={column.replace(/^attribute:.*/, 'attribute')}
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
        onKeyDown={onKeyDown}
        {...drag}
      />
      <button
        type="button"
        title={label}
        onClick={() => setSort({ column, descending: isOn && !sort.descending })}
      >
        <span className="column-name">{label}</span>
        {isOn && <Arrow size={12} aria-hidden />}
      </button>
    </th>
  )
}
