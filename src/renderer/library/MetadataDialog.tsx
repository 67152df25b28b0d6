import { useState } from 'react'
import type { VariorumDocument } from '../../shared/model/document'
import type { WorkId } from '../../shared/model/ids'
import type { Work } from '../../shared/model/work'
import { useT } from '../app/api/i18n'
import { change, useProject } from '../app/api/project'
import { Dialog } from '../ui/Dialog'
import { DialogActions } from '../ui/DialogActions'
import { Field } from '../ui/Field'
import { fromDraft, MetadataFields, toDraft } from '../ui/MetadataFields'

/** Everything known about a text, to be corrected. */
export function MetadataDialog({ document, onClose }: { document: VariorumDocument; onClose: () => void }) {
  const t = useT()
  const works = useProject((project) => project.state.works)
  const [draft, setDraft] = useState(() => toDraft(document))
  const [work, setWork] = useState<WorkId | ''>(document.work ?? '')
  const metadata = fromDraft(draft)
  const save = async () => {
    if (!metadata) return
    const done = await change({
      type: 'document.update',
      id: document.id,
      patch: { ...metadata, work: work || null }
    })
    if (done) onClose()
  }
  return (
    <Dialog
      title={t('metadata.heading')}
      closeLabel={t('common.close')}
      width="wide"
      onClose={onClose}
      actions={<DialogActions label={t('common.save')} disabled={!metadata} run={save} cancel={onClose} />}
    >
      <MetadataFields draft={draft} onChange={setDraft} />
      <Field label={t('metadata.work')}>
        <select value={work} onChange={(event) => setWork(event.target.value as WorkId | '')}>
          <option value="">{t('metadata.noWork')}</option>
          {Object.values<Work>(works)
            .sort((a, b) => a.title.localeCompare(b.title))
            .map((each) => (
              <option key={each.id} value={each.id}>
                {each.title}
              </option>
            ))}
        </select>
      </Field>
    </Dialog>
  )
}
