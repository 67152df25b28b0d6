import { themesOf } from '../../../shared/model/codings'
import type { ThemeId } from '../../../shared/model/ids'
import type { Span } from '../../../shared/model/offsets'
import type { References } from '../format'
import type { TextMark } from './marked-text'
import { type Html, html } from './markup'
import { colourOf, themeName } from './reference-html'

const mostLanes = 8

/** A theme on a passage as a bar in the margin: the lane it is drawn in (0 is nearest the text) is the same in every block. */
export interface ThemeBar extends Span {
  readonly theme: ThemeId
  readonly lane: number
}

/** A bar for each theme of each highlight; each gets the first lane that is free where it begins. Past the last lane they share it. */
export function themeBars(marks: readonly TextMark[]): ThemeBar[] {
  const ends: number[] = []
  return marks
    .flatMap(({ start, end, annotation }) => themesOf(annotation).map((theme) => ({ start, end, theme })))
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .map((bar) => {
      const free = ends.findIndex((end) => end <= bar.start)
      const lane = Math.min(free === -1 ? ends.length : free, mostLanes - 1)
      ends[lane] = Math.max(bar.end, ends[lane] ?? 0)
      return { ...bar, lane }
    })
}

/**
 * The bars beside one block. Where they stand is worked out from the share of the block's characters before them: the
 * page is laid out by whoever reads it.
 */
export function barsHtml(bars: readonly ThemeBar[], block: Span, themes: References['themes']): Html | null {
  if (bars.length === 0) return null
  const length = Math.max(1, block.end - block.start)
  const share = (offset: number) =>
    Math.round((100 * Math.max(0, Math.min(length, offset - block.start))) / length)
  return html`<span class="bars" aria-hidden="true">${bars.map(({ start, end, theme, lane }) => {
    const [top, bottom] = [share(start), share(end)]
    const place = `;--lane:${lane};top:${top}%;height:${Math.max(2, bottom - top)}%`
    return html`<span class="bar-of-theme" style="${colourOf(themes, theme)}${place}" title="${themeName(themes, theme)}"></span>`
  })}</span>`
}
