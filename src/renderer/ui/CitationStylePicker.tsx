import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import type { CitationStyleInfo } from '../../shared/citation/citation-styles'
import { call } from '../state/bridge'
import { useT } from '../state/i18n'
import { setPreferences, usePreferences } from '../state/preferences'
import { showError, showToast } from '../state/toasts'

/** Chooses the style in which texts are cited, of those that ship or have been opened, or opens another. */
export function CitationStylePicker() {
  const t = useT()
  const { citationStyle: chosen, language } = usePreferences()
  const [styles, setStyles] = useState<readonly CitationStyleInfo[]>([])
  useEffect(() => void knownStyles().then(setStyles), [])
  const open = async () => {
    const opened = await call('citation.openStyle', {})
    if (!opened.ok) return showError(opened.error)
    if (opened.value === null) return
    setStyles(await knownStyles())
    setPreferences({ citationStyle: opened.value.id })
    showToast(t('citing.opened', { name: opened.value.label[language] }))
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

async function knownStyles(): Promise<readonly CitationStyleInfo[]> {
  const answer = await call('citation.styles', null)
  return answer.ok ? answer.value : []
}
