import { useLayoutEffect, useRef, useState } from 'react'
import { plainMemo } from '../../shared/memos/links'
import type { Annotation } from '../../shared/model/annotation'
import { themesOf } from '../../shared/model/codings'
import type { DocumentId, ThemeId } from '../../shared/model/ids'
import { span } from '../../shared/model/span'
import { activate } from '../annotating/active'
import { useActiveId } from '../annotating/target'
import type { TextView } from '../editor/text-view'
import { useT } from '../state/i18n'
import { usePreferences } from '../state/preferences'
import { useProject } from '../state/project'
import { patternOf, themeColour } from '../state/theme-names'
import { coloured } from '../ui/ThemeDot'
import { useAfterPaint } from '../ui/use-after-paint'
import { assignLanes, type Bar } from './assign-lanes'
import { placeNotes } from './place-notes'
import { useVisibleRange } from './visible-range'

/** One bar: a theme of an annotation, or an annotation without one. */
interface Piece {
  readonly annotation: Annotation
  readonly theme: ThemeId | undefined
}

const laneWidth = 6
/** Pixels: a memo with longer lines would be read as text. */
const mostNoteWidth = 240
const mostBars = 300

/**
 * The margin: a bar for each theme of each annotation in sight, side by side where they overlap, with its name beside
 * it; under the name the memo. Bars differ by pattern as well as by colour.
 */
export function MarginBars({ view, document: id }: { view: TextView; document: DocumentId }) {
  const t = useT()
  const frame = useRef<HTMLDivElement>(null)
  // The highlight comes first; its bar a moment later.
  const own = useAfterPaint(useProject((project) => project.passages[id]))
  const themes = useProject((project) => project.state.themes)
  const withMemos = usePreferences((state) => state.reading.memos)
  const active = useActiveId()
  const sight = useVisibleRange((state) => state.span)
  const layouts = useVisibleRange((state) => state.layouts)
  const [bars, setBars] = useState<readonly Bar<Piece>[]>([])

  useLayoutEffect(() => {
    const top = frame.current?.getBoundingClientRect().top ?? 0
    const shown = layouts > 0 && sight ? (own?.within(sight) ?? []).slice(0, mostBars) : []
    const pieces = shown.flatMap((annotation) => {
      const { selector } = annotation
      const from = Math.max(selector.start, sight?.start ?? 0)
      const to = Math.min(selector.end, sight?.end ?? 0)
      const box = view.geometry.boxOf(span(from, Math.max(from, to)))
      const place = { top: box.top - top, bottom: box.bottom - top }
      const own = themesOf(annotation)
      const all = own.length > 0 ? own : [undefined]
      return all.map((theme) => ({ item: { annotation, theme }, ...place }))
    })
    setBars(assignLanes(pieces))
    view.redrawCaret()
  }, [view, own, sight, layouts])

  const lanes = Math.max(0, ...bars.map((bar) => bar.lane)) + 1
  const notes = placeNotes(
    bars.map(({ item, top }) => ({
      key: keyOf(item),
      top,
      name: item.theme === undefined ? '' : (themes[item.theme]?.name ?? ''),
      memo:
        withMemos && item.theme === item.annotation.codings[0]?.theme ? plainMemo(item.annotation.memo) : ''
    }))
  )
  return (
    <div ref={frame} className="lanes" role="group" aria-label={t('reader.lanes')}>
      {bars.map(({ item, top, bottom, lane }) => {
        const name = item.theme === undefined ? t('annotation.noTheme') : themes[item.theme]?.name
        return (
          <button
            type="button"
            key={keyOf(item)}
            tabIndex={-1}
            className={item.annotation.id === active ? 'lane active' : 'lane'}
            data-pattern={patternOf(themes, item.theme)}
            style={{
              ...coloured(themeColour(item.theme)),
              top,
              height: bottom - top,
              // More lanes than there is room for lie over one another at its edge, not under the rail.
              left: `min(${lane * laneWidth}px, var(--margin-room) - ${laneWidth}px)`
            }}
            data-marked={item.annotation.quality.length > 0 || undefined}
            aria-label={[name, ...item.annotation.quality.map((mark) => t(`quality.${mark}`))].join(', ')}
            title={[name, ...item.annotation.quality.map((mark) => t(`quality.${mark}`))].join(' · ')}
            onClick={() => activate(item.annotation)}
          />
        )
      })}
      {notes.map(({ key, top, name, memo }) => (
        <div
          key={key}
          className={key.startsWith(`${active} `) ? 'lane-note active' : 'lane-note'}
          style={{ top, ...noteRoom(lanes * laneWidth + 5) }}
        >
          {name !== '' && <span>{name}</span>}
          {memo !== '' && <p title={memo}>{memo}</p>}
        </div>
      ))}
    </div>
  )
}

/** Beside the lanes, as wide as the margin still is: names are cut only where they would run under the rail. */
function noteRoom(left: number) {
  return { left, width: `clamp(0px, var(--margin-room) - ${left}px, ${mostNoteWidth}px)` }
}

function keyOf({ annotation, theme }: Piece): string {
  return `${annotation.id} ${theme ?? ''}`
}
