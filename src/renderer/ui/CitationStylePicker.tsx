import { useState } from 'react'
import { Button } from 'react-aria-components'
import { call } from '../state/bridge'
import { useT } from '../state/i18n'
import { setPreferences, usePreferences } from '../state/preferences'
import { showError, showToast } from '../state/toasts'
import { useAnswer } from '../state/use-answer'

/** Chooses the style in which texts are cited, of those that ship or have been opened, or opens another. */
export function CitationStylePicker() {
  const t = useT()
  const { citationStyle: chosen, language } = usePreferences()
  const [opened, setOpened] = useState<string | null>(null)
  const styles = useAnswer('citation.styles', null, { again: opened, onError: showError }).latest ?? []
  const open = async () => {
    const answer = await call('citation.openStyle', {})
    if (!answer.ok) return showError(answer.error)
    if (answer.value === null) return
    setOpened(answer.value.id)
    setPreferences({ citationStyle: answer.value.id })
    showToast(t('citing.opened', { name: answer.value.label[language] }))
  }
  const isKnown = styles.some(({ id }) => id === chosen)
  return (
    <div className="citation-style">
      <select
        aria-label={t('citing.style')}
        value={chosen}
        onChange={(event) => setPreferences({ citationStyle: event.target.value })}
      >
        {!isKnown && <option value={chosen}>{chosen.replace(/^file:/, '')}</option>}
        {styles.map(({ id, label }) => (
          <option key={id} value={id}>
            {label[language]}
          </option>
        ))}
      </select>
      <Button className="button" onPress={open}>
        {t('citing.openStyle')}
      </Button>
    </div>
  )
}
