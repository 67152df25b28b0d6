import { useDeferredValue, useEffect, useRef } from 'react'
import type { DocumentId, ThemeId } from '../../shared/model/ids'
import { useFinding } from '../app/api/finding'
import { useT } from '../app/api/i18n'
import { usePreferences } from '../app/api/preferences'
import { useProject } from '../app/api/project'
import type { TextView } from '../editor/text-view'

const width = 12

/** The highlights of the whole text by theme, and the matches of a search, beside the scroll bar. A click goes there. */
export function Minimap({ view, document: id }: { view: TextView; document: DocumentId }) {
  const t = useT()
  const canvas = useRef<HTMLCanvasElement>(null)
  const own = useDeferredValue(useProject((project) => project.passages[id]))
  const themes = useProject((project) => project.state.themes)
  const length = useProject((project) => project.texts[id]?.text.length ?? 1)
  const appearance = usePreferences((state) => state.appearance)
  const found = useFinding((state) => state.found)
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const draw = () => {
      const ratio = window.devicePixelRatio
      const height = element.clientHeight
      element.width = width * ratio
      element.height = height * ratio
      const context = element.getContext('2d')
      if (!context) return
      context.scale(ratio, ratio)
      const style = getComputedStyle(element)
      const plain = style.getPropertyValue('--plain-mark')
      const colourOf = (theme: ThemeId | undefined) =>
        theme === undefined ? plain : (themes[theme]?.colour ?? plain)
      for (const { selector, themes: of } of own?.ordered ?? []) {
        const top = (selector.start / length) * height
        const size = Math.max(2, ((selector.end - selector.start) / length) * height)
        const columns = Math.max(1, Math.min(3, of.length))
        for (let at = 0; at < columns; at++) {
          context.fillStyle = colourOf(of[at])
          context.fillRect(2 + (at * 8) / columns, top, 8 / columns, size)
        }
      }
      context.fillStyle = style.getPropertyValue('--accent')
      for (const { start } of found) context.fillRect(0, (start / length) * height, width, 1)
    }
    draw()
    const sizes = new ResizeObserver(draw)
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [own, themes, length, found])
  return (
    // j and k, and the search, lead to the same places by key.
    <canvas
      // Some of its colours are the page's: in another appearance it is drawn anew.
      key={appearance}
      ref={canvas}
      className="minimap"
      aria-hidden
      title={t('reader.minimap')}
      onPointerDown={(event) => {
        const box = event.currentTarget.getBoundingClientRect()
        const offset = Math.round(((event.clientY - box.top) / box.height) * length)
        view.reveal(Math.min(length, Math.max(0, offset)))
      }}
    />
  )
}
