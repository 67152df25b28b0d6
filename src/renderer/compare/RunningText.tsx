import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Row } from '../../shared/alignment/versions'
import type { VariorumDocument } from '../../shared/model/document'
import type { AnnotationId, DocumentId } from '../../shared/model/ids'
import { type Command, useCommands } from '../app/api/commands'
import { useT } from '../app/api/i18n'
import { useProject } from '../app/api/project'
import { showSurface, useSurface } from '../app/api/surface'
import { Connectors } from './Connectors'
import type { ColumnText } from './differences-in-row'
import { RunningColumn } from './RunningColumn'
import { compareSurface, passageOfSelection } from './surface'
import { useScrolledTogether } from './use-scrolled-together'

interface Props {
  readonly shown: readonly VariorumDocument[]
  readonly rows: readonly Row[]
  readonly from: number
  readonly makeBase: (id: DocumentId) => void
  readonly told: (row: number) => void
}

/** The versions as running texts beside each other: they scroll together, and linked sentences light up together. */
export function RunningText({ shown, rows, from, makeBase, told }: Props) {
  const t = useT()
  const frame = useRef<HTMLDivElement>(null)
  const texts = useProject((project) => project.texts)
  const passages = useProject((project) => project.passages)
  const active = useSurface((state) => state.active)
  const [row, setRow] = useState<number | null>(null)
  const ids = useMemo(() => shown.map((each) => each.id), [shown])
  const columns = useMemo(
    () =>
      shown.map(
        (each): ColumnText => ({
          text: texts[each.id]?.text ?? '',
          language: each.language,
          source: each.rendering === 'source'
        })
      ),
    [shown, texts]
  )
  const bring = useScrolledTogether(frame)
  useEffect(() => told(row ?? 0), [told, row])
  useEffect(() => {
    if (!frame.current) return
    const hide = showSurface(compareSurface(frame.current, ids, () => {}))
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
  const commands = useMemo<Command[]>(() => {
    const move = (key: string, step: number): Command => ({
      id: 'caret.move',
      hidden: true,
      keys: [key],
      when: () => document.activeElement === frame.current || document.activeElement === document.body,
      run: () => {
        const next = Math.max(0, Math.min(rows.length - 1, (row ?? -step) + step))
        setRow(next)
        bring(next)
      }
    })
    return [move('ArrowDown', 1), move('ArrowUp', -1)]
  }, [rows.length, row, bring])
  useCommands(commands)
  const point = useCallback((at: number | null) => {
    for (const each of frame.current?.querySelectorAll('.sentence.lit') ?? []) each.classList.remove('lit')
    if (at === null) return
    for (const each of frame.current?.querySelectorAll(`.sentence[data-row="${at}"]`) ?? [])
      each.classList.add('lit')
  }, [])
  const choose = useCallback(
    (at: number) => {
      setRow(at)
      if (window.getSelection()?.isCollapsed !== false) bring(at)
    },
    [bring]
  )
  const onMark = useCallback((annotation: AnnotationId, document: DocumentId, offset: number) => {
    if (window.getSelection()?.isCollapsed === false) return
    useSurface.setState({ active: annotation, caret: { document, offset } })
  }, [])
  return (
    <div
      ref={frame}
      className={`running columns-${shown.length}`}
      tabIndex={0}
      role="group"
      aria-label={t('compare.table')}
    >
      {shown.map((document, column) => (
        <RunningColumn
          key={document.id}
          document={document}
          column={column}
          columns={columns}
          rows={rows}
          from={from}
          passages={passages[document.id]}
          active={active}
          current={row}
          makeBase={makeBase}
          point={point}
          choose={choose}
          onMark={onMark}
        />
      ))}
      <Connectors frame={frame} rows={rows} current={row} />
    </div>
  )
}
