import { axisX, dot, gridX, gridY, rect, rectX, ruleX, ruleY, text } from '@observablehq/plot'
import type { IntervalMark } from './chart'
import { type Drawn, type DrawOptions, fitName, numbered, plotted, printSize } from './plotted'
import { timeScale } from './time-scale'

interface Intervals {
  readonly unit: string
  readonly marks: readonly IntervalMark[]
}

const rowHeight = 34

/** A row each: its name, a bar as long as its value, and the interval as a line with ends. */
export function drawNamedIntervals({ marks }: Intervals, options: DrawOptions): Drawn {
  const { width, palette, language } = options
  const most = Math.max(...marks.map(({ high }) => high), 0)
  const figures = new Intl.NumberFormat(language, { maximumFractionDigits: 1, minimumFractionDigits: 1 })
  const rows = marks.map((mark, at) => ({ ...mark, row: at, top: at + 0.5, foot: at + 0.92 }))
  const svg = plotted(
    {
      height: marks.length * rowHeight + 28,
      marginLeft: 6,
      marginRight: 14,
      marginTop: 22,
      marginBottom: 6,
      x: { domain: [0, most || 1], label: null },
      y: { domain: [0, marks.length], reverse: true, axis: null },
      marks: [
        axisX({ anchor: 'top', ticks: Math.max(2, Math.floor(width / 80)), tickSize: 0, label: null }),
        gridX({ stroke: palette.rule, strokeOpacity: 1 }),
        rectX(rows, { y1: 'top', y2: 'foot', x1: 0, x2: 'value', fill: palette.accent, fillOpacity: 0.5 }),
        ...['low', 'high'].map((end) =>
          ruleX(rows, {
            x: end,
            y1: (row) => row.row + 0.6,
            y2: (row) => row.row + 0.82,
            stroke: palette.ink,
            strokeWidth: 1.2
          })
        ),
        ruleY(rows, {
          y: (row) => row.row + 0.71,
          x1: 'low',
          x2: 'high',
          stroke: palette.ink,
          strokeWidth: 1.2
        }),
        text(rows, {
          x: 0,
          y: (row) => row.row + 0.28,
          text: (row) => fitName(row.name, width - 70),
          textAnchor: 'start',
          fill: palette.ink
        }),
        text(rows, {
          x: most || 1,
          y: (row) => row.row + 0.28,
          text: (row) => figures.format(row.value),
          textAnchor: 'end',
          fill: palette.soft
        }),
        rect(rows, {
          x1: 0,
          x2: most || 1,
          y1: 'row',
          y2: (row) => row.row + 1,
          fill: 'transparent',
          render: numbered()
        })
      ]
    },
    options
  )
  return { svg, marks }
}

/** One after another in time: a dot each, and its interval as a line. */
export function drawTimedIntervals({ unit, marks: all }: Intervals, options: DrawOptions): Drawn {
  const { width, palette } = options
  const marks = all
    .flatMap((mark) => (mark.at === null ? [] : [{ ...mark, at: mark.at }]))
    .sort((a, b) => a.at - b.at)
  const most = Math.max(...marks.map(({ high }) => high), 0)
  const svg = plotted(
    {
      height: Math.round(Math.min(360, Math.max(190, width * 0.5))),
      marginLeft: 38,
      marginRight: 14,
      marginTop: 26,
      marginBottom: 24,
      x: timeScale(marks, width),
      y: { domain: [0, most || 1], nice: true, label: unit, labelArrow: 'none', ticks: 5, tickSize: 0 },
      marks: [
        gridY({ stroke: palette.rule, strokeOpacity: 1, ticks: 5 }),
        ruleY([0], { stroke: palette.rule }),
        ruleX(marks, {
          x: 'at',
          y1: 'low',
          y2: 'high',
          stroke: palette.accent,
          strokeOpacity: 0.55,
          strokeWidth: 1.5
        }),
        dot(marks, { x: 'at', y: 'value', r: 3.6, fill: palette.accent }),
        dot(marks, { x: 'at', y: 'value', r: printSize, fill: 'transparent', render: numbered() })
      ]
    },
    options
  )
  return { svg, marks }
}
