import { useState } from 'react'
import { runCommand } from '../state/commands'
import { i18n, useT, useWords } from '../state/i18n'
import { setPreferences, usePreferences } from '../state/preferences'
import { change, currentProject, useProject } from '../state/project'
import { showToast } from '../state/toasts'

/** At the first start, over the library: who codes, and what one can begin with. It goes for good when it is hidden. */
export function FirstSteps() {
  const t = useT()
  const words = useWords()
  const isSeen = usePreferences((state) => state.welcomed)
  const readOnly = useProject((project) => project.readOnly)
  const [name, setName] = useState('')
  if (isSeen || readOnly) return null
  const save = async () => {
    const { coder } = currentProject()
    const patch = { name: name.trim() }
    if (!(await change({ type: 'coder.update', id: coder, patch }))) return
    setName('')
    showToast(i18n.t('firstSteps.saved', patch))
  }
  return (
    <section className="first-steps" aria-label={t('firstSteps.heading')}>
      <p>{t('firstSteps.lead')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') void save()
        }}
      >
        <input
          aria-label={t('firstSteps.yourName')}
          placeholder={t('firstSteps.yourName')}
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" className="button" disabled={name.trim() === ''}>
          {t('firstSteps.save')}
        </button>
        <button type="button" className="button" onClick={() => runCommand('app.walk')}>
          {t('walk.offer')}
        </button>
        <button type="button" className="button" onClick={() => runCommand('app.newProject')}>
          {t('firstSteps.newProject')}
        </button>
        <button type="button" className="button" onClick={() => runCommand('app.guide')}>
          {words.command['app.guide']}
        </button>
        <button type="button" className="button" onClick={() => runCommand('app.keys')}>
          {words.command['app.keys']} <kbd>?</kbd>
        </button>
        <button type="button" className="button" onClick={() => setPreferences({ welcomed: true })}>
          {t('firstSteps.done')}
        </button>
      </form>
    </section>
  )
}
