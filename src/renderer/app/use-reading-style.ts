import { useEffect } from 'react'
import { usePreferences } from '../state/preferences'

const measures = { narrow: 520, medium: 640, wide: 820 } as const

/** Puts how texts are set into CSS variables and marks of the document: the styles do the rest. */
export function useReadingStyle(): void {
  const reading = usePreferences((state) => state.reading)
  useEffect(() => {
    const { style, dataset } = document.documentElement
    style.setProperty('--text-size', `${reading.size}px`)
    style.setProperty('--text-leading', String(reading.leading))
    style.setProperty('--measure', `${measures[reading.measure]}px`)
    style.setProperty('--text-face', `var(--${reading.typeface})`)
    dataset.justified = String(reading.justified)
    dataset.hyphenated = String(reading.hyphenated)
    dataset.numbers = String(reading.numbers)
  }, [reading])
}
