import { Fragment, type PointerEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { describe } from '../../shared/anchoring/describe'
import type { Annotation } from '../../shared/model/annotation'
import type { ContentHash } from '../../shared/model/ids'
import type { Span } from '../../shared/model/offsets'
import { span } from '../../shared/model/span'
import { nextGrapheme, snapToGraphemes } from '../../shared/text/words'
import { inTurn, updateOf } from '../annotating/passage-actions'
import { presentText } from '../annotating/present-text'
import { shownAnnotation, useActiveAnnotation, useActiveId } from '../annotating/target'
import type { TextView } from '../editor/text-view'
import { change, currentProject } from '../state/project'
import { themeColour } from '../state/theme-names'
import { useAfterPaint } from '../ui/use-after-paint'
import { useVisibleRange } from './visible-range'

type End = 'start' | 'end'
interface Point {
  readonly left: number
  readonly top: number
  readonly height: number
}

/** The two handles of the active highlight: dragged, they move its ends. The brackets do the same by key. */
export function Handles({ view }: { view: TextView }) {
  const annotation = useAfterPaint(useActiveAnnotation())
  // One that is gone is gone at once: over a handle that stays nothing can be selected.
  const gone = useActiveId() !== annotation?.id
  const layouts = useVisibleRange((state) => state.layouts)
  const frame = useRef<HTMLDivElement>(null)
  /** The ends while one of them is dragged. */
  const [dragged, setDragged] = useState<Span | null>(null)
  const [points, setPoints] = useState<Readonly<Record<End, Point>> | null>(null)
  useLayoutEffect(() => {
    const box = frame.current?.getBoundingClientRect()
    if (!annotation || !box || layouts === 0) return setPoints(null)
    const point = (offset: number, side: 1 | -1) => {
      const { left, top, bottom } = view.geometry.caretAt(offset, side)
      return { left: left - box.left, top: top - box.top, height: bottom - top }
    }
    const { start, end } = dragged ?? annotation.selector
    setPoints({ start: point(start, 1), end: point(end, -1) })
  }, [view, annotation, dragged, layouts])
  // What was dragged has become its end, or something else has: from here on it tells where its handles are.
  useEffect(() => {
    if (annotation) setDragged(null)
  }, [annotation])
  return (
    <div ref={frame} className="handles" aria-hidden>
      {points && annotation && !gone && (
        <Fragment key={annotation.id}>
          <Handle end="start" point={points.start} view={view} annotation={annotation} drag={setDragged} />
          <Handle end="end" point={points.end} view={view} annotation={annotation} drag={setDragged} />
        </Fragment>
      )}
    </div>
  )
}

interface HandleProps {
  readonly end: End
  readonly point: Point
  readonly view: TextView
  readonly annotation: Annotation
  readonly drag: (ends: Span | null) => void
}

function Handle({ end, point, view, annotation, drag }: HandleProps) {
  /** The ends, and the state of the text that they are of. */
  const dragged = useRef<{ readonly ends: Span; readonly revision: ContentHash } | null>(null)
  const { selector, id, codings } = annotation
  const draw = ({ start, end: to }: Span) =>
    view.draw(
      [
        {
          id,
          ...span(start, to),
          colour: themeColour(codings[0]?.theme),
          active: true,
          marked: annotation.quality.length > 0
        }
      ],
      []
    )
  // What was drawn while it was dragged goes where its annotation has gone meanwhile.
  const putBack = () => {
    const now = shownAnnotation(id)
    if (now) draw(now.selector)
    else view.draw([], [id])
  }
  useEffect(() => () => drag(null), [drag])
  const move = (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const offset = view.geometry.offsetAt(event.clientX, event.clientY)
    const shown = currentProject().texts[annotation.document]
    if (offset === null || !shown) return
    const { text, revision } = shown
    // The other end stays; at least one grapheme stays between them.
    const at = snapToGraphemes(text, span(offset, offset)).start
    const ends =
      end === 'start'
        ? span(Math.min(at, selector.end - 1), selector.end)
        : span(selector.start, Math.max(at, nextGrapheme(text, selector.start)))
    dragged.current = { ends, revision }
    draw(ends)
    drag(ends)
  }
  const drop = (event: PointerEvent) => {
    event.currentTarget.releasePointerCapture(event.pointerId)
    const placed = dragged.current
    dragged.current = null
    if (!placed) return
    void inTurn(async () => {
      const now = shownAnnotation(id)
      const present = presentText(annotation.document)
      const text = present && present.revision === placed.revision ? present.text : null
      const next = now && text !== null && describe(text, snapToGraphemes(text, placed.ends), placed.revision)
      const moved = next && (next.start !== now.selector.start || next.end !== now.selector.end)
      if (moved && (await change(updateOf(now, { selector: next })))) return
      putBack()
      drag(null)
    })
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
        putBack()
        drag(null)
      }}
    />
  )
}
