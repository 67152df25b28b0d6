import { type PointerEvent, useLayoutEffect, useRef, useState } from 'react'
import { describe } from '../../shared/anchoring/describe'
import type { Annotation } from '../../shared/model/annotation'
import { span } from '../../shared/model/span'
import { nextGrapheme, snapToGraphemes } from '../../shared/text/words'
import { updateOf } from '../annotating/actions'
import { shownAnnotation } from '../annotating/active'
import { change, currentProject } from '../app/api/project'
import { useSurface } from '../app/api/surface'
import { themeColour } from '../app/api/theme-names'
import type { TextView } from '../editor/text-view'
import { useAfterPaint } from '../ui/use-after-paint'
import { useSight } from './sight'

type End = 'start' | 'end'
interface Point {
  readonly left: number
  readonly top: number
  readonly height: number
}

/** The two handles of the active highlight: dragged, they move its ends. The brackets do the same by key. */
export function Handles({ view }: { view: TextView }) {
  const active = useAfterPaint(useSurface((state) => state.active))
  const selecting = useSurface((state) => state.selection !== null)
  const layouts = useSight((state) => state.layouts)
  const annotation = active === null ? null : shownAnnotation(active)
  const frame = useRef<HTMLDivElement>(null)
  const [points, setPoints] = useState<Readonly<Record<End, Point>> | null>(null)
  useLayoutEffect(() => {
    const box = frame.current?.getBoundingClientRect()
    if (!annotation || !box || layouts === 0) return setPoints(null)
    const point = (offset: number, side: 1 | -1) => {
      const { left, top, bottom } = view.geometry.caretAt(offset, side)
      return { left: left - box.left, top: top - box.top, height: bottom - top }
    }
    const { start, end } = annotation.selector
    setPoints({ start: point(start, 1), end: point(end, -1) })
  }, [view, annotation, layouts])
  return (
    <div ref={frame} className="handles" aria-hidden>
      {points && annotation && !selecting && (
        <>
          <Handle end="start" point={points.start} view={view} annotation={annotation} />
          <Handle end="end" point={points.end} view={view} annotation={annotation} />
        </>
      )}
    </div>
  )
}

interface HandleProps {
  readonly end: End
  readonly point: Point
  readonly view: TextView
  readonly annotation: Annotation
}

function Handle({ end, point, view, annotation }: HandleProps) {
  const dragged = useRef<{ start: number; end: number } | null>(null)
  const { selector, id, themes } = annotation
  const draw = (ends: { start: number; end: number }) =>
    view.draw([{ id, ...span(ends.start, ends.end), colour: themeColour(themes[0]), active: true }], [])
  const move = (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const offset = view.geometry.offsetAt(event.clientX, event.clientY)
    const text = currentProject().texts[annotation.document]?.text ?? ''
    if (offset === null) return
    // The other end stays; at least one grapheme stays between them.
    const at = snapToGraphemes(text, span(offset, offset)).start
    const ends =
      end === 'start'
        ? { start: Math.min(at, selector.end - 1), end: selector.end }
        : { start: selector.start, end: Math.max(at, nextGrapheme(text, selector.start)) }
    dragged.current = ends
    draw(ends)
  }
  const drop = (event: PointerEvent) => {
    event.currentTarget.releasePointerCapture(event.pointerId)
    const ends = dragged.current
    dragged.current = null
    const text = currentProject().texts[annotation.document]?.text ?? ''
    const next = ends && describe(text, snapToGraphemes(text, span(ends.start, ends.end)), selector.revision)
    const moved = next && (next.start !== selector.start || next.end !== selector.end)
    if (moved) void change(updateOf(annotation, { selector: next })).then((done) => done || draw(selector))
    else if (ends) draw(selector)
  }
  return (
    <span
      className={`handle at-${end}`}
      style={{ left: point.left, top: point.top, height: point.height }}
      onPointerDown={(event) => {
        event.preventDefault()
        event.stopPropagation()
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={move}
      onPointerUp={drop}
      onPointerCancel={(event) => {
        dragged.current = null
        event.currentTarget.releasePointerCapture(event.pointerId)
        draw(selector)
      }}
    />
  )
}
