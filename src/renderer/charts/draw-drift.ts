import { axisX, axisY, dot, gridY, line, ruleX, text } from '@observablehq/plot'
import type { Drawing } from './chart'
import { addLegend, legendRow } from './legend'
import { type Drawn, type DrawOptions, numbered, plotted, printSize } from './plotted'
import { timeScale } from './time-scale'

/** Marks of one year stand so far apart, in years, that each can be pressed. */
const apart = 0.03

/** Shares over time: a line each series through its dots, with their intervals; what the colours mean stands above. */
export function drawDrift(
  { unit, series, marks: all }: Extract<Drawing, { kind: 'drift' }>,
  options: DrawOptions
): Drawn {
  const { width, palette, language } = options
  const marks = all
    .flatMap((mark) => (mark.at === null ? [] : [{ ...mark, at: mark.at }]))
    .sort((a, b) => a.series - b.series || a.at - b.at)
    // Equal shares lie beside each other, not over each other.
    .map((mark) => ({ ...mark, x: mark.at + (mark.series - (series.length - 1) / 2) * apart }))
  const colours = series.map(({ colour }, number) => palette.series(colour, number))
  const colourOf = ({ series: own }: { readonly series: number }) => colours[own] ?? palette.accent
  const percent = new Intl.NumberFormat(language, { style: 'percent' })
  const legend = series.length * legendRow
  const svg = plotted(
    {
      height: Math.round(Math.min(360, Math.max(190, width * 0.5))) + legend,
      marginLeft: 42,
      marginRight: 14,
      marginTop: 34 + legend,
      marginBottom: 24,
      x: timeScale(marks, width),
      y: { domain: [0, 1] },
      color: { type: 'identity' },
      marks: [
        axisX({ ...timeScale(marks, width) }),
        axisY({
          ticks: 5,
          tickSize: 0,
          label: null,
          tickFormat: (share: number) => percent.format(share)
        }),
        text([unit], {
          frameAnchor: 'top-left',
          dx: -34,
          dy: -22,
          text: (said) => said,
          fill: palette.soft
        }),
        gridY({ stroke: palette.rule, strokeOpacity: 1, ticks: 5 }),
        ruleX(marks, { x: 'x', y1: 'low', y2: 'high', stroke: colourOf, strokeOpacity: 0.35 }),
        line(marks, { x: 'x', y: 'value', z: 'series', stroke: colourOf, strokeWidth: 1.8 }),
        dot(marks, { x: 'x', y: 'value', r: 3.6, fill: colourOf }),
        dot(marks, { x: 'x', y: 'value', r: printSize, fill: 'transparent', render: numbered() })
      ]
    },
    options
  )
  addLegend(svg, series, colours, options)
  return { svg, marks }
}
