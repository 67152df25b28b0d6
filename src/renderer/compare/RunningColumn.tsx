import { Fragment, memo, useMemo } from 'react'
import type { Row } from '../../shared/alignment/versions'
import type { VariorumDocument } from '../../shared/model/document'
import type { AnnotationId, DocumentId } from '../../shared/model/ids'
import type { Span } from '../../shared/model/offsets'
import type { PassageIndex } from '../../shared/model/passage-index'
import { useT } from '../app/api/i18n'
import { CellPiece } from './Cell'
import { cutAtMarks } from './cut-at-marks'
import type { Stretch } from './differences-in-row'
import { PinBase } from './PinBase'

interface Props {
  readonly document: VariorumDocument
  readonly column: number
  readonly text: string
  readonly rows: readonly Row[]
  /** For each row its stretches in every column; empty where differences are not shown. */
  readonly stretches: readonly (readonly (readonly Stretch[])[])[]
  readonly passages: PassageIndex | undefined
  readonly active: AnnotationId | null
  readonly current: number | null
  readonly makeBase: (id: DocumentId) => void
  readonly point: (row: number | null) => void
  readonly choose: (row: number) => void
  readonly onMark: (annotation: AnnotationId, document: DocumentId, offset: number) => void
}

interface Sentence extends Span {
  readonly row: number
  /** Whether the link of its row crosses others. */
  readonly moved: boolean
  /** Whether nothing answers it in any other version. */
  readonly alone: boolean
}

const nothing: readonly Stretch[] = []

/** One version as a running text; each sentence knows the row of links that it stands in. */
export const RunningColumn = memo(function RunningColumn(props: Props) {
  const {
    document,
    column,
    text,
    rows,
    stretches,
    passages,
    active,
    current,
    makeBase,
    point,
    choose,
    onMark
  } = props
  const t = useT()
  const paragraphs = useMemo(() => paragraphsOf(rows, column, text), [rows, column, text])
  return (
    <section className="running-column" lang={document.language} data-column={column}>
      <header>
        <b>{t(`rendering.${document.rendering}`)}</b>
        <PinBase document={document} base={column === 0} makeBase={makeBase} />
        <span className="column-title">{document.publisher || document.title}</span>
      </header>
      <div className="running-scroll" data-scroller data-column={column}>
        {paragraphs.map((sentences) => (
          <p key={sentences[0]?.start}>
            {sentences.map((own, at) => (
              // Arrow keys go from link to link.
              <Fragment key={own.start}>
                {text.slice(sentences[at - 1]?.end ?? own.start, own.start)}
                <span
                  className={classOf(own, current)}
                  data-row={own.row}
                  data-document={document.id}
                  data-start={own.start}
                  data-end={own.end}
                  title={own.moved ? t('compare.movedHint') : undefined}
                  onMouseEnter={() => point(own.row)}
                  onMouseLeave={() => point(null)}
                  onMouseUp={() => choose(own.row)}
                >
                  {cutAtMarks(own, passages?.within(own) ?? [], stretches[own.row]?.[column] ?? nothing).map(
                    (piece) => (
                      <CellPiece
                        key={piece.start}
                        piece={piece}
                        text={text}
                        active={active}
                        onMark={(id) => onMark(id, document.id, piece.start)}
                      />
                    )
                  )}
                </span>
              </Fragment>
            ))}
          </p>
        ))}
      </div>
    </section>
  )
})

function classOf({ row, moved, alone }: Sentence, current: number | null): string {
  return ['sentence', row === current && 'on', moved && 'moved', alone && 'alone'].filter(Boolean).join(' ')
}

/** The sentences of a column in the order of its text, by paragraph. */
function paragraphsOf(rows: readonly Row[], column: number, text: string): Sentence[][] {
  const sentences = rows
    .flatMap((row, at) =>
      (row.cells[column] ?? []).map(
        (each): Sentence => ({
          ...each,
          row: at,
          moved: row.moved[column] ?? false,
          alone: row.cells.every((cell, other) => other === column || cell.length === 0)
        })
      )
    )
    .sort((x, y) => x.start - y.start)
  const paragraphs: Sentence[][] = []
  sentences.forEach((own, at) => {
    const last = sentences[at - 1]
    const open = paragraphs.at(-1)
    if (!last || !open || text.slice(last.end, own.start).includes('\n')) paragraphs.push([own])
    else open.push(own)
  })
  return paragraphs
}
