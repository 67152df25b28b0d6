import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useT } from '../state/i18n'

interface FormedRow {
  readonly word: string
  readonly form: string
}

/** A column of numbers behind the words. */
export interface FigureColumn<Row> {
  readonly name: string
  readonly cell: (row: Row) => ReactNode
}

/** Rows that come page by page. */
export interface TableRows<Row> {
  /** Another one means other rows. */
  readonly value: unknown
  readonly total: number
  readonly isStale: boolean
  readonly row: (index: number) => Row | undefined
  readonly want: (first: number, last: number) => void
}

interface Props<Row extends FormedRow> {
  readonly figure: TableRows<Row>
  readonly columns: readonly FigureColumn<Row>[]
  /** A word was pressed. */
  readonly act: (row: Row) => void
}

/** The height of a row in pixels; the style sheet says the same. */
const rowHeight = 28

/**
 * Words with their figures, of which only the rows in sight are drawn. Rows that are not there yet are empty. It is one stop for
 * Tab; the arrow keys go along the rows.
 */
export function FigureTable<Row extends FormedRow>({ figure, columns, act }: Props<Row>) {
  const t = useT()
  const scroller = useRef<HTMLDivElement>(null)
  const { value, total, row, want, isStale } = figure
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 15
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (total > 0) want(first, last)
  }, [first, last, total, want])
  const [at, setAt] = useState(0)
  const goes = useRef(false)
  useEffect(() => {
    if (value === null) return
    setAt(0)
    scroller.current?.scrollTo(0, 0)
  }, [value])
  useEffect(() => {
    if (!goes.current) return
    const button = scroller.current?.querySelector<HTMLElement>(`[data-at="${at}"]`)
    if (!button) return
    goes.current = false
    button.focus({ preventScroll: true })
  })
  const go = (event: KeyboardEvent) => {
    const to = nextRow(event.key, at, total, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight))
    if (to === null) return
    event.preventDefault()
    goes.current = true
    setAt(to)
    virtual.scrollToIndex(to)
  }
  // Where one has scrolled away from the row that Tab led to, it leads to the first in sight.
  const stop = at >= first && at <= last ? at : first
  return (
    <div className="figure-rows" ref={scroller} data-scroller>
      <div style={{ height: items[0]?.start ?? 0 }} />
      <table className="figures" aria-busy={isStale} aria-rowcount={total + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{t('concordance.word')}</th>
            {columns.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={go}>
          {items.map(({ index }) => {
            const own = row(index)
            return (
              <tr key={index} aria-rowindex={index + 2}>
                <th scope="row">
                  <button
                    type="button"
                    data-at={index}
                    tabIndex={index === stop ? 0 : -1}
                    title={own?.form}
                    aria-disabled={!own}
                    onFocus={() => setAt(index)}
                    onClick={() => own && act(own)}
                  >
                    {own?.form ?? '…'}
                  </button>
                </th>
                {columns.map(({ name, cell }) => (
                  <td key={name}>{own && cell(own)}</td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      <div style={{ height: Math.max(0, virtual.getTotalSize() - (items.at(-1)?.end ?? 0)) }} />
    </div>
  )
}

/** The row that a key leads to; null where it leads nowhere. */
function nextRow(key: string, at: number, total: number, page: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: -total,
    End: total
  }
  const step = steps[key]
  return step === undefined ? null : Math.max(0, Math.min(total - 1, at + step))
}
