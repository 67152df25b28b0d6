import { create } from 'zustand'
import { defaultPreferences } from '../../shared/ipc/default-preferences'
import type { Preferences } from '../../shared/ipc/preferences'
import { call } from './bridge'
import { setLanguage } from './i18n'

export const usePreferences = create<Preferences>(() => defaultPreferences)

/** What this window has set and not heard back of. */
const underWay = new Set<Partial<Preferences>>()

/** Shows what the main process holds, or another window has set; not what this window has set since: it would be thrown back. */
export function receivePreferences(news: Partial<Preferences>): void {
  const own = Object.assign({}, ...underWay) as Partial<Preferences>
  show({ ...usePreferences.getState(), ...news, ...own })
}

function show(preferences: Preferences): void {
  usePreferences.setState(preferences)
  document.documentElement.dataset.appearance = preferences.appearance
  setLanguage(preferences.language)
}

export function setPreferences(patch: Partial<Preferences>): void {
  show({ ...usePreferences.getState(), ...patch })
  underWay.add(patch)
  void call('app.setPreferences', patch).finally(() => underWay.delete(patch))
}
