import { memo } from 'react'
import type { Annotation } from '../../shared/model/annotation'
import type { VariorumDocument } from '../../shared/model/document'
import type { AnnotationId, DocumentId } from '../../shared/model/ids'
import type { Span } from '../../shared/model/offsets'
import type { PassageIndex } from '../../shared/model/passage-index'
import { themeColour } from '../app/api/theme-names'
import { coloured } from '../ui/ThemeDot'
import { cutAtMarks } from './cut-at-marks'

interface Props {
  readonly document: VariorumDocument
  readonly spans: readonly Span[]
  readonly text: string
  readonly passages: PassageIndex | undefined
  readonly active: AnnotationId | null
  readonly leftOut: string
  readonly onMark: (annotation: AnnotationId, document: DocumentId, offset: number) => void
}

/** What one version says in a row: its sentences, with the highlights that lie in them. */
export const Cell = memo(function Cell({ document, spans, text, passages, active, leftOut, onMark }: Props) {
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
          {cutAtMarks(own, passages?.within(own) ?? []).map((piece) => (
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

interface PieceProps {
  readonly text: string
  readonly start: number
  /** The marks that lie over the whole piece, the outermost first. */
  readonly marks: readonly Annotation[]
  readonly active: AnnotationId | null
  readonly onMark: (id: AnnotationId) => void
}

/** A stretch of text inside an element for each mark that lies over it. */
function Piece({ text, start, marks, active, onMark }: PieceProps) {
  if (marks.length === 0) return <span data-at={start}>{text}</span>
  return (
    // The same marks are reached by j and k from the keyboard.
    <span className="marks" onMouseUp={() => onMark(nextOf(marks, active))}>
      <Nested text={text} start={start} marks={marks} active={active} />
    </span>
  )
}

function Nested({ text, start, marks, active }: Omit<PieceProps, 'onMark'>) {
  const [outer, ...inner] = marks
  if (!outer) return <span data-at={start}>{text}</span>
  return (
    <span
      className={outer.id === active ? 'mark active' : 'mark'}
      style={coloured(themeColour(outer.themes[0]))}
      data-annotation={outer.id}
    >
      <Nested text={text} start={start} marks={inner} active={active} />
    </span>
  )
}

/** A click takes the innermost mark; on the active one it goes on to the next one out. */
function nextOf(marks: readonly Annotation[], active: AnnotationId | null): AnnotationId {
  const inward = marks.toReversed()
  const next = inward[(inward.findIndex((mark) => mark.id === active) + 1) % inward.length]
  return (next ?? (inward[0] as Annotation)).id
}
