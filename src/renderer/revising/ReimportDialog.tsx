import type { ReimportPlan } from '../../shared/ipc/answers'
import type { DocumentId } from '../../shared/model/ids'
import { call } from '../state/bridge'
import { useT } from '../state/i18n'
import { showError, showToast } from '../state/toasts'
import { Dialog } from '../ui/Dialog'
import { DialogActions } from '../ui/DialogActions'

const fates = ['exact', 'fuzzy', 'confirm', 'orphan'] as const

/** What a better file of a text would do to it and to its highlights, before it is taken. */
export function ReimportDialog({
  document,
  plan,
  onClose
}: {
  document: DocumentId
  plan: ReimportPlan
  onClose: () => void
}) {
  const t = useT()
  const take = async () => {
    const done = await call('document.reimport', document)
    if (!done.ok) return showError(done.error)
    const open = done.value.fate.confirm + done.value.fate.orphan
    showToast(open === 0 ? t('revise.done') : t('revise.doneOpen', { count: open }))
    onClose()
  }
  const { name, added, removed, fate } = plan
  return (
    <Dialog
      title={t('revise.reimport')}
      closeLabel={t('common.close')}
      onClose={onClose}
      actions={<DialogActions label={t('revise.take')} run={take} cancel={onClose} />}
    >
      <p>{t('revise.reimportLead', { name, added, removed })}</p>
      <p>{t('revise.fate')}</p>
      <dl className="fates">
        {fates.map((each) => (
          <div key={each} data-fate={each}>
            <dt>{fate[each]}</dt>
            <dd>{t(`revise.${each}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
