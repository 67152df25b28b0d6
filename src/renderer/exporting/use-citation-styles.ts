import { useEffect, useState } from 'react'
import { type CitationStyleInfo, shippedStyles } from '../../shared/citation/citation-styles'
import { call } from '../state/bridge'
import { showError } from '../state/toasts'

/** The citation styles that ship and those that the person has opened, and how another one is opened. */
export function useCitationStyles() {
  const [styles, setStyles] = useState<readonly CitationStyleInfo[]>(shippedStyles)
  const ask = async () => {
    const answer = await call('citation.styles', null)
    if (answer.ok) setStyles(answer.value)
  }
  useEffect(() => {
    let current = true
    void call('citation.styles', null).then((answer) => {
      if (current && answer.ok) setStyles(answer.value)
    })
    return () => {
      current = false
    }
  }, [])
  /** Gives the name of the style that was opened; null where none was. */
  const open = async (): Promise<string | null> => {
    const opened = await call('citation.openStyle', {})
    if (!opened.ok) showError(opened.error)
    if (!opened.ok || !opened.value) return null
    await ask()
    return opened.value.id
  }
  return { styles, open }
}
