import { useState } from 'react'
import type { Revision, VariorumDocument } from '../../shared/model/document'
import { useT } from '../state/i18n'
import { usePreferences } from '../state/preferences'
import { useProject } from '../state/project'
import { showError } from '../state/toasts'
import { useAnswer } from '../state/use-answer'
import { Dialog } from '../ui/Dialog'

/** The states that a text has been in, each to be read again. */
export function RevisionsDialog({ document, onClose }: { document: VariorumDocument; onClose: () => void }) {
  const t = useT()
  const { language } = usePreferences()
  const coders = useProject((project) => project.state.info.coders)
  const [chosen, setChosen] = useState<Revision | undefined>(
    document.revisions.at(-2) ?? document.revisions[0]
  )
  // The text of another state is never shown under the date of this one.
  const { answer: text } = useAnswer(
    'document.readRevision',
    chosen && { document: document.id, revision: chosen.text },
    { onError: showError }
  )
  const day = (time: string) =>
    new Date(time).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })
  const kept = text ? Object.keys(text.annotations).length : 0
  return (
    <Dialog title={t('revise.revisions')} closeLabel={t('common.close')} width="full" onClose={onClose}>
      <div className="revisions">
        <ol aria-label={t('revise.revisions')}>
          {document.revisions.toReversed().map((revision, index) => (
            <li key={`${revision.text} ${revision.made}`}>
              <button type="button" aria-pressed={revision === chosen} onClick={() => setChosen(revision)}>
                <b>{day(revision.made)}</b>
                <small>
                  {[
                    t(`revise.reason.${revision.reason}`),
                    revision.coder ? (coders[revision.coder]?.name ?? '') : '',
                    index === 0 ? t('revise.current') : ''
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </button>
            </li>
          ))}
        </ol>
        {text && chosen && (
          <article
            className="earlier-text"
            lang={document.language}
            tabIndex={0}
            aria-label={t('revise.readEarlier', { date: day(chosen.made) })}
          >
            {kept > 0 && chosen !== document.revisions.at(-1) && (
              <p className="panel-hint">{t('revise.kept', { count: kept })}</p>
            )}
            {text.blocks.map((block, index) => (
              // Blocks have no identity of their own; their order never changes here.
              <p key={keyOf(index)} className={block.kind === 'heading' ? 'heading' : ''}>
                {block.number !== null && <span className="number">{block.number}</span>}
                {block.text}
              </p>
            ))}
          </article>
        )}
      </div>
    </Dialog>
  )
}

function keyOf(index: number): string {
  return `block ${index}`
}
