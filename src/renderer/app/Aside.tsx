import { AtCursor } from '../annotating/AtCursor'
import { Outline } from '../reader/Outline'
import { SettleTray } from '../revising/SettleTray'
import { useT } from './api/i18n'
import type { Place } from './api/places'
import { usePreferences } from './api/preferences'
import { useSurface } from './api/surface'

/** The right panel: what belongs to the passage at the cursor. */
export function Aside({ place }: { place: Place }) {
  const t = useT()
  const outline = usePreferences((state) => state.outline)
  const documents = useSurface((state) => state.surface?.documents)
  return (
    <aside aria-label={t('reader.atCursor')} data-place={place.name}>
      {place.name === 'reader' && <SettleTray document={place.document} />}
      {place.name === 'reader' && outline && <Outline document={place.document} />}
      {documents && <AtCursor documents={documents} />}
    </aside>
  )
}
