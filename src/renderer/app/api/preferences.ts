import { create } from 'zustand'
import { defaultPreferences } from '../../../shared/ipc/default-preferences'
import type { Preferences } from '../../../shared/ipc/preferences'
import { call } from './bridge'
import { setLanguage } from './i18n'

export const usePreferences = create<Preferences>(() => defaultPreferences)

/** How many of this window's own changes are on their way. */
let pending = 0

/** Shows preferences that the main process holds, unless this window has gone on since: it would be thrown back. */
export function receivePreferences(preferences: Preferences): void {
  if (pending === 0) show(preferences)
}

function show(preferences: Preferences): void {
  usePreferences.setState(preferences)
  document.documentElement.dataset.appearance = preferences.appearance
  setLanguage(preferences.language)
}

export function setPreferences(patch: Partial<Preferences>): void {
  show({ ...usePreferences.getState(), ...patch })
  pending++
  void call('app.setPreferences', patch).finally(() => pending--)
}
