import { useMemo, useState } from 'react'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId, WorkId } from '../../shared/model/ids'
import { versionsOf } from '../../shared/model/versions'
import { sameValue } from '../../shared/operations/same-value'
import { call } from '../state/bridge'
import { useT } from '../state/i18n'
import { useSlices } from '../state/project'
import { showError } from '../state/toasts'
import { Dialog } from '../ui/Dialog'
import { DialogActions } from '../ui/DialogActions'
import { Field } from '../ui/Field'
import { AddText } from './AddText'
import { differentEvents } from './different-events'
import { type GatheredVersion, gathered, joined } from './set-versions'
import { VersionList } from './VersionList'

interface Props {
  /** The work to change; null for a new one. */
  readonly work: WorkId | null
  /** Texts that are to be among the versions. */
  readonly texts: readonly DocumentId[]
  readonly onClose: () => void
  readonly onDone?: () => void
}

/** Which texts are versions of one work, of what kind each is, in which order, and what the work is called. */
export function VersionsDialog({ work, texts, onClose, onDone }: Props) {
  const t = useT()
  const { documents, works } = useSlices('documents', 'works')
  const among = texts.flatMap((id) => documents[id] ?? [])
  const known = new Set(among.flatMap((each) => each.works))
  const drafted = (id: WorkId | null) => {
    const own = id === null ? undefined : works[id]
    const versions = own ? versionsOf(Object.values<VariorumDocument>(documents), own) : []
    return {
      id,
      title: own?.title ?? among[0]?.title ?? '',
      versions: joined(versions.map(gathered), among.map(gathered)) as readonly GatheredVersion[],
      seen: own ? { title: own.title, versions: versions.map(gathered) } : null
    }
  }
  const [draft, setDraft] = useState(() => drafted(work))
  const [first, setFirst] = useState(draft)
  const there = useMemo(() => new Set(draft.versions.map((each) => each.document)), [draft.versions])
  const events = differentEvents(draft.versions.flatMap((each) => documents[each.document] ?? []))
  const save = async (versions: readonly GatheredVersion[]) => {
    const done = await call('work.setVersions', {
      id: draft.id,
      title: draft.title.trim(),
      versions: [...versions],
      seen: draft.seen
    })
    if (!done.ok) return showError(done.error)
    onClose()
    onDone?.()
  }
  return (
    <Dialog
      title={t('work.heading')}
      closeLabel={t('common.close')}
      width="wide"
      onClose={onClose}
      isDirty={!sameValue(draft, first)}
      actions={
        <>
          {draft.id !== null && (
            <button type="button" className="button dissolve" onClick={() => void save([])}>
              {t('work.dissolve')}
            </button>
          )}
          <DialogActions
            label={t('common.save')}
            disabled={draft.title.trim() === '' || draft.versions.length === 0}
            run={() => save(draft.versions)}
            cancel={onClose}
          />
        </>
      }
    >
      {work === null && known.size > 0 && (
        <Field label={t('work.into')}>
          <select
            value={draft.id ?? ''}
            onChange={(event) => {
              const chosen = drafted((event.target.value || null) as WorkId | null)
              setDraft(chosen)
              setFirst(chosen)
            }}
          >
            <option value="">{t('work.new')}</option>
            {[...known].map((id) => (
              <option key={id} value={id}>
                {works[id]?.title}
              </option>
            ))}
          </select>
        </Field>
      )}
      <Field label={t('library.workTitle')}>
        <input value={draft.title} onChange={(event) => setDraft({ ...draft, title: event.target.value })} />
      </Field>
      <p className="lead">{t('work.lead')}</p>
      {events.length > 1 && (
        <p className="unlike" role="status">
          {t('comparing.differentEvents', { dates: events.join(', ') })}
        </p>
      )}
      <VersionList versions={draft.versions} change={(versions) => setDraft({ ...draft, versions })} />
      <AddText
        but={there}
        add={(id) => {
          const document = documents[id]
          if (document) setDraft({ ...draft, versions: joined(draft.versions, [gathered(document)]) })
        }}
      />
    </Dialog>
  )
}
