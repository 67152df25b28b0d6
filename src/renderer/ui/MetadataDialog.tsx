import { useState } from 'react'
import type { VariorumDocument } from '../../shared/model/document'
import { listChange, withListChange } from '../../shared/operations/list-changes'
import { sameValue } from '../../shared/operations/same-value'
import { useT } from '../state/i18n'
import { attemptEdit, currentProject } from '../state/project'
import { showError } from '../state/toasts'
import { AttributesField } from './AttributesField'
import { Dialog } from './Dialog'
import { DialogActions } from './DialogActions'
import { MetadataFields } from './MetadataFields'
import { fromDraft, metadataOf, rebased, toDraft } from './metadata-draft'
import { WorksField } from './WorksField'

/**
 * Everything known about a text, to be corrected. Where another window has changed the same field meanwhile nothing is
 * written: what was not touched here takes its new value, the rest stays as it was typed, and can be saved again.
 */
export function MetadataDialog({ document, onClose }: { document: VariorumDocument; onClose: () => void }) {
  const t = useT()
  const [seen, setSeen] = useState(document)
  const [draft, setDraft] = useState(() => toDraft(document))
  const [works, setWorks] = useState(document.works)
  const first = { draft: toDraft(seen), works: seen.works }
  const metadata = fromDraft(draft)
  const save = async () => {
    if (!metadata) return
    const wanted = { ...metadata, works }
    const done = await attemptEdit({
      type: 'document.facts',
      id: document.id,
      seen: metadataOf(seen),
      wanted
    })
    if (done.ok) return onClose()
    showError(done.error)
    const now = currentProject().state.documents[document.id]
    if (done.error.kind !== 'Conflict' || !now) return
    setDraft(rebased(draft, first.draft, toDraft(now)))
    setWorks(withListChange(now.works, listChange(seen.works, works)))
    setSeen(now)
  }
  return (
    <Dialog
      title={t('metadata.heading')}
      closeLabel={t('common.close')}
      width="wide"
      onClose={onClose}
      isDirty={!sameValue({ draft, works }, first)}
      actions={<DialogActions label={t('common.save')} disabled={!metadata} run={save} cancel={onClose} />}
    >
      <MetadataFields draft={draft} onChange={setDraft} />
      <AttributesField
        attributes={draft.attributes}
        change={(attributes) => setDraft({ ...draft, attributes })}
      />
      <WorksField own={works} change={setWorks} />
    </Dialog>
  )
}
