import { AtCursor } from '../annotating/AtCursor'
import { SettleTray } from '../revising/SettleTray'
import { useT } from './api/i18n'
import type { Place } from './api/places'
import { useSurface } from './api/surface'

/** The right panel: what belongs to the passage at the cursor. */
export function Aside({ place }: { place: Place }) {
  const t = useT()
  const documents = useSurface((state) => state.surface?.documents)
  return (
    <aside aria-label={t('reader.atCursor')} data-place={place.name}>
      {place.name === 'reader' && <SettleTray document={place.document} />}
      {documents && <AtCursor documents={documents} />}
    </aside>
  )
}
