import { useMemo } from 'react'
import { i18n, useT } from './i18n'

/** Numbers as the language of the app writes them. */
export interface Figures {
  /** Thousands apart. */
  whole(value: number): string
  /** With so many digits behind the point, always. */
  exact(value: number, digits: number): string
  /** A share of 1. */
  percent(share: number): string
}

const made = new Map<string, Figures>()

function figuresOf(language: string): Figures {
  const known = made.get(language)
  if (known) return known
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 })
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  const exact = new Map<number, Intl.NumberFormat>()
  const figures: Figures = {
    whole: (value) => whole.format(value),
    exact(value, digits) {
      const format =
        exact.get(digits) ??
        new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits })
      exact.set(digits, format)
      return format.format(value)
    },
    percent: (share) => percent.format(share)
  }
  made.set(language, figures)
  return figures
}

/** How numbers are written; drawn again when the language changes. */
export function useFigures(): Figures {
  const t = useT()
  return useMemo(() => figuresOf(t === undefined ? 'en' : i18n.language), [t])
}
