import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Annotation } from '../../shared/model/annotation'
import type { DocumentId } from '../../shared/model/ids'
import { span } from '../../shared/model/span'
import { activate } from '../annotating/active'
import { useT } from '../app/api/i18n'
import { useProject } from '../app/api/project'
import { useSurface } from '../app/api/surface'
import { themeColour } from '../app/api/theme-names'
import type { TextView } from '../editor/text-view'
import { coloured } from '../ui/ThemeDot'
import { assignLanes, type Bar } from './assign-lanes'

const margin = 600
const laneWidth = 6
const labelGap = 15

/** The bars in the margin: one for each theme of each annotation in sight, side by side where they overlap. */
export function Lanes({ view, document: id }: { view: TextView; document: DocumentId }) {
  const t = useT()
  const frame = useRef<HTMLDivElement>(null)
  const own = useProject((project) => project.passages[id])
  const themes = useProject((project) => project.state.themes)
  const text = useProject((project) => project.texts[id])
  const active = useSurface((state) => state.active)
  const [bars, setBars] = useState<readonly Bar<Annotation>[]>([])

  const measure = useCallback(() => {
    const visible = view.visibleBlocks(margin)
    const top = frame.current?.getBoundingClientRect().top ?? 0
    if (!visible || !text) return setBars([])
    const from = text.blocks[visible[0]]?.start ?? 0
    const to = text.blocks[visible[1]]?.end ?? 0
    const shown = own?.within(span(from, to)) ?? []
    setBars(
      assignLanes(
        shown.map((annotation) => {
          const start = Math.max(annotation.selector.start, from)
          const end = Math.min(annotation.selector.end, to)
          const box = view.boxOf({
            ...annotation.selector,
            start: start as typeof annotation.selector.start,
            end: end as typeof annotation.selector.end
          })
          return { item: annotation, top: box.top - top, bottom: box.bottom - top }
        })
      )
    )
    view.redrawCaret()
  }, [view, own, text])

  useLayoutEffect(measure, [measure])
  useEffect(() => {
    let asked = 0
    const later = () => {
      cancelAnimationFrame(asked)
      asked = requestAnimationFrame(measure)
    }
    const scroller = frame.current?.closest('[data-scroller]')
    const sizes = new ResizeObserver(later)
    if (frame.current?.parentElement) sizes.observe(frame.current.parentElement)
    scroller?.addEventListener('scroll', later, { passive: true })
    void window.document.fonts.ready.then(later)
    return () => {
      cancelAnimationFrame(asked)
      sizes.disconnect()
      scroller?.removeEventListener('scroll', later)
    }
  }, [measure])

  let lastLabel = Number.NEGATIVE_INFINITY
  return (
    <div ref={frame} className="lanes" role="group" aria-label={t('reader.lanes')}>
      {bars.map(({ item, top, bottom, lane }) => {
        const names = item.themes.map((theme) => themes[theme]?.name ?? '').join(', ')
        const labelled = names !== '' && top - lastLabel >= labelGap
        if (labelled) lastLabel = top
        return (
          <button
            type="button"
            key={item.id}
            tabIndex={-1}
            className={item.id === active ? 'lane active' : 'lane'}
            style={{
              ...coloured(themeColour(item.themes[0])),
              top,
              height: bottom - top,
              left: lane * laneWidth
            }}
            aria-label={names || t('annotation.noTheme')}
            onClick={() => activate(item)}
          >
            {labelled && <span style={{ left: labelLeft(bars, lane) }}>{names}</span>}
          </button>
        )
      })}
    </div>
  )
}

/** Labels begin right of the last lane in use, so that no bar runs through a word. */
function labelLeft(bars: readonly Bar<Annotation>[], lane: number): number {
  return (Math.max(0, ...bars.map((bar) => bar.lane)) - lane) * laneWidth + 9
}
