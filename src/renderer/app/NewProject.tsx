import { useState } from 'react'
import { Dialog } from '../ui/Dialog'
import { Field } from '../ui/Field'
import { call } from './api/bridge'
import { useT } from './api/i18n'
import { showError } from './api/toasts'

export function NewProject({ onClose }: { onClose: () => void }) {
  const t = useT()
  const [name, setName] = useState('')
  const create = async () => {
    const made = await call('project.new', { name: name.trim() })
    if (!made.ok) return showError(made.error)
    if (made.value) onClose()
  }
  return (
    <Dialog
      title={t('start.newName')}
      closeLabel={t('common.close')}
      onClose={onClose}
      actions={
        <button
          type="button"
          className="button primary"
          disabled={name.trim() === ''}
          onClick={() => void create()}
        >
          {t('start.chooseFolder')}
        </button>
      }
    >
      <Field label={t('start.newName')}>
        <input value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
    </Dialog>
  )
}
