import type { Drawing } from './chart'
import { drawDrift } from './draw-drift'
import { drawNamedIntervals, drawTimedIntervals } from './draw-intervals'
import { drawShares } from './draw-shares'
import { drawStrips } from './draw-strips'
import type { Drawn, DrawOptions } from './plotted'

/** Draws a chart. In the order of its marks they can be gone through by key. */
export function drawChart(drawing: Drawing, options: DrawOptions): Drawn {
  switch (drawing.kind) {
    case 'intervals':
      return drawing.along === 'names'
        ? drawNamedIntervals(drawing, options)
        : drawTimedIntervals(drawing, options)
    case 'strips':
      return drawStrips(drawing.rows, options)
    case 'drift':
      return drawDrift(drawing, options)
    case 'shares':
      return drawShares(drawing, options)
  }
}
