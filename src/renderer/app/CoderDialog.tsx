import { useState } from 'react'
import type { CoderId } from '../../shared/model/ids'
import { newId } from '../../shared/model/new-id'
import { coderColours } from '../../shared/model/palette'
import type { Coder } from '../../shared/model/project'
import { call } from '../state/bridge'
import { useT } from '../state/i18n'
import { change, useProject } from '../state/project'
import { showError } from '../state/toasts'
import { Dialog } from '../ui/Dialog'
import { DraftNote } from '../ui/DraftNote'
import { Field } from '../ui/Field'
import { Swatches } from '../ui/Swatches'
import { useDraft } from '../ui/use-draft'

/** Who is coding: choose, rename, recolour, or add another person. */
export function CoderDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const coders = useProject((project) => project.state.info.coders)
  const current = useProject((project) => project.coder)
  const [name, setName] = useState('')
  const choose = async (id: CoderId) => {
    const done = await call('project.setCoder', id)
    if (!done.ok) showError(done.error)
  }
  const add = async () => {
    const count = Object.keys(coders).length
    const colour = coderColours[count % coderColours.length] ?? coderColours[0]
    const coder: Coder = { id: newId.coder(), name: name.trim(), colour }
    if (await change({ type: 'coder.add', coder })) {
      await choose(coder.id)
      setName('')
    }
  }
  return (
    <Dialog
      title={t('coder.heading')}
      closeLabel={t('common.close')}
      onClose={onClose}
      isDirty={name.trim() !== ''}
    >
      <p>{t('coder.lead')}</p>
      <ul className="coders">
        {Object.values<Coder>(coders).map((coder) => (
          <li key={coder.id}>
            <label className="radio">
              <input
                type="radio"
                name="coder"
                checked={coder.id === current}
                onChange={() => void choose(coder.id)}
              />
              <span className="visually-hidden">{coder.name}</span>
            </label>
            <CoderName coder={coder} />
            <Swatches
              label={`${t('common.colour')}: ${coder.name}`}
              colours={coderColours}
              value={coder.colour}
              onChange={(colour) => void change({ type: 'coder.update', id: coder.id, patch: { colour } })}
            />
          </li>
        ))}
      </ul>
      <form
        className="inline-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') void add()
        }}
      >
        <Field label={t('coder.new')}>
          <input value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <button type="submit" className="button" disabled={name.trim() === ''}>
          {t('common.add')}
        </button>
      </form>
    </Dialog>
  )
}

function CoderName({ coder }: { coder: Coder }) {
  const t = useT()
  const draft = useDraft({ kind: 'coder', id: coder.id, field: 'name' }, coder.name, coder.name)
  return (
    <span className="coder-name">
      <input
        aria-label={t('common.name')}
        aria-invalid={draft.problem !== null}
        value={draft.text}
        onChange={(event) => draft.type(event.target.value)}
        onBlur={draft.flush}
      />
      <DraftNote draft={draft} />
    </span>
  )
}
