import { rect, text } from '@observablehq/plot'
import type { Drawing } from './chart'
import { addLegend, legendRow } from './legend'
import { type Drawn, type DrawOptions, fitName, numbered, plotted } from './plotted'

const rowHeight = 36

/** A row each: its name, and a bar that is cut by shares; what the colours mean stands above. */
export function drawShares(
  { series, rows }: Extract<Drawing, { kind: 'shares' }>,
  options: DrawOptions
): Drawn {
  const { width, palette } = options
  const colours = series.map(({ colour }, number) => palette.series(colour, number))
  const heads = rows.map((row, at) => ({ ...row, at }))
  const parts = rows.flatMap(({ parts: own }, at) => {
    const all = own.reduce((sum, { count }) => sum + count, 0) || 1
    let from = 0
    return own.map((part) => {
      const start = from
      from += part.count / all
      return { ...part, at, start, end: from }
    })
  })
  const legend = series.length * legendRow
  const svg = plotted(
    {
      height: rows.length * rowHeight + 16 + legend,
      marginLeft: 6,
      marginRight: 6,
      marginTop: legend + 8,
      marginBottom: 6,
      x: { domain: [0, 1], axis: null },
      y: { domain: [0, rows.length], reverse: true, axis: null },
      marks: [
        rect(heads, {
          x1: 0,
          x2: 1,
          y1: 'at',
          y2: (row) => row.at + 0.5,
          fill: 'transparent',
          render: numbered()
        }),
        text(heads, {
          x: 0,
          y: (row) => row.at + 0.28,
          text: (row) => fitName(row.name, width - 70),
          textAnchor: 'start',
          fill: palette.ink
        }),
        text(heads, {
          x: 1,
          y: (row) => row.at + 0.28,
          text: 'note',
          textAnchor: 'end',
          fill: palette.soft
        }),
        rect(parts, {
          x1: 'start',
          x2: 'end',
          y1: (part) => part.at + 0.5,
          y2: (part) => part.at + 0.86,
          fill: (part) => colours[part.series] ?? palette.accent,
          insetRight: 1,
          render: numbered(heads.length)
        })
      ]
    },
    options
  )
  addLegend(svg, series, colours, options)
  return { svg, marks: [...rows, ...parts] }
}
