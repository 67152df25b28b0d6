import { useCallback, useEffect, useRef, useState } from 'react'
import { currentText } from '../../shared/model/current-text'
import type { AnnotationId, DocumentId } from '../../shared/model/ids'
import { AnnotatingLayer } from '../annotating/AnnotatingLayer'
import { RevisingLayer } from '../revising/RevisingLayer'
import { useFinding } from '../state/finding'
import { releaseDocument, showDocument, useProject } from '../state/project'
import { type Passage, useSurface } from '../state/surface'
import { useUiState } from '../state/ui-state'
import { DocumentMeta } from './DocumentMeta'
import { FindBar } from './FindBar'
import { GoToDialog } from './GoToDialog'
import { passageHere, Renderings } from './Renderings'
import { TextColumn } from './TextColumn'
import { useReadingCommands } from './use-reading-commands'

export interface ReaderProps {
  readonly document: DocumentId
  readonly at?: number
  readonly end?: number
  readonly annotation?: AnnotationId
  readonly visit: object
}

/** One text for reading and annotating. */
export function Reader({ document: id, at: wanted, end, annotation, visit }: ReaderProps) {
  const document = useProject((project) => project.state.documents[id])
  const text = useProject((project) => project.texts[id])
  const [remembered] = useState(() => useUiState.getState().places[id])
  const at = wanted ?? (annotation === undefined ? remembered : undefined)
  const [goingTo, setGoingTo] = useState(false)
  const finding = useFinding((state) => state.open)
  const [elsewhere, setElsewhere] = useState<Passage | null>(null)
  const showElsewhere = useCallback(() => setElsewhere(passageHere()), [])
  const hideElsewhere = useCallback(() => setElsewhere(null), [])
  useReadingCommands(
    useCallback(() => setGoingTo(true), []),
    showElsewhere
  )
  useEffect(() => () => useFinding.setState({ open: false }), [])
  const [ready, setReady] = useState(false)
  const caret = useRef<number | undefined>(undefined)
  const [first] = useState(document ? currentText(document) : null)
  const revision = document ? currentText(document) : null
  useEffect(() => {
    if (revision === null) return
    let current = true
    void showDocument(id).then((shown) => current && setReady(shown))
    return () => {
      current = false
      releaseDocument(id)
    }
  }, [id, revision])
  // A text that has just got a new revision is fetched first: the highlights belong to the new one.
  useEffect(
    () =>
      useSurface.subscribe(({ caret: now }) => {
        if (now?.document === id) caret.current = now.offset
      }),
    [id]
  )
  // In a new revision the reader stays where the caret was.
  const place =
    revision === first
      ? { at, end, annotation }
      : { at: caret.current, end: undefined, annotation: undefined }
  if (!document || !text || !ready || text.revision !== revision)
    return <div className="page" data-scroller aria-busy="true" />
  return (
    <>
      {finding && <FindBar document={id} />}
      {goingTo && <GoToDialog document={id} onClose={() => setGoingTo(false)} />}
      <div className="page reader-page" data-scroller>
        <article className="sheet">
          <DocumentMeta document={document} />
          <TextColumn key={revision} document={document} text={text} {...place} visit={visit} />
        </article>
      </div>
      <AnnotatingLayer />
      <RevisingLayer document={document} />
      {elsewhere && <Renderings passage={elsewhere} onClose={hideElsewhere} />}
    </>
  )
}
