import { useState } from 'react'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId } from '../../shared/model/ids'
import { useT } from '../state/i18n'
import { useSlices } from '../state/project'
import { Dialog } from '../ui/Dialog'
import { MetadataDialog } from '../ui/MetadataDialog'
import { lacksOf } from './excerpt-facts'

/** Says what the citations lack, and leads to where it is put right. */
export function MissingFacts({ documents: ids }: { documents: readonly DocumentId[] }) {
  const t = useT()
  const { documents } = useSlices('documents')
  const [looking, setLooking] = useState(false)
  const [editing, setEditing] = useState<DocumentId | null>(null)
  const found = ids.flatMap((id) => {
    const document: VariorumDocument | undefined = documents[id]
    const lacks = document ? lacksOf(document) : null
    return document && lacks ? [{ document, lacks }] : []
  })
  const dates = found.filter(({ lacks }) => lacks.date).length
  const authors = found.filter(({ lacks }) => lacks.author).length
  const edited = editing === null ? undefined : documents[editing]
  return (
    <>
      {found.length > 0 && (
        <p className="export-lacks">
          {[
            ...(dates > 0 ? [t('export.noDate', { count: dates })] : []),
            ...(authors > 0 ? [t('export.noAuthor', { count: authors })] : [])
          ].join(' ')}{' '}
          {t('export.lacksSaid')}{' '}
          <button type="button" className="link" onClick={() => setLooking(true)}>
            {t('export.lookOver')}
          </button>
        </p>
      )}
      {looking && !edited && (
        <Dialog
          title={t('export.lacksHeading')}
          closeLabel={t('common.close')}
          onClose={() => setLooking(false)}
        >
          {found.length === 0 ? (
            <p>{t('export.lacksNothing')}</p>
          ) : (
            <ul className="export-lacking">
              {found.map(({ document, lacks }) => (
                <li key={document.id}>
                  <button type="button" onClick={() => setEditing(document.id)}>
                    <span>{document.title}</span>
                    <small>
                      {[lacks.date && t('export.lacksDate'), lacks.author && t('export.lacksAuthor')]
                        .filter(Boolean)
                        .join(' · ')}
                    </small>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </Dialog>
      )}
      {edited && <MetadataDialog document={edited} onClose={() => setEditing(null)} />}
    </>
  )
}
