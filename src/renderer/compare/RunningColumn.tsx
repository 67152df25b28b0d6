import { Fragment, memo, type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { Row } from '../../shared/alignment/versions'
import type { AnnotationIndex } from '../../shared/model/annotation-index'
import type { VariorumDocument } from '../../shared/model/document'
import type { AnnotationId, DocumentId } from '../../shared/model/ids'
import { useT } from '../state/i18n'
import { CellPiece } from './Cell'
import { cutAtMarks } from './cut-at-marks'
import type { Stretch } from './differences-in-row'
import { PinBase } from './PinBase'
import { paragraphsOf, type RunningSentence, tellPlaces } from './running-paragraphs'
import { useNear } from './use-near'

interface Props {
  readonly document: VariorumDocument
  readonly column: number
  readonly text: string
  readonly rows: readonly Row[]
  /** For each row its stretches in every column; empty where differences are not shown. */
  readonly stretches: readonly (readonly (readonly Stretch[])[])[]
  readonly names: readonly string[]
  readonly passages: AnnotationIndex | undefined
  readonly active: AnnotationId | null
  readonly current: number | null
  readonly makeBase: (id: DocumentId) => void
  readonly point: (row: number | null) => void
  readonly choose: (row: number) => void
  /** Leads to the columns that are not shown. */
  readonly turner: ReactNode
  readonly onMark: (annotation: AnnotationId, document: DocumentId, offset: number) => void
}

const nothing: readonly Stretch[] = []

/**
 * One version as a running text; each sentence knows the row of links that it stands in. Paragraphs that are out of sight
 * are drawn as their words alone, so that their height is known and nothing else of them has to be.
 */
export const RunningColumn = memo(function RunningColumn(props: Props) {
  const {
    document,
    column,
    text,
    rows,
    stretches,
    names,
    passages,
    active,
    current,
    makeBase,
    point,
    choose,
    turner,
    onMark
  } = props
  const t = useT()
  const paragraphs = useMemo(() => paragraphsOf(rows, column, text), [rows, column, text])
  const scroller = useRef<HTMLDivElement>(null)
  const near = useNear(paragraphs.length)
  useEffect(() => {
    if (scroller.current) tellPlaces(scroller.current, paragraphs)
  }, [paragraphs])
  return (
    <section className="running-column" lang={document.language} data-column={column}>
      <header>
        <b>{t(`rendering.${document.rendering}`)}</b>
        <PinBase document={document} base={column === 0} makeBase={makeBase} />
        {turner}
        <span className="column-title">{document.publisher || document.title}</span>
      </header>
      <div ref={scroller} className="running-scroll" data-scroller data-column={column}>
        {paragraphs.map((sentences, number) => (
          <p key={sentences[0]?.start} ref={near.watch} data-paragraph={number}>
            {near.has(number)
              ? sentences.map((own, at) => (
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
                      {cutAtMarks(
                        own,
                        passages?.within(own) ?? [],
                        stretches[own.row]?.[column] ?? nothing
                      ).map((piece) => (
                        <CellPiece
                          key={piece.start}
                          piece={piece}
                          text={text}
                          names={names}
                          active={active}
                          onMark={(id) => onMark(id, document.id, piece.start)}
                        />
                      ))}
                    </span>
                  </Fragment>
                ))
              : text.slice(sentences[0]?.start, sentences.at(-1)?.end)}
          </p>
        ))}
      </div>
    </section>
  )
})

function classOf({ row, moved, alone }: RunningSentence, current: number | null): string {
  return ['sentence', row === current && 'on', moved && 'moved', alone && 'alone'].filter(Boolean).join(' ')
}
