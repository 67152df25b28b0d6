import { useState } from 'react'
import type { DocumentId } from '../../shared/model/ids'
import { newId } from '../../shared/model/new-id'
import type { SimpleOperation } from '../../shared/operations/operation'
import { useT } from '../app/api/i18n'
import { go } from '../app/api/places'
import { change, useProject, useSlices } from '../app/api/project'
import { Dialog } from '../ui/Dialog'
import { DialogActions } from '../ui/DialogActions'
import { Field } from '../ui/Field'

/** What can be done with the selected texts: compare, gather as versions, take out of their work. */
export function SelectionActions({
  selected,
  clear
}: {
  selected: readonly DocumentId[]
  clear: () => void
}) {
  const t = useT()
  const documents = useProject((project) => project.state.documents)
  const [gathering, setGathering] = useState(false)
  if (selected.length === 0) return null
  const works = new Set(selected.map((id) => documents[id]?.work ?? null))
  const [work] = works
  const together = works.size === 1 && work !== null && work !== undefined
  const release = async () => {
    const operations: SimpleOperation[] = selected
      .filter((id) => documents[id]?.work != null)
      .map((id) => ({ type: 'document.update', id, patch: { work: null } }))
    if (operations.length > 0 && (await change({ type: 'batch', label: 'gather', operations }))) clear()
  }
  return (
    <div className="selection-actions">
      <span>{t('library.selected', { count: selected.length })}</span>
      {together && (
        <button type="button" className="button" onClick={() => go({ name: 'compare', work })}>
          {t('library.compare')}
        </button>
      )}
      {selected.length > 1 && !together && (
        <button type="button" className="button" onClick={() => setGathering(true)}>
          {t('library.gather')}
        </button>
      )}
      {[...works].some((each) => each !== null) && (
        <button type="button" className="button" onClick={() => void release()}>
          {t('library.release')}
        </button>
      )}
      {gathering && <GatherDialog selected={selected} onClose={() => setGathering(false)} onDone={clear} />}
    </div>
  )
}

function GatherDialog({
  selected,
  onClose,
  onDone
}: {
  selected: readonly DocumentId[]
  onClose: () => void
  onDone: () => void
}) {
  const t = useT()
  const { documents, works } = useSlices('documents', 'works')
  const known = selected.map((id) => documents[id]?.work ?? null).find((each) => each !== null) ?? null
  const [title, setTitle] = useState(
    known ? (works[known]?.title ?? '') : (documents[selected[0] ?? ('' as DocumentId)]?.title ?? '')
  )
  const gather = async () => {
    const id = known ?? newId.work()
    const operations: SimpleOperation[] = known
      ? works[known]?.title === title
        ? []
        : [{ type: 'work.update', id: known, patch: { title } }]
      : [{ type: 'work.add', work: { id, title } }]
    for (const document of selected)
      operations.push({ type: 'document.update', id: document, patch: { work: id } })
    if (!(await change({ type: 'batch', label: 'gather', operations }))) return
    onClose()
    onDone()
  }
  return (
    <Dialog
      title={t('library.gather').replace('…', '')}
      closeLabel={t('common.close')}
      onClose={onClose}
      actions={
        <DialogActions
          label={t('common.save')}
          disabled={title.trim() === ''}
          run={gather}
          cancel={onClose}
        />
      }
    >
      <p>{t('library.gatherLead')}</p>
      <ul className="plain-list">
        {selected.map((id) => (
          <li key={id}>{documents[id]?.title}</li>
        ))}
      </ul>
      <Field label={t('library.workTitle')}>
        <input value={title} onChange={(event) => setTitle(event.target.value)} />
      </Field>
    </Dialog>
  )
}
