import { useState } from 'react'
import { call } from '../state/bridge'
import { useT } from '../state/i18n'
import { showError } from '../state/toasts'
import { Dialog } from '../ui/Dialog'
import { DialogActions } from '../ui/DialogActions'

/** Makes the sample corpus anew as another project, coded or not. */
export function FreshSample({ onClose }: { onClose: () => void }) {
  const t = useT()
  const [coded, setCoded] = useState(true)
  const open = async () => {
    const opened = await call('project.freshSample', { coded })
    if (opened.ok) onClose()
    else showError(opened.error)
  }
  return (
    <Dialog
      title={t('freshSample.heading')}
      closeLabel={t('common.close')}
      onClose={onClose}
      actions={<DialogActions label={t('freshSample.open')} run={open} cancel={onClose} />}
    >
      <p>{t('freshSample.lead')}</p>
      <fieldset className="radio-list">
        <legend className="visually-hidden">{t('freshSample.heading')}</legend>
        {([true, false] as const).map((each) => (
          <label key={String(each)} className="check-label">
            <input
              type="radio"
              name="sample-coding"
              checked={each === coded}
              onChange={() => setCoded(each)}
            />
            {t(each ? 'freshSample.coded' : 'freshSample.uncoded')}
          </label>
        ))}
      </fieldset>
    </Dialog>
  )
}
