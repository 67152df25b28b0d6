import { useState } from 'react'
import type { ContentHash, DocumentId } from '../../shared/model/ids'
import type { Block } from '../../shared/model/text-content'
import { call } from '../state/bridge'
import { useT } from '../state/i18n'
import { showError, showToast } from '../state/toasts'
import { Dialog } from '../ui/Dialog'
import { DialogActions } from '../ui/DialogActions'
import { Field } from '../ui/Field'

/** Corrects one paragraph: the text gets a new revision, in which the highlights are found again. */
export function CorrectDialog({
  document,
  revision,
  index,
  block,
  onClose
}: {
  document: DocumentId
  /** The state of the text that is corrected. */
  revision: ContentHash
  index: number
  block: Block
  onClose: () => void
}) {
  const t = useT()
  const [text, setText] = useState(block.text)
  const save = async () => {
    const done = await call('document.correct', { document, revision, block: index, text: text.trim() })
    if (!done.ok) return showError(done.error)
    const { confirm, orphan } = done.value.fate
    const open = confirm + orphan
    showToast(open === 0 ? t('revise.done') : t('revise.doneOpen', { count: open }))
    onClose()
  }
  const title = block.number === null ? t('revise.correctPlain') : t('revise.correct', { n: block.number })
  return (
    <Dialog
      title={title}
      closeLabel={t('common.close')}
      width="wide"
      onClose={onClose}
      isDirty={text.trim() !== block.text.trim()}
      actions={
        <DialogActions
          label={t('common.save')}
          disabled={text.trim() === '' || text.trim() === block.text}
          run={save}
          cancel={onClose}
        />
      }
    >
      <p className="panel-hint">{t('revise.correctLead')}</p>
      <Field label={t('revise.paragraph')}>
        <textarea
          className="correct-text"
          autoFocus
          rows={Math.min(14, 3 + Math.ceil(block.text.length / 80))}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
    </Dialog>
  )
}
