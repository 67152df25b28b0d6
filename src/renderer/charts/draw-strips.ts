import { rect, text } from '@observablehq/plot'
import type { StripRow } from './chart'
import { type Drawn, type DrawOptions, fitName, numbered, plotted } from './plotted'

const rowHeight = 36

/** A row each text: its name, and a strip from its beginning to its end; darker where more stands. */
export function drawStrips(rows: readonly StripRow[], options: DrawOptions): Drawn {
  const { width, palette } = options
  const named = rows.map((row, at) => ({ ...row, row: at }))
  const parts = named.flatMap(({ parts: own, row }) => {
    const most = Math.max(1, ...own.map(({ count }) => count))
    return own.flatMap(({ count, says, open }, at) =>
      count === 0
        ? []
        : [
            {
              says,
              open,
              row,
              from: at / own.length,
              to: (at + 1) / own.length,
              weight: 0.4 + (0.6 * count) / most
            }
          ]
    )
  })
  const svg = plotted(
    {
      height: rows.length * rowHeight + 4,
      marginLeft: 2,
      marginRight: 2,
      marginTop: 2,
      marginBottom: 2,
      x: { domain: [0, 1], axis: null },
      y: { domain: [0, rows.length], reverse: true, axis: null },
      marks: [
        rect(named, {
          x1: 0,
          x2: 1,
          y1: (row) => row.row + 0.5,
          y2: (row) => row.row + 0.86,
          fill: palette.ground,
          stroke: palette.rule
        }),
        text(named, {
          x: 0,
          y: (row) => row.row + 0.27,
          text: (row) => fitName(row.name, width - 12 - row.note.length * 7),
          textAnchor: 'start',
          fill: palette.ink
        }),
        text(named, {
          x: 1,
          y: (row) => row.row + 0.27,
          text: 'note',
          textAnchor: 'end',
          fill: palette.soft
        }),
        rect(named, {
          x1: 0,
          x2: 1,
          y1: 'row',
          y2: (row) => row.row + 0.5,
          fill: 'transparent',
          render: numbered()
        }),
        rect(parts, {
          x1: 'from',
          x2: 'to',
          y1: (part) => part.row + 0.5,
          y2: (part) => part.row + 0.86,
          fill: palette.accent,
          fillOpacity: { value: 'weight', scale: null },
          render: numbered(rows.length)
        })
      ]
    },
    options
  )
  return { svg, marks: [...rows, ...parts] }
}
