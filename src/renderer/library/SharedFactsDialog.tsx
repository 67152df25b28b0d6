import { useState } from 'react'
import type { DocumentId } from '../../shared/model/ids'
import { useT } from '../state/i18n'
import { attemptEdit, currentProject, useProject } from '../state/project'
import { showError } from '../state/toasts'
import { showUndoableToast } from '../state/undoing'
import { AttributesField } from '../ui/AttributesField'
import { Dialog } from '../ui/Dialog'
import { DialogActions } from '../ui/DialogActions'
import { Field } from '../ui/Field'
import { renderings } from '../ui/MetadataFields'
import {
  commonValue,
  faultyShared,
  nothingShared,
  type SharedField,
  seenIn,
  sharedFields,
  sharedPatch
} from './shared-facts'

interface Props {
  readonly documents: readonly DocumentId[]
  readonly onClose: () => void
}

/** Says the same of several texts at once, as one change. What is not touched stays as it is in each of them. */
export function SharedFactsDialog({ documents: ids, onClose }: Props) {
  const t = useT()
  const known = useProject((project) => project.state.documents)
  const [draft, setDraft] = useState(nothingShared)
  // As they were when the dialog was opened: what others change meanwhile is refused, not written over.
  const [texts] = useState(() => ids.flatMap((id) => known[id] ?? []))
  const faulty = faultyShared(draft)
  const patch = sharedPatch(draft)
  const save = async () => {
    if (!patch) return
    const now = currentProject().state.documents
    const there = texts.filter(({ id }) => now[id])
    const seen = there.map((each) => ({ ...seenIn(each, patch), id: each.id }))
    const done = await attemptEdit({ type: 'documents.facts', seen, patch })
    if (!done.ok) return showError(done.error)
    onClose()
    showUndoableToast(t('library.factsSet', { count: there.length }))
  }
  const set = (field: SharedField, typed: string) =>
    setDraft({ ...draft, fields: { ...draft.fields, [field]: typed } })
  const common = (field: SharedField) => commonValue(texts, field)
  const about = (field: SharedField) => {
    const isTouched = draft.fields[field] !== undefined
    const isFaulty = faulty.includes(field)
    const problem =
      field === 'language'
        ? t('metadata.languageWrong')
        : field === 'published' || field === 'event'
          ? t('metadata.dateWrong')
          : t('library.tooLong')
    return {
      ...(isFaulty ? { error: problem } : {}),
      ...(isTouched && !isFaulty ? { hint: t('library.willBeSet', { count: texts.length }) } : {})
    }
  }
  const input = (field: Exclude<SharedField, 'rendering'>) => (
    <Field key={field} label={t(`metadata.${field}`)} {...about(field)}>
      <input
        name={field}
        value={draft.fields[field] ?? common(field) ?? ''}
        placeholder={common(field) === null ? t('library.several') : ''}
        onChange={(event) => set(field, event.target.value)}
      />
    </Field>
  )
  return (
    <Dialog
      title={t('library.setFacts', { count: texts.length })}
      closeLabel={t('common.close')}
      width="wide"
      onClose={onClose}
      isDirty={patch !== null || faulty.length > 0}
      actions={
        <DialogActions label={t('common.save')} disabled={patch === null} run={save} cancel={onClose} />
      }
    >
      <p className="panel-hint">{t('library.setFactsLead')}</p>
      <div className="metadata-fields">
        <Field label={t('metadata.rendering')} {...about('rendering')}>
          <select
            name="rendering"
            value={draft.fields.rendering ?? common('rendering') ?? ''}
            onChange={(event) => event.target.value !== '' && set('rendering', event.target.value)}
          >
            {common('rendering') === null && <option value="">{t('library.several')}</option>}
            {renderings.map((each) => (
              <option key={each} value={each}>
                {t(`rendering.${each}`)}
              </option>
            ))}
          </select>
        </Field>
        {sharedFields.flatMap((field) => (field === 'rendering' ? [] : input(field)))}
      </div>
      <AttributesField
        attributes={draft.attributes}
        change={(attributes) => setDraft({ ...draft, attributes })}
      />
    </Dialog>
  )
}
