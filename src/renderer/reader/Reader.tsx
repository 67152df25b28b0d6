import { useEffect, useState } from 'react'
import type { AnnotationId, DocumentId } from '../../shared/model/ids'
import { AnnotatingLayer } from '../annotating/AnnotatingLayer'
import { call } from '../app/api/bridge'
import { showDocument, useProject } from '../app/api/project'
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
  useEffect(() => {
    let current = true
    void showDocument(id).then((shown) => current && setReady(shown))
    return () => {
      current = false
      void call('document.release', id)
    }
  }, [id])
  if (!document || !text || !ready) return <div className="page" data-scroller aria-busy="true" />
  return (
    <>
      <div className="page" data-scroller>
        <article className="sheet">
          <DocumentMeta document={document} />
          <TextColumn
            key={document.revisions.length}
            document={document}
            text={text}
            at={at}
            end={end}
            annotation={annotation}
          />
        </article>
      </div>
      <AnnotatingLayer />
    </>
  )
}
