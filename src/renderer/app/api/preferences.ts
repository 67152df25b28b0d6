import { create } from 'zustand'
import { defaultPreferences } from '../../../shared/ipc/default-preferences'
import type { Preferences } from '../../../shared/ipc/preferences'
import { call } from './bridge'
import { setLanguage } from './i18n'

export const usePreferences = create<Preferences>(() => defaultPreferences)

/** Shows preferences that the main process holds. */
export function receivePreferences(preferences: Preferences): void {
  usePreferences.setState(preferences)
  document.documentElement.dataset.appearance = preferences.appearance
  setLanguage(preferences.language)
}

export function setPreferences(patch: Partial<Preferences>): void {
  receivePreferences({ ...usePreferences.getState(), ...patch })
  void call('app.setPreferences', patch)
}
