import { type RefObject, useEffect, useRef, useState } from 'react'
import { themesOf } from '../../shared/model/codings'
import type { DocumentId } from '../../shared/model/ids'
import type { TextView } from '../editor/text-view'
import { useFinding } from '../state/finding'
import { useT } from '../state/i18n'
import { usePreferences } from '../state/preferences'
import { useProject } from '../state/project'
import { useAfterPaint } from '../ui/use-after-paint'

const width = 12

/** The highlights of the whole text by theme, and the matches of a search, beside the scroll bar. A click goes there. */
export function Minimap({ view, document: id }: { view: TextView; document: DocumentId }) {
  const t = useT()
  const canvas = useRef<HTMLCanvasElement>(null)
  const own = useAfterPaint(useProject((project) => project.passages[id]))
  const themes = useProject((project) => project.state.themes)
  const length = useProject((project) => project.texts[id]?.text.length ?? 1)
  const appearance = usePreferences((state) => state.appearance)
  const found = useFinding((state) => state.found)
  const height = useHeight(canvas, appearance)
  useEffect(() => {
    // Twenty thousand highlights take some milliseconds: they are drawn when there is time.
    const idle = requestIdleCallback(() => draw(), { timeout: 500 })
    return () => cancelIdleCallback(idle)
    function draw(): void {
      const element = canvas.current
      const context = element?.getContext('2d')
      // In another appearance it is another element.
      if (!element || !context || height === 0 || !appearance) return
      const ratio = window.devicePixelRatio
      element.width = width * ratio
      element.height = height * ratio
      context.scale(ratio, ratio)
      const style = getComputedStyle(element)
      const plain = style.getPropertyValue('--plain-mark')
      for (const annotation of own?.ordered ?? []) {
        const { selector } = annotation
        const of = themesOf(annotation)
        const top = (selector.start / length) * height
        const size = Math.max(2, ((selector.end - selector.start) / length) * height)
        const columns = Math.max(1, Math.min(3, of.length))
        for (let at = 0; at < columns; at++) {
          const theme = of[at]
          context.fillStyle = theme === undefined ? plain : (themes[theme]?.colour ?? plain)
          context.fillRect(2 + (at * 8) / columns, top, 8 / columns, size)
        }
      }
      context.fillStyle = style.getPropertyValue('--accent')
      for (const { start } of found) context.fillRect(0, (start / length) * height, width, 1)
    }
  }, [own, themes, length, found, height, appearance])
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

/** The height of an element, heard and not asked for. It is another element in another appearance. */
function useHeight(canvas: RefObject<HTMLElement | null>, appearance: string): number {
  const [height, setHeight] = useState(0)
  useEffect(() => {
    const sizes = new ResizeObserver(([entry]) => entry && setHeight(entry.contentRect.height))
    if (canvas.current && appearance) sizes.observe(canvas.current)
    return () => sizes.disconnect()
  }, [canvas, appearance])
  return height
}
