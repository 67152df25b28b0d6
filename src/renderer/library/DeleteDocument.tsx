import type { VariorumDocument } from '../../shared/model/document'
import { call } from '../state/bridge'
import { useT } from '../state/i18n'
import { useProject } from '../state/project'
import { showError } from '../state/toasts'
import { Dialog } from '../ui/Dialog'
import { DialogActions } from '../ui/DialogActions'

/** Says how much goes with a text before it is deleted. */
export function DeleteDocument({ document, onClose }: { document: VariorumDocument; onClose: () => void }) {
  const t = useT()
  const count = useProject((project) => project.counts.documents[document.id] ?? 0)
  const remove = async () => {
    const done = await call('project.removeDocument', document.id)
    if (done.ok) onClose()
    else showError(done.error)
  }
  return (
    <Dialog
      title={t('library.deleteTitle', { title: document.title })}
      closeLabel={t('common.close')}
      onClose={onClose}
      actions={<DialogActions label={t('common.delete')} kind="danger" run={remove} cancel={onClose} />}
    >
      <p>{count === 0 ? t('library.deleteTextAlone') : t('library.deleteText', { count })}</p>
    </Dialog>
  )
}
