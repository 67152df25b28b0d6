import { type PlotOptions, plot, type RenderFunction } from '@observablehq/plot'
import type { ChartMark } from './chart'
import type { ChartPalette } from './chart-palette'

/** The size of a chart's print, in pixels. */
export const printSize = 11

export interface Drawn {
  readonly svg: SVGElement
  /** What the elements with `data-mark` stand for, by number. */
  readonly marks: readonly ChartMark[]
}

/** How a chart is drawn: as wide as there is room (pixels), in these colours, with figures in this language. */
export interface DrawOptions {
  readonly width: number
  readonly palette: ChartPalette
  readonly language: string
}

/**
 * Draws by Plot. It puts a style sheet into the picture, which the policy of the page forbids: the picture is made in a
 * document that is never shown, the sheet is taken out, and what it says is in our own styles (charts.css).
 */
export function plotted(
  options: PlotOptions,
  { width, palette }: Pick<DrawOptions, 'width' | 'palette'>
): SVGElement {
  const document = window.document.implementation.createHTMLDocument('')
  const drawn = plot({ ...options, width, document })
  for (const sheet of drawn.querySelectorAll('style')) sheet.remove()
  drawn.setAttribute('class', 'chart-picture')
  drawn.setAttribute('color', palette.soft)
  drawn.setAttribute(
    'font-family',
    "'Inter Variable', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"
  )
  drawn.setAttribute('font-size', String(printSize))
  // The lines and print of the axes say nothing that a mark does not say.
  for (const part of drawn.querySelectorAll('[aria-label]')) {
    part.removeAttribute('aria-label')
    if (!part.querySelector('[data-mark]')) part.setAttribute('aria-hidden', 'true')
  }
  return drawn as SVGElement
}

/** Has each element of a mark say for which of the chart's marks it stands. @param first the number of the first one */
export function numbered(first = 0): RenderFunction {
  return (index, scales, values, dimensions, context, next) => {
    const drawn = next?.(index, scales, values, dimensions, context) ?? null
    for (const [at, element] of Array.from(drawn?.children ?? []).entries())
      element.setAttribute('data-mark', String(first + (index[at] ?? 0)))
    return drawn
  }
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u

/** A name cut to a width (pixels) at a size of print, by how wide signs are on the average. */
export function fitName(name: string, width: number, size = printSize): string {
  let used = 0
  let fits = ''
  for (const sign of name) {
    used += size * (wide.test(sign) ? 1 : 0.56)
    if (used > width) return `${fits.trimEnd()}…`
    fits += sign
  }
  return fits
}
