import { type DrawOptions, fitName } from './plotted'

/** The height of a line of the legend, in pixels. */
export const legendRow = 17
const namespace = 'http://www.w3.org/2000/svg'

/** Says above a chart what its colours mean, a line each series. */
export function addLegend(
  svg: SVGElement,
  series: readonly { readonly name: string }[],
  colours: readonly string[],
  { width, palette }: DrawOptions
): void {
  for (const [at, { name }] of series.entries())
    svg.append(
      ...legendLine(
        svg.ownerDocument,
        at,
        fitName(name, width - 30),
        colours[at] ?? palette.accent,
        palette.ink
      )
    )
}

function legendLine(document: Document, at: number, name: string, colour: string, ink: string): SVGElement[] {
  const middle = at * legendRow + 9
  const sign = document.createElementNS(namespace, 'circle')
  const said = document.createElementNS(namespace, 'text')
  for (const [key, value] of Object.entries({ cx: 8, cy: middle, r: 4, fill: colour }))
    sign.setAttribute(key, String(value))
  for (const [key, value] of Object.entries({
    x: 18,
    y: middle,
    dy: '0.32em',
    fill: ink,
    'text-anchor': 'start'
  }))
    said.setAttribute(key, String(value))
  said.textContent = name
  for (const part of [sign, said]) part.setAttribute('aria-hidden', 'true')
  return [sign, said]
}
