import { useEffect } from 'react'
import { useT } from '../state/i18n'
import type { Route } from '../state/navigation'
import { useSlices } from '../state/project'

/** The title of the window names the text or the place, and the project: two windows are told apart. */
export function useWindowTitle(place: Route): void {
  const t = useT()
  const { documents, works, info } = useSlices('documents', 'works', 'info')
  const text =
    place.name === 'reader'
      ? documents[place.document]?.title
      : place.name === 'compare'
        ? works[place.work]?.title
        : undefined
  const title = `${text ?? t(`place.${place.name}`)} – ${info.name} – Variorum`
  useEffect(() => {
    document.title = title
  }, [title])
}
