import { memo, type ReactNode } from 'react'
import type { Annotation } from '../../shared/model/annotation'
import type { AnnotationIndex } from '../../shared/model/annotation-index'
import type { VariorumDocument } from '../../shared/model/document'
import type { AnnotationId, DocumentId } from '../../shared/model/ids'
import type { Span } from '../../shared/model/offsets'
import { themeColours } from '../../shared/model/palette'
import { i18n, useT } from '../state/i18n'
import { themeColour } from '../state/theme-names'
import { coloured } from '../ui/ThemeDot'
import { type Leaf as Cut, cutAtMarks, type Piece } from './cut-at-marks'
import type { AtOdds, Stretch } from './differences-in-row'

interface Props {
  readonly document: VariorumDocument
  readonly spans: readonly Span[]
  readonly text: string
  readonly passages: AnnotationIndex | undefined
  readonly stretches: readonly Stretch[]
  /** What the versions are called, column by column. */
  readonly names: readonly string[]
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
  const { document, spans, text, passages, stretches, names, active, empty, movable, onMark } = props
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
                // The words go along under the pointer, and are pale where they were.
                const sentence = event.currentTarget.parentElement
                if (!sentence) return
                event.dataTransfer.setDragImage(sentence, 0, 12)
                requestAnimationFrame(() => sentence.classList.add('dragged'))
              }}
              onDragEnd={(event) => event.currentTarget.parentElement?.classList.remove('dragged')}
            />
          )}
          <span className="sentence" data-document={document.id} data-start={own.start} data-end={own.end}>
            {cutAtMarks(own, passages?.within(own) ?? [], stretches).map((piece) => (
              <CellPiece
                key={piece.start}
                piece={piece}
                text={text}
                names={names}
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
  readonly names: readonly string[]
  readonly active: AnnotationId | null
  readonly onMark: (id: AnnotationId) => void
}

/** A stretch of text inside an element for each mark that lies over it. */
export function CellPiece({ piece: { marks, leaves }, text, names, active, onMark }: PieceProps) {
  const words = leaves.map((leaf) => (
    <Leaf key={leaf.start} text={text.slice(leaf.start, leaf.end)} leaf={leaf} names={names} />
  ))
  if (marks.length === 0) return words
  return (
    // The same marks are reached by j and k from the keyboard.
    <span className="marks" onMouseUp={() => onMark(nextOf(marks, active))}>
      {marks.reduceRight<ReactNode>(
        (inner, mark) => (
          <span
            key={mark.id}
            className={['mark', mark.id === active && 'active', mark.quality.length > 0 && 'marked']
              .filter(Boolean)
              .join(' ')}
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
  readonly leaf: Cut
  readonly names: readonly string[]
}

function Leaf({ text, leaf: { start, kinds, atOdds, formulae }, names }: LeafProps) {
  if (kinds.length === 0) return <span data-at={start}>{text}</span>
  const said = [
    ...formulae.map((each) => each.says),
    ...kinds.flatMap((kind) =>
      kind === 'formula' || kind === 'unusual' ? [] : i18n.t(`compare.difference.${kind}`)
    ),
    ...atOdds.map((each) => oddsTold(each, names[each.column] ?? ''))
  ]
  const inner = formulae.at(-1)
  return (
    <span
      data-at={start}
      className={kinds.map((kind) => `parts parts-${kind}`).join(' ')}
      title={[...new Set(said)].join('\n')}
      style={inner ? coloured(themeColours[inner.number % themeColours.length] ?? '') : undefined}
    >
      {text}
    </span>
  )
}

/** With which version a figure or a name is at odds, and what stands there. */
function oddsTold({ text, others }: AtOdds, version: string): string {
  return others.length === 0
    ? i18n.t('comparing.notIn', { text, version })
    : i18n.t('comparing.figuresThere', { text, version, others: others.join(', ') })
}

/** A click takes the innermost mark; on the active one it goes on to the next one out. */
function nextOf(marks: readonly Annotation[], active: AnnotationId | null): AnnotationId {
  const inward = marks.toReversed()
  const next = inward[(inward.findIndex((mark) => mark.id === active) + 1) % inward.length]
  return (next ?? (inward[0] as Annotation)).id
}
