/** What is drawn and can be pressed: what it says, and what pressing it does (null: nothing). */
export interface ChartMark {
  readonly says: string
  readonly open: (() => void) | null
}

/** One of several things in a row each, or one after another in time, with its value and the interval the true one lies in. */
export interface IntervalMark extends ChartMark {
  readonly name: string
  /** A year, with the part of it that has passed (2019.5); null where there is none: it is left out along time. */
  readonly at: number | null
  readonly value: number
  readonly low: number
  readonly high: number
}

/** A strip from the beginning of a text to its end; the text itself can be pressed, and each part with something in it. */
export interface StripRow extends ChartMark {
  readonly name: string
  /** What stands at the end of its name, a count say. */
  readonly note: string
  /** Equally long parts. */
  readonly parts: readonly (ChartMark & { readonly count: number })[]
}

/** A share, 0 to 1, of one of the series in a year. */
export interface DriftMark extends IntervalMark {
  /** Index of its series. */
  readonly series: number
}

/** A bar as long as all of it, cut by the shares of its parts; the row itself can be pressed, and each part. */
export interface ShareRow extends ChartMark {
  readonly name: string
  /** What stands at the end of its name, a count say. */
  readonly note: string
  readonly parts: readonly (ChartMark & { readonly series: number; readonly count: number })[]
}

/** How a chart is drawn. `unit` says what the numbers are. */
export type Drawing =
  | {
      readonly kind: 'intervals'
      readonly along: 'names' | 'time'
      readonly unit: string
      readonly marks: readonly IntervalMark[]
    }
  | { readonly kind: 'strips'; readonly rows: readonly StripRow[] }
  | {
      readonly kind: 'drift'
      readonly unit: string
      /** Each with its colour; without one it gets one of the palette. */
      readonly series: readonly { readonly name: string; readonly colour?: string }[]
      readonly marks: readonly DriftMark[]
    }
  | {
      readonly kind: 'shares'
      readonly series: readonly { readonly name: string; readonly colour?: string }[]
      readonly rows: readonly ShareRow[]
    }

export type ChartCell = string | number | null

/** A row of the table that says the same as the chart. */
export interface ChartRow {
  readonly key: string
  /** The first one names the row. */
  readonly cells: readonly ChartCell[]
  readonly open: (() => void) | null
}

/** A chart with everything it says: for the eye, as a table, and as a file. */
export interface Chart {
  /** What it shows; also the name of its file. */
  readonly title: string
  readonly drawing: Drawing
  readonly columns: readonly string[]
  readonly rows: readonly ChartRow[]
}
