import { useEffect, useMemo, useRef, useState } from 'react'
import type { VariorumDocument } from '../../shared/model/document'
import type { AnnotationId } from '../../shared/model/ids'
import { LazyMap } from '../../shared/model/lazy-map'
import { span } from '../../shared/model/span'
import { activate } from '../annotating/active'
import { chooseAmong } from '../annotating/passage-actions'
import { shownAnnotation } from '../annotating/target'
import { TextView } from '../editor/text-view'
import { call } from '../state/bridge'
import { i18n, useT } from '../state/i18n'
import { currentProject, type ShownText } from '../state/project'
import {
  chooseAnnotation,
  moveCaret,
  type Passage,
  releaseSelection,
  type Surface,
  showSurface,
  useSurface
} from '../state/surface'
import { showToast } from '../state/toasts'
import { Finding } from './Finding'
import { FormulaMarks } from './FormulaMarks'
import { Handles } from './Handles'
import { MarginBars } from './MarginBars'
import { marksOf } from './mark-news'
import { Rail } from './Rail'
import { RecycledSigns } from './RecycledSigns'
import { useCaretCommands } from './use-caret-commands'
import { type ShownView, useMarks } from './use-marks'
import { useReadingPlace } from './use-reading-place'
import { useTopLine } from './use-top-line'
import { useMeasuredVisibleRange } from './visible-range'

interface Props {
  readonly document: VariorumDocument
  readonly text: ShownText
  readonly at: number | undefined
  readonly end: number | undefined
  readonly annotation: AnnotationId | undefined
  /** The coming here: the same place again is another visit. */
  readonly visit: object
}

/** The column of text: the ProseMirror view, its highlights, the caret's keys, the lanes in the margin. */
export function TextColumn({ document, text, at, end, annotation, visit }: Props) {
  const t = useT()
  const mount = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState<ShownView | null>(null)
  const view = shown?.view ?? null
  const { id, furniture } = document
  const first = useRef({ furniture, near: at ?? 0 })
  const label = t('reader.label', { title: document.title })

  useEffect(() => {
    if (!mount.current) return
    const own = currentProject().passages[id]
    const made = new TextView(mount.current, {
      content: text.content,
      walk: text,
      furniture: first.current.furniture,
      marks: marksOf(own),
      near: first.current.near,
      onSelection: (anchor, head) => showSelection(id, anchor, head),
      onPress: releaseSelection,
      onClick: (ids, offset) => clickedMarks(id, ids, offset),
      onLink: (address) => void copyAddress(address)
    })
    const hide = showSurface(surfaceOf(made, id))
    made.focus()
    setShown({ view: made, passages: own?.passages ?? LazyMap.empty() })
    return () => {
      hide()
      made.destroy()
      setShown(null)
    }
  }, [id, text])

  useEffect(() => {
    if (!view) return
    const found = annotation === undefined ? null : shownAnnotation(annotation)
    if (found) activate(found)
    else if (at !== undefined && visit) {
      view.reveal(at)
      view.select(at, end ?? at)
    }
  }, [view, at, end, annotation, visit])

  useEffect(() => view?.setLabel(label), [view, label])
  useEffect(() => view?.furnish(new Set(furniture)), [view, furniture])
  useMarks(shown, id)
  useCaretCommands(view, text)
  useMeasuredVisibleRange(view)
  useReadingPlace(view, id)
  useTopLine(view)
  const beside = useMemo(
    () =>
      view && (
        <>
          <MarginBars view={view} document={id} />
          <Handles view={view} />
          <Finding view={view} document={id} />
          <FormulaMarks view={view} document={id} />
          <RecycledSigns view={view} document={id} />
        </>
      ),
    [view, id]
  )
  return (
    <div className="text-frame">
      <div ref={mount} className="text-mount" />
      {beside}
      {view && <Rail view={view} document={id} />}
    </div>
  )
}

function surfaceOf(view: TextView, id: Passage['document']): Surface {
  return {
    documents: [id],
    select: ({ start, end }) => view.select(start, end),
    clear: () => view.select(view.selected.head, view.selected.head),
    placeCaret: ({ offset }) => view.select(offset, offset),
    caretAt: (x, y) => {
      const offset = view.geometry.offsetAt(x, y)
      return offset === null ? null : { document: id, offset }
    },
    reveal: ({ start }) => view.reveal(start, 'asNeeded'),
    boxOf: (passage) => view.geometry.boxOf(passage),
    rangeOf: (passage) => view.geometry.rangeOf(passage),
    focus: () => view.focus(),
    hasFocus: () => view.element.contains(globalThis.document.activeElement)
  }
}

function showSelection(id: Passage['document'], anchor: number, head: number): void {
  const selected =
    anchor === head ? null : { document: id, ...span(Math.min(anchor, head), Math.max(anchor, head)) }
  moveCaret({ document: id, offset: head }, selected)
}

/** The desk is offline: where a text links to is taken along, never gone to. */
async function copyAddress(address: string): Promise<void> {
  const written = await call('clipboard.write', address)
  if (written.ok) showToast(i18n.t('reader.addressCopied', { address }))
}

/** A click takes the shortest highlight there; on the one that was chosen it goes on to the next longer, and round again. */
function clickedMarks(id: Passage['document'], ids: readonly string[], offset: number): void {
  const { choice } = useSurface.getState()
  const chosen = choice.kind === 'annotation' ? choice.id : null
  const here = (currentProject().passages[id]?.at(offset) ?? []).filter((each) => ids.includes(each.id))
  const next = here[(here.findIndex((each) => each.id === chosen) + 1) % Math.max(1, here.length)]
  if (next) chooseAnnotation(next.id)
  chooseAmong(here)
}
