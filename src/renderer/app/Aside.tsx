import { AtCursor } from '../annotating/AtCursor'
import { Outline } from '../reader/Outline'
import { ReviewTray } from '../revising/ReviewTray'
import { useT } from '../state/i18n'
import type { Route } from '../state/navigation'
import { usePreferences } from '../state/preferences'
import { useSurface } from '../state/surface'

/** The right panel: what belongs to the passage at the cursor. */
export function Aside({ place }: { place: Route }) {
  const t = useT()
  const outline = usePreferences((state) => state.outline)
  const documents = useSurface((state) => state.surface?.documents)
  return (
    <aside aria-label={t('reader.atCursor')} data-place={place.name}>
      {place.name === 'reader' && <ReviewTray document={place.document} />}
      {place.name === 'reader' && outline && <Outline document={place.document} />}
      {documents && <AtCursor documents={documents} />}
    </aside>
  )
}
