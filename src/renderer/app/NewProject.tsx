import { useId, useState } from 'react'
import { call } from '../state/bridge'
import { useT } from '../state/i18n'
import { showError } from '../state/toasts'
import { Dialog } from '../ui/Dialog'
import { Field } from '../ui/Field'

/** Asks for the name of a new project, then for the folder in which its own is made. */
export function NewProject({ onClose }: { onClose: () => void }) {
  const t = useT()
  const form = useId()
  const [name, setName] = useState('')
  const create = async () => {
    const made = await call('project.new', { name: name.trim() })
    if (!made.ok) return showError(made.error)
    if (made.value) onClose()
  }
  return (
    <Dialog
      title={t('start.newProject')}
      closeLabel={t('common.close')}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="submit" form={form} className="button primary" disabled={name.trim() === ''}>
            {t('start.choosePlace')}
          </button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') void create()
        }}
      >
        <Field label={t('start.name')} hint={t('start.placeHint')}>
          <input autoFocus value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  )
}
