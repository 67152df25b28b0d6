import type { ScaleOptions } from '@observablehq/plot'

/** Years along the foot of a chart, whole ones only; one year alone stands in the middle. */
export function timeScale(marks: readonly { readonly at: number }[], width: number): ScaleOptions {
  const years = marks.map(({ at }) => at)
  const from = Math.floor(Math.min(...years, Number.POSITIVE_INFINITY))
  const to = Math.ceil(Math.max(...years, Number.NEGATIVE_INFINITY))
  const most = Math.max(2, Math.floor(width / 60))
  const step = Math.max(1, Math.ceil((to - from) / most))
  const ticks: number[] = []
  for (let year = from; year <= to; year += step) ticks.push(year)
  return {
    type: 'linear',
    domain: [from - 0.5, to + 0.5],
    ticks,
    tickFormat: (year: number) => String(year),
    tickSize: 0,
    label: null
  }
}
