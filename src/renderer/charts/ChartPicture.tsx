import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { i18n, useT } from '../state/i18n'
import type { Chart } from './chart'
import { screenPalette } from './chart-palette'
import { drawChart } from './draw-chart'
import type { Drawn } from './plotted'

/**
 * A chart as a picture. It is one stop on the way by Tab; the arrow keys go through its marks, Enter or a press does what a
 * mark does. What the mark under the pointer or the focus says stands below.
 */
export function ChartPicture({
  chart: { title, drawing },
  opened = () => {}
}: {
  readonly chart: Chart
  /** After a mark was pressed. */
  readonly opened?: () => void
}) {
  const t = useT()
  const frame = useRef<HTMLDivElement>(null)
  const drawn = useRef<Drawn | null>(null)
  const width = useWidth(frame)
  const [says, setSays] = useState('')
  useLayoutEffect(() => {
    const { current } = frame
    if (!current || width === 0) return
    const before = markOf(document.activeElement)
    const had = current.contains(document.activeElement) ? before : null
    const made = drawChart(drawing, { width, palette: screenPalette, language: i18n.language })
    for (const [at, element] of elementsOf(made.svg).entries()) {
      const { says: label = '', open } = made.marks[markOf(element) ?? -1] ?? {}
      element.setAttribute('role', open ? 'button' : 'img')
      element.setAttribute('aria-label', label)
      element.setAttribute('tabindex', at === 0 ? '0' : '-1')
    }
    made.svg.setAttribute('role', 'group')
    made.svg.setAttribute('aria-label', title)
    current.replaceChildren(made.svg)
    drawn.current = made
    if (had !== null) focusOn(elementsOf(made.svg)[had] ?? null)
  }, [drawing, title, width])
  const point = (target: EventTarget | null) => {
    const mark = target instanceof Element ? markOf(target.closest('[data-mark]')) : null
    setSays(mark === null ? '' : (drawn.current?.marks[mark]?.says ?? ''))
  }
  const act = (target: EventTarget | null) => {
    const mark = target instanceof Element ? markOf(target.closest('[data-mark]')) : null
    const open = mark === null ? null : drawn.current?.marks[mark]?.open
    if (!open) return
    opened()
    open()
  }
  const press = (event: KeyboardEvent) => {
    const { current } = drawn
    if (!current || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' || event.key === ' ') act(event.target)
    else {
      const all = elementsOf(current.svg)
      const at = event.target instanceof SVGElement ? all.indexOf(event.target) : -1
      const to = wayOf(event.key, at, all.length)
      if (to === null) return
      focusOn(all[to] ?? null, all)
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <div
        ref={frame}
        className="chart-frame"
        onClick={(event) => act(event.target)}
        onKeyDown={press}
        onFocus={(event) => point(event.target)}
        onPointerOver={(event) => point(event.target)}
        onPointerLeave={() => point(document.activeElement)}
      />
      <p className="chart-says" aria-hidden>
        {says || t('chart.hint')}
      </p>
    </>
  )
}

function elementsOf(svg: SVGElement): SVGElement[] {
  return [...svg.querySelectorAll<SVGElement>('[data-mark]')].sort(
    (a, b) => (markOf(a) ?? 0) - (markOf(b) ?? 0)
  )
}

function markOf(element: Element | null): number | null {
  const mark = element?.getAttribute('data-mark')
  return mark === null || mark === undefined ? null : Number(mark)
}

/** The marks are one stop for Tab: the one that was on last. */
function focusOn(element: SVGElement | null, all: readonly SVGElement[] = []): void {
  for (const each of all) each.setAttribute('tabindex', each === element ? '0' : '-1')
  element?.focus()
}

function wayOf(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(count - 1, at + 1)
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(0, at - 1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

/** How wide an element is, in whole pixels; 0 before it is known. */
function useWidth(frame: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const { current } = frame
    if (!current) return undefined
    const measure = () => setWidth(Math.floor(current.clientWidth))
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    measure()
    return () => observer.disconnect()
  }, [frame])
  return width
}
