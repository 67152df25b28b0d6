import type { TFunction } from 'i18next'
import { wilson } from '../../shared/concordance/measures'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId, RenderingId } from '../../shared/model/ids'
import type { Chart, ChartRow, DriftMark, ShareRow } from '../charts/chart'
import type { PlacesShown } from './formulae-desk'

/** What renderings are shown against. */
export type DriftFact =
  | 'time'
  | 'publisher'
  | 'kind'
  | 'place'
  | 'translator'
  | { readonly attribute: string }

interface DriftRow {
  /** Index of its rendering. */
  readonly series: number
  readonly document: VariorumDocument
  readonly count: number
}

/** How often each rendering stands in each text; the most frequent one first. */
export interface DriftSource {
  readonly series: readonly { readonly id: RenderingId; readonly name: string; readonly colour: string }[]
  readonly rows: readonly DriftRow[]
}

type Open = (places: PlacesShown) => void

/** So many renderings have a line of their own; the table has them all. */
const mostSeries = 8

/** Their shares in each year of publication; null where no text has a date. In the table: when each was first and last seen, and what came after it. */
export function driftChart({ series, rows }: DriftSource, t: TFunction, open: Open): Chart | null {
  const dated = rows.flatMap((row) => {
    const date = row.document.published?.date
    return date === undefined ? [] : [{ ...row, date, year: Number(date.slice(0, 4)) }]
  })
  if (dated.length === 0) return null
  const byYear = grouped(dated, ({ year }) => year)
  const marks = [...byYear].flatMap(([year, own]) => {
    const all = sum(own)
    return series.slice(0, mostSeries).map(({ id, name }, at): DriftMark => {
      const here = own.filter((row) => row.series === at)
      const count = sum(here)
      const share = count / all
      return {
        ...wilson(count, all),
        series: at,
        name,
        at: year,
        value: share,
        says: t('formulae.driftSays', { name, year, count, all, percent: Math.round(share * 100) }),
        open: count === 0 ? null : () => open({ rendering: id, documents: idsOf(here), label: String(year) })
      }
    })
  })
  return {
    title: t('formulae.driftTitle'),
    drawing: {
      kind: 'drift',
      unit: t('formulae.shareUnit'),
      series: series.slice(0, mostSeries).map(({ name, colour }) => ({ name, colour })),
      marks
    },
    columns: [
      t('formulae.column.rendering'),
      t('formulae.column.places'),
      t('formulae.column.texts'),
      t('formulae.column.first'),
      t('formulae.column.last'),
      t('formulae.column.after')
    ],
    rows: series.map(({ id, name }, at): ChartRow => {
      const own = dated.filter((row) => row.series === at)
      const dates = own.map(({ date }) => date).sort()
      const last = dates.at(-1)
      const after = last === undefined ? null : replacedBy(dated, at, last)
      return {
        key: id,
        cells: [
          name,
          sum(own),
          idsOf(own).length,
          dates[0] ?? null,
          last ?? null,
          after === null ? null : (series[after]?.name ?? null)
        ],
        open: own.length === 0 ? null : () => open({ rendering: id, documents: null, label: '' })
      }
    })
  }
}

/** A rendering that stands in no text after a date has been replaced by the one that stands most often after it, twice at least. */
function replacedBy(
  rows: readonly (DriftRow & { readonly date: string })[],
  own: number,
  last: string
): number | null {
  const counts = new Map<number, number>()
  for (const { series, date, count } of rows)
    if (series !== own && date > last) counts.set(series, (counts.get(series) ?? 0) + count)
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return most && most[1] > 1 ? most[0] : null
}

/** Their shares among texts that have something in common, those with most places first. */
export function sharesChart(
  { series, rows }: DriftSource,
  t: TFunction,
  fact: string,
  factValue: (document: VariorumDocument) => string,
  open: Open
): Chart {
  const named = grouped(rows, ({ document }) => factValue(document))
  const groups = [...named].sort((a, b) => sum(b[1]) - sum(a[1]))
  const nameOf = (value: string) => value || t('formulae.notKnown')
  const table: ChartRow[] = []
  const drawn = groups.map(([value, own]): ShareRow => {
    const all = sum(own)
    const label = nameOf(value)
    const parts = series.flatMap(({ id, name }, at) => {
      const here = own.filter((row) => row.series === at)
      const count = sum(here)
      if (count === 0) return []
      const percent = Math.round((100 * count) / all)
      const act = () => open({ rendering: id, documents: idsOf(here), label })
      table.push({
        key: `${value} ${id}`,
        cells: [label, name, count, percent, idsOf(here).length],
        open: act
      })
      const says = t('formulae.shareSays', { group: label, name, count, all, percent })
      return [{ series: at, count, says, open: act }]
    })
    return {
      name: label,
      note: String(all),
      says: t('formulae.groupSays', { group: label, all }),
      open: () => open({ rendering: 'all', documents: idsOf(own), label }),
      parts
    }
  })
  return {
    title: t('formulae.sharesTitle', { fact }),
    drawing: {
      kind: 'shares',
      series: series.map(({ name, colour }) => ({ name, colour })),
      rows: drawn.slice(0, 40)
    },
    columns: [
      fact,
      t('formulae.column.rendering'),
      t('formulae.column.places'),
      t('formulae.column.percent'),
      t('formulae.column.texts')
    ],
    rows: table
  }
}

function sum(rows: readonly DriftRow[]): number {
  return rows.reduce((total, { count }) => total + count, 0)
}

function idsOf(rows: readonly DriftRow[]): DocumentId[] {
  return [...new Set(rows.map(({ document }) => document.id))]
}

function grouped<T, K>(all: readonly T[], keyOf: (each: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const each of all) {
    const key = keyOf(each)
    const own = groups.get(key) ?? []
    groups.set(key, own)
    own.push(each)
  }
  return groups
}
