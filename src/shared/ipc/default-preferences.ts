import type { Preferences } from './preferences'

export const defaultPreferences: Preferences = {
  language: 'en',
  appearance: 'light',
  scale: 1,
  sidebar: true,
  aside: true
}
