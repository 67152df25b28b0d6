import type { LibraryView } from '../../shared/ipc/library-view'
import { setPreferences, usePreferences } from '../state/preferences'

/** Changes how the library is shown, whatever was changed a moment ago. */
export function setLibraryView(patch: Partial<LibraryView>): void {
  setPreferences({ library: { ...usePreferences.getState().library, ...patch } })
}
