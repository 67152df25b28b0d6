import { defaultSettings } from '../concordance/default-settings'
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
    memos: true,
    formulae: true,
    recycled: false
  },
  citationStyle: 'chicago-notes-bibliography',
  welcomed: false,
  sidebar: true,
  aside: true,
  outline: false,
  library: {
    columns: ['rendering', 'published', 'publisher', 'words', 'annotations'],
    widths: {},
    filters: false
  },
  annotations: { shape: 'cards', group: 'none', sort: 'text', descending: false },
  concordance: { settings: defaultSettings, document: 'whole', parallel: false, panel: true }
}
