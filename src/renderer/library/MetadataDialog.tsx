import { useState } from 'react'
import type { VariorumDocument } from '../../shared/model/document'
import { sameValue } from '../../shared/operations/same-value'
import { useT } from '../app/api/i18n'
import { change } from '../app/api/project'
import { AttributesField } from '../ui/AttributesField'
import { Dialog } from '../ui/Dialog'
import { DialogActions } from '../ui/DialogActions'
import { fromDraft, MetadataFields, toDraft } from '../ui/MetadataFields'
import { WorksField } from './WorksField'

/** Everything known about a text, to be corrected. */
export function MetadataDialog({ document, onClose }: { document: VariorumDocument; onClose: () => void }) {
  const t = useT()
  const [draft, setDraft] = useState(() => toDraft(document))
  const [works, setWorks] = useState(document.works)
  const [first] = useState({ draft, works })
  const metadata = fromDraft(draft)
  const save = async () => {
    if (!metadata) return
    if (await change({ type: 'document.update', id: document.id, patch: { ...metadata, works } })) onClose()
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
