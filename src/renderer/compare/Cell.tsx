import { memo, type ReactNode } from 'react'
import type { Annotation } from '../../shared/model/annotation'
import type { AnnotationIndex } from '../../shared/model/annotation-index'
import type { VariorumDocument } from '../../shared/model/document'
import type { AnnotationId, DocumentId } from '../../shared/model/ids'
import type { Span } from '../../shared/model/offsets'
import { i18n, useT } from '../state/i18n'
import { themeColour } from '../state/theme-names'
import { coloured } from '../ui/ThemeDot'
import { cutAtMarks, type Piece } from './cut-at-marks'
import type { Stretch, StretchKind } from './differences-in-row'

interface Props {
  readonly document: VariorumDocument
  readonly spans: readonly Span[]
  readonly text: string
  readonly passages: AnnotationIndex | undefined
  readonly stretches: readonly Stretch[]
  readonly active: AnnotationId | null
  /** What an empty cell says. */
  readonly empty: string
  /** Whether its sentences can be dragged to other rows. */
  readonly movable: boolean
  readonly onMark: (annotation: AnnotationId, document: DocumentId, offset: number) => void
}

/** What a dragged sentence is known by to the row it is dropped on. */
export const draggedSentence = 'application/x-variorum-sentence'

/** What one version says in a row: its sentences, with the highlights that lie in them. */
export const Cell = memo(function Cell(props: Props) {
  const { document, spans, text, passages, stretches, active, empty, movable, onMark } = props
  const t = useT()
  if (spans.length === 0)
    return (
      <span role="cell" className="cell left-out">
        {empty}
      </span>
    )
  return (
    <span role="cell" className="cell" lang={document.language}>
      {spans.map((own) => (
        <span key={own.start} className="whole-sentence">
          {movable && (
            // The same is done from the keyboard: drawing in, giving, picking up and putting down.
            <span
              className="grip"
              draggable
              title={t('compare.dragSentence')}
              onDragStart={(event) => {
                const dragged = { document: document.id, start: own.start, end: own.end }
                event.dataTransfer.setData(draggedSentence, JSON.stringify(dragged))
                event.dataTransfer.effectAllowed = 'move'
              }}
            />
          )}
          <span className="sentence" data-document={document.id} data-start={own.start} data-end={own.end}>
            {cutAtMarks(own, passages?.within(own) ?? [], stretches).map((piece) => (
              <CellPiece
                key={piece.start}
                piece={piece}
                text={text}
                active={active}
                onMark={(id) => onMark(id, document.id, piece.start)}
              />
            ))}
          </span>{' '}
        </span>
      ))}
    </span>
  )
})

interface PieceProps {
  readonly piece: Piece
  readonly text: string
  readonly active: AnnotationId | null
  readonly onMark: (id: AnnotationId) => void
}

/** A stretch of text inside an element for each mark that lies over it. */
export function CellPiece({ piece: { marks, leaves }, text, active, onMark }: PieceProps) {
  const words = leaves.map((leaf) => (
    <Leaf key={leaf.start} text={text.slice(leaf.start, leaf.end)} start={leaf.start} kinds={leaf.kinds} />
  ))
  if (marks.length === 0) return words
  return (
    // The same marks are reached by j and k from the keyboard.
    <span className="marks" onMouseUp={() => onMark(nextOf(marks, active))}>
      {marks.reduceRight<ReactNode>(
        (inner, mark) => (
          <span
            key={mark.id}
            className={mark.id === active ? 'mark active' : 'mark'}
            style={coloured(themeColour(mark.codings[0]?.theme))}
            data-annotation={mark.id}
          >
            {inner}
          </span>
        ),
        words
      )}
    </span>
  )
}

interface LeafProps {
  readonly text: string
  readonly start: number
  readonly kinds: readonly StretchKind[]
}

function Leaf({ text, start, kinds }: LeafProps) {
  if (kinds.length === 0) return <span data-at={start}>{text}</span>
  return (
    <span
      data-at={start}
      className={kinds.map((kind) => `parts parts-${kind}`).join(' ')}
      title={kinds.map((kind) => i18n.t(`compare.difference.${kind}`)).join('; ')}
    >
      {text}
    </span>
  )
}

/** A click takes the innermost mark; on the active one it goes on to the next one out. */
function nextOf(marks: readonly Annotation[], active: AnnotationId | null): AnnotationId {
  const inward = marks.toReversed()
  const next = inward[(inward.findIndex((mark) => mark.id === active) + 1) % inward.length]
  return (next ?? (inward[0] as Annotation)).id
}
