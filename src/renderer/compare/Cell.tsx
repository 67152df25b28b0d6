import { memo } from 'react'
import type { Annotation } from '../../shared/model/annotation'
import type { VariorumDocument } from '../../shared/model/document'
import type { AnnotationId, DocumentId } from '../../shared/model/ids'
import type { Span } from '../../shared/model/offsets'
import type { AnnotationsOfDocument } from '../../shared/model/state'
import { themeColour } from '../app/api/theme-names'
import { coloured } from '../ui/ThemeDot'
import { cutAtMarks } from './cut-at-marks'

interface Props {
  readonly document: VariorumDocument
  readonly spans: readonly Span[]
  readonly text: string
  readonly annotations: AnnotationsOfDocument | undefined
  readonly active: AnnotationId | null
  readonly leftOut: string
  readonly onMark: (annotation: AnnotationId, document: DocumentId, offset: number) => void
}

/** What one version says in a row: its sentences, with the highlights that lie in them. */
export const Cell = memo(function Cell({
  document,
  spans,
  text,
  annotations,
  active,
  leftOut,
  onMark
}: Props) {
  if (spans.length === 0)
    return (
      <span role="cell" className="cell left-out">
        {leftOut}
      </span>
    )
  return (
    <span role="cell" className="cell" lang={document.language}>
      {spans.map((own) => (
        <span
          key={own.start}
          className="sentence"
          data-document={document.id}
          data-start={own.start}
          data-end={own.end}
        >
          {cutAtMarks(own, marksIn(annotations, own)).map((piece) => (
            <Piece
              key={piece.start}
              text={text.slice(piece.start, piece.end)}
              start={piece.start}
              marks={piece.marks}
              active={active}
              onMark={(id) => onMark(id, document.id, piece.start)}
            />
          ))}{' '}
        </span>
      ))}
    </span>
  )
})

function Piece(props: {
  text: string
  start: number
  marks: readonly Annotation[]
  active: AnnotationId | null
  onMark: (id: AnnotationId) => void
}) {
  const { text, start, marks, active, onMark } = props
  const leaf = <span data-at={start}>{text}</span>
  const inner = marks.at(-1)
  if (!inner) return leaf
  return (
    // The same marks are reached by j and k from the keyboard.
    <span className="marks" onMouseUp={() => onMark(nextOf(marks, active))}>
      {marks.reduceRight(
        (content, mark) => (
          <span
            className={mark.id === active ? 'mark active' : 'mark'}
            style={coloured(themeColour(mark.themes[0]))}
            data-annotation={mark.id}
          >
            {content}
          </span>
        ),
        leaf
      )}
    </span>
  )
}

/** A click takes the innermost mark; on the active one it goes on to the next one out. */
function nextOf(marks: readonly Annotation[], active: AnnotationId | null): AnnotationId {
  const inward = marks.toReversed()
  const next = inward[(inward.findIndex((mark) => mark.id === active) + 1) % inward.length]
  return (next ?? (inward[0] as Annotation)).id
}

function marksIn(annotations: AnnotationsOfDocument | undefined, own: Span): Annotation[] {
  return Object.values<Annotation>(annotations ?? {})
    .filter(({ selector }) => selector.start < own.end && selector.end > own.start)
    .sort((a, b) => a.selector.start - b.selector.start || b.selector.end - a.selector.end)
}
