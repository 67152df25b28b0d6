import { useLayoutEffect, useState } from 'react'
import { span } from '../../shared/model/span'
import { AtCursor } from '../annotating/AtCursor'
import { Outline } from '../reader/Outline'
import { ReviewTray } from '../revising/ReviewTray'
import { useT } from '../state/i18n'
import type { Route } from '../state/navigation'
import { usePreferences } from '../state/preferences'
import { useSurface } from '../state/surface'

/** The right panel: what belongs to the passage at the cursor. Where it lies over a comparison, it lies beside that passage. */
export function Aside({ place }: { place: Route }) {
  const t = useT()
  const outline = usePreferences((state) => state.outline)
  const documents = useSurface((state) => state.surface?.documents)
  const side = useFreeSide(place.name === 'compare')
  return (
    <aside aria-label={t('reader.atCursor')} data-place={place.name} data-side={side}>
      {place.name === 'reader' && <ReviewTray document={place.document} />}
      {place.name === 'reader' && outline && <Outline document={place.document} />}
      {documents && <AtCursor documents={documents} />}
    </aside>
  )
}

/** The side of the window on which the passage at the caret is not. */
function useFreeSide(isAsked: boolean): 'start' | 'end' {
  const caret = useSurface((state) => state.caret)
  const [side, setSide] = useState<'start' | 'end'>('end')
  useLayoutEffect(() => {
    const { surface } = useSurface.getState()
    if (!isAsked || !caret || !surface) return
    const { document: id, offset } = caret
    const box = surface.boxOf({ document: id, ...span(offset, offset + 1) })
    const room = document.querySelector('main')?.getBoundingClientRect()
    if (box && room) setSide(box.left > (room.left + room.right) / 2 ? 'start' : 'end')
  }, [isAsked, caret])
  return side
}
