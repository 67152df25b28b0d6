import { Pin, PinOff } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Row } from '../../shared/alignment/versions'
import type { VariorumDocument } from '../../shared/model/document'
import type { AnnotationId, DocumentId } from '../../shared/model/ids'
import { useT } from '../app/api/i18n'
import { go } from '../app/api/places'
import { useProject } from '../app/api/project'
import { showSurface, useSurface } from '../app/api/surface'
import { Cell } from './Cell'
import { compareSurface, passageOfSelection } from './surface'
import { useCellCommands } from './use-cell-commands'

interface Props {
  readonly shown: readonly VariorumDocument[]
  readonly rows: readonly Row[]
  readonly makeBase: (id: DocumentId) => void
}

/** The table of a comparison: a column a version, a row a link between sentences. */
export function CompareTable({ shown, rows, makeBase }: Props) {
  const t = useT()
  const frame = useRef<HTMLDivElement>(null)
  const texts = useProject((project) => project.texts)
  const passages = useProject((project) => project.passages)
  const active = useSurface((state) => state.active)
  const [row, setRow] = useState(0)
  const ids = useMemo(() => shown.map((each) => each.id), [shown])

  useEffect(() => {
    if (!frame.current) return
    const hide = showSurface(compareSurface(frame.current, ids))
    frame.current.focus({ preventScroll: true })
    return hide
  }, [ids])
  useEffect(() => {
    const read = () => {
      const passage = passageOfSelection()
      if (passage === undefined) return
      useSurface.setState(
        passage
          ? { selection: passage, caret: { document: passage.document, offset: passage.start }, active: null }
          : { selection: null }
      )
    }
    document.addEventListener('selectionchange', read)
    return () => document.removeEventListener('selectionchange', read)
  }, [])
  useCellCommands(frame, ids, rows, row, setRow)

  const onMark = useCallback((annotation: AnnotationId, document: DocumentId, offset: number) => {
    if (window.getSelection()?.isCollapsed === false) return
    useSurface.setState({ active: annotation, caret: { document, offset } })
  }, [])
  const columns = { gridTemplateColumns: `30px repeat(${shown.length}, minmax(0, 1fr)) 26px` }
  return (
    <div
      ref={frame}
      className={`compare columns-${shown.length}`}
      data-scroller
      tabIndex={0}
      role="table"
      aria-label={t('compare.table')}
      aria-rowcount={rows.length + 1}
    >
      <div className="compare-head" style={columns} role="row">
        <span role="columnheader" aria-label="№" />
        {shown.map((document, index) => (
          <span key={document.id} role="columnheader">
            <b>{t(`rendering.${document.rendering}`)}</b>
            {index === 0 ? (
              <span className="pin base-mark" title={t('compare.base')}>
                <Pin size={12} aria-label={t('compare.base')} />
              </span>
            ) : (
              <button
                type="button"
                className="icon-button pin"
                onClick={() => makeBase(document.id)}
                aria-label={t('compare.makeBase', { title: document.title })}
                title={t('compare.makeBase', { title: document.title })}
              >
                <PinOff size={12} aria-hidden />
              </button>
            )}
            <button
              type="button"
              className="column-title"
              title={t('compare.openInReader')}
              onClick={() => go({ name: 'reader', document: document.id })}
            >
              {[document.publisher || document.title, document.published?.date].filter(Boolean).join(' · ')}
            </button>
          </span>
        ))}
        <span role="columnheader" aria-label={t('compare.sure', { percent: '' })} />
      </div>
      {rows.map((each, index) => {
        const known = each.confidence.filter((value) => value !== null)
        const least = known.length === 0 ? null : Math.min(...known)
        return (
          <div
            key={rowKey(each)}
            className={index === row ? 'compare-row on' : 'compare-row'}
            style={columns}
            role="row"
            data-row={index}
            aria-rowindex={index + 2}
            onMouseDown={() => setRow(index)}
          >
            <span role="rowheader">{index + 1}</span>
            {shown.map((document, column) => (
              <Cell
                key={document.id}
                document={document}
                spans={each.cells[column] ?? []}
                text={texts[document.id]?.text ?? ''}
                passages={passages[document.id]}
                active={active}
                leftOut={t('compare.leftOut')}
                onMark={onMark}
              />
            ))}
            {least === null ? (
              <span role="cell" />
            ) : (
              <Confidence
                value={least}
                label={t('compare.confidence', { percent: Math.round(least * 100) })}
              />
            )}
          </div>
        )
      })}
    </div>
  )
}

/** How sure the links of a row are: a quiet bar, full when certain. */
function Confidence({ value, label }: { value: number; label: string }) {
  return (
    <span role="cell" className={value < 0.6 ? 'confidence doubtful' : 'confidence'} title={label}>
      <i style={{ '--v': `${Math.round(value * 100)}%` } as React.CSSProperties} />
      <span className="visually-hidden">{label}</span>
    </span>
  )
}

/** A row is named by where its cells begin. */
function rowKey({ cells }: Row): string {
  return cells.map((spans) => spans[0]?.start ?? '').join(' ')
}
