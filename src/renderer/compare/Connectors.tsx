import { type RefObject, useEffect, useMemo, useState } from 'react'
import type { Row } from '../../shared/alignment/versions'

interface Line {
  readonly key: string
  readonly path: string
  readonly on: boolean
}

/** Lines between the columns: for the links of the current row, and for every link in sight that crosses others. */
export function Connectors({
  frame,
  rows,
  current
}: {
  frame: RefObject<HTMLElement | null>
  rows: readonly Row[]
  current: number | null
}) {
  const [lines, setLines] = useState<readonly Line[]>([])
  const crossing = useMemo(() => rows.flatMap((row, at) => (row.moved.includes(true) ? [at] : [])), [rows])
  useEffect(() => {
    const element = frame.current
    if (!element) return
    let asked = 0
    const draw = () => {
      const wanted = new Set(current === null ? crossing : [...crossing, current])
      setLines([...wanted].flatMap((row) => linesOf(element, row, row === current)))
    }
    const soon = () => {
      cancelAnimationFrame(asked)
      asked = requestAnimationFrame(draw)
    }
    soon()
    const watch = new ResizeObserver(soon)
    watch.observe(element)
    element.addEventListener('scroll', soon, { capture: true, passive: true })
    return () => {
      cancelAnimationFrame(asked)
      watch.disconnect()
      element.removeEventListener('scroll', soon, { capture: true })
    }
  }, [frame, crossing, current])
  return (
    <svg className="connectors" role="presentation" aria-hidden="true">
      <title> </title>
      {lines.map(({ key, path, on }) => (
        <path key={key} d={path} className={on ? 'on' : ''} />
      ))}
    </svg>
  )
}

/** Curves from each column's sentence of a row to the next column's, where both are in sight. */
function linesOf(frame: HTMLElement, row: number, on: boolean): Line[] {
  const outer = frame.getBoundingClientRect()
  const columns = [...frame.querySelectorAll<HTMLElement>('.running-scroll')]
  const ends = columns.map((column) => {
    const sentence = column.querySelector(`.sentence[data-row="${row}"]`)
    const first = sentence?.getClientRects()[0]
    if (!first) return null
    const box = column.getBoundingClientRect()
    const y = first.top + first.height / 2
    if (y < box.top || y > box.bottom) return null
    return { left: box.left - outer.left + 6, right: box.right - outer.left - 6, y: y - outer.top }
  })
  return ends.flatMap((end, at): Line[] => {
    const next = ends[at + 1]
    if (!end || !next) return []
    const middle = (end.right + next.left) / 2
    const path = `M${end.right},${end.y} C${middle},${end.y} ${middle},${next.y} ${next.left},${next.y}`
    return [{ key: `${row} ${at}`, path, on }]
  })
}
