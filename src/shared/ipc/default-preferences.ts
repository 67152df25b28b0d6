import type { Preferences } from './preferences'

export const defaultPreferences: Preferences = {
  language: 'en',
  appearance: 'light',
  scale: 1,
  reading: {
    size: 18,
    leading: 1.7,
    measure: 'medium',
    typeface: 'serif',
    justified: false,
    hyphenated: false,
    numbers: true,
    memos: true
  },
  citationStyle: 'chicago-notes-bibliography',
  sidebar: true,
  aside: true,
  outline: false
}
