import { useEffect, useState } from 'react'
import { currentText } from '../../shared/model/current-text'
import type { AnnotationId, DocumentId } from '../../shared/model/ids'
import { AnnotatingLayer } from '../annotating/AnnotatingLayer'
import { call } from '../app/api/bridge'
import { showDocument, useProject } from '../app/api/project'
import { RevisingLayer } from '../revising/RevisingLayer'
import { DocumentMeta } from './DocumentMeta'
import { TextColumn } from './TextColumn'

export interface ReaderProps {
  readonly document: DocumentId
  readonly at?: number
  readonly end?: number
  readonly annotation?: AnnotationId
}

/** One text for reading and annotating. */
export function Reader({ document: id, at, end, annotation }: ReaderProps) {
  const document = useProject((project) => project.state.documents[id])
  const text = useProject((project) => project.texts[id])
  const [ready, setReady] = useState(false)
  const revision = document ? currentText(document) : null
  useEffect(() => {
    if (revision === null) return
    let current = true
    void showDocument(id).then((shown) => current && setReady(shown))
    return () => {
      current = false
      void call('document.release', id)
    }
  }, [id, revision])
  // A text that has just got a new revision is fetched first: the highlights belong to the new one.
  if (!document || !text || !ready || text.revision !== revision)
    return <div className="page" data-scroller aria-busy="true" />
  return (
    <>
      <div className="page" data-scroller>
        <article className="sheet">
          <DocumentMeta document={document} />
          <TextColumn
            key={revision}
            document={document}
            text={text}
            at={at}
            end={end}
            annotation={annotation}
          />
        </article>
      </div>
      <AnnotatingLayer />
      <RevisingLayer document={document} />
    </>
  )
}
