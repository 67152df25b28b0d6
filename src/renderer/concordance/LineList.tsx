import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/shallow'
import type { Slot } from '../../shared/concordance/trail'
import { useT } from '../state/i18n'
import { usePreferences } from '../state/preferences'
import { useProject } from '../state/project'
import { AnswerLines } from './AnswerLines'
import { concordance } from './concordance-desk'
import { ContextFitter } from './fit-context'
import { GroupRow } from './GroupRow'
import { LineRow } from './LineRow'
import { lineAnswers } from './line-answers'
import type { LineRows } from './line-rows'
import { lineKey } from './ticked-lines'
import { orderOf } from './trail-walk'
import { useColumns } from './use-columns'
import { openLine } from './use-line-commands'

/** The heights of rows, in pixels. Those with answers below them are measured. */
const lineHeight = 30
const headHeight = 40
const answerHeight = 26

/** The lines, of which only those in sight are drawn. Keys act on one of them, also while none has the focus itself. */
export function LineList({ list }: { readonly list: React.RefObject<HTMLDivElement | null> }) {
  const t = useT()
  const id = useId()
  const { view, pages, rows, at, ticked, folded, walk } = useStore(
    concordance.store,
    useShallow(({ scrolled: _, ...shown }) => shown)
  )
  const documents = useProject((project) => project.state.documents)
  const { document: about, parallel } = usePreferences((state) => state.concordance)
  const columns = useColumns(list, about)
  const [fitter] = useState(() => new ContextFitter())
  const slots = useMemo(
    () => orderOf(walk).flatMap((key): Slot[] => (key.by === 'slot' ? [key.slot] : [])),
    [walk]
  )
  const size = (index: number) =>
    rows.rowAt(index)?.kind === 'group' ? headHeight : lineHeight + (parallel ? answerHeight : 0)
  const keyOf = useRowKeys(rows, parallel)
  const virtual = useVirtualizer({
    count: rows.count,
    getItemKey: keyOf,
    getScrollElement: () => list.current,
    estimateSize: size,
    overscan: 12,
    initialOffset: concordance.state.scrolled
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  const name = view?.id
  useEffect(() => {
    if (name === undefined || !pages) return
    const runs = rows.runsBetween(first, last)
    for (const { from, count } of runs) concordance.want(from, from + count - 1)
    if (parallel) void lineAnswers.want(name, pages.linesIn(runs))
  }, [name, parallel, rows, pages, first, last])
  useEffect(() => concordance.setContext(columns.characters), [columns.characters])
  // Heights that were measured are not known any more when one comes back.
  const shown = useRef(parallel ? -1 : at)
  useEffect(() => {
    if (shown.current === at) return
    shown.current = at
    virtual.scrollToIndex(at, { align: 'auto' })
  }, [at, virtual])
  useEffect(() => {
    const { current } = list
    // What the list knows itself: asking the element would have all of it laid out.
    const keep = () => concordance.store.setState({ scrolled: virtual.scrollOffset ?? 0 })
    current?.addEventListener('scrollend', keep)
    return () => current?.removeEventListener('scrollend', keep)
  }, [list, virtual])
  const isDrawn = first <= at && at <= last
  return (
    // Keys are commands, see `useLineCommands`; rows are named by `aria-activedescendant`.
    <div
      ref={list}
      className={`lines about-${columns.about}`}
      role="grid"
      tabIndex={0}
      aria-label={t('concordance.lines')}
      aria-rowcount={rows.count}
      aria-multiselectable
      aria-activedescendant={isDrawn ? `${id}-${at}` : undefined}
      data-scroller
    >
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map(({ index, start, key }) => {
          const row = rows.rowAt(index)
          if (!row) return null
          const group = row.kind === 'group' ? view?.groups?.[row.group] : undefined
          const line = row.kind === 'line' ? pages.line(row.line) : undefined
          const isTicked = line !== undefined && ticked.has(lineKey(line))
          const own = line && documents[line.document]
          const style: CSSProperties = { transform: `translateY(${start}px)` }
          return (
            <div
              key={key}
              ref={parallel ? virtual.measureElement : undefined}
              data-index={index}
              id={`${id}-${index}`}
              role="row"
              tabIndex={-1}
              aria-rowindex={index + 1}
              aria-selected={row.kind === 'line' ? isTicked : undefined}
              className={rowClass(row.kind, index === at, isTicked)}
              style={style}
              onMouseDown={() => concordance.goTo(index)}
              onDoubleClick={() => row.kind === 'line' && openLine(index)}
            >
              {group ? (
                <GroupRow group={group} isFolded={folded.has(group.key)} lines={view?.lines ?? 0} />
              ) : (
                <div role="none" className="line-cells">
                  <LineRow
                    row={index}
                    line={line}
                    own={own}
                    column={columns.about}
                    from={line ? fitter.startOf(line, columns.context, columns.font, columns.hitFont) : 0}
                    slots={slots}
                    isTicked={isTicked}
                  />
                </div>
              )}
              {parallel && line && <AnswerLines line={line} />}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** Names of rows. Those with measured heights have others with each state of the rows, so that they are measured anew. */
function useRowKeys(rows: LineRows, isMeasured: boolean): (index: number) => string | number {
  const state = useRef(0)
  return useMemo(() => {
    if (!isMeasured || rows.count < 0) return (index: number) => index
    const own = ++state.current
    return (index: number) => `${own} ${index}`
  }, [rows, isMeasured])
}

function rowClass(kind: 'line' | 'group', isCurrent: boolean, isTicked: boolean): string {
  return [`row-${kind}`, isCurrent && 'current', isTicked && 'ticked'].filter(Boolean).join(' ')
}
