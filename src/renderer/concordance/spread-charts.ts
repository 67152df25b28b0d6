import { wilson } from '../../shared/concordance/measures'
import type { DispersionRow, FrequencyRow } from '../../shared/concordance/statistics'
import type { DocumentId } from '../../shared/model/ids'
import type { Chart, ChartRow } from '../charts/chart'

/** What a text is called, and when it was published (YYYY, YYYY-MM or YYYY-MM-DD; null: not known). */
export interface NamedText {
  readonly title: string
  readonly date: string | null
}

/** So many texts are drawn; the table has them all. */
const mostDrawn = 60

/** A frequency per thousand words with its interval; null where there are no words. */
export interface Rate {
  readonly perThousand: number | null
  readonly low: number
  readonly high: number
}

/** What a chart says in words. */
export interface ChartWords {
  readonly title: string
  readonly columns: readonly string[]
  /** What a mark says: its name and its numbers. */
  says(name: string, hits: number, words: number, rate: Rate): string
  /** What a part of a text says. @param part from 1 */
  part(name: string, part: number, of: number, count: number): string
  readonly unit: string
  readonly noValue: string
}

/** A year with the part of it that has passed; in the middle of what is not known more exactly. */
export function yearWithPart(date: string): number | null {
  const [year, month, day] = date.split('-').map(Number)
  if (year === undefined || !Number.isFinite(year)) return null
  if (!month) return year + 0.5
  return year + (month - 1 + (day ? (day - 0.5) / 31 : 0.5)) / 12
}

/** The words of a text and its hits, as an interval per thousand words. */
function rateOf(hits: number, words: number): Rate {
  const { low, high } = wilson(hits, words)
  return { perThousand: words === 0 ? null : (1000 * hits) / words, low: 1000 * low, high: 1000 * high }
}

/** Where the hits stand in each text, those with most hits first. */
export function stripsChart(
  rows: readonly DispersionRow[],
  textOf: (id: DocumentId) => NamedText,
  words: ChartWords,
  figure: (value: number) => string,
  open: { text(id: DocumentId): void; part(row: DispersionRow, part: number, says: string): void }
): Chart {
  const found = rows.filter(({ hits }) => hits > 0).sort((a, b) => b.hits - a.hits)
  return {
    ...tableOf(found, textOf, words, open.text),
    drawing: {
      kind: 'strips',
      rows: found.slice(0, mostDrawn).map((row) => {
        const { title } = textOf(row.document)
        return {
          name: title,
          note: figure(row.hits),
          says: words.says(title, row.hits, row.words, rateOf(row.hits, row.words)),
          open: () => open.text(row.document),
          parts: row.bins.map((count, at) => {
            const says = words.part(title, at + 1, row.bins.length, count)
            return { count, says, open: () => open.part(row, at, says) }
          })
        }
      })
    }
  }
}

/** How often in each text, by its date; texts without hits too, for they say that there are none. */
export function timeChart(
  rows: readonly DispersionRow[],
  textOf: (id: DocumentId) => NamedText,
  words: ChartWords,
  open: (id: DocumentId) => void
): Chart {
  const dated = rows
    .flatMap((row) => {
      const { date } = textOf(row.document)
      const at = date === null ? null : yearWithPart(date)
      return at === null || row.words === 0 ? [] : [{ ...row, at }]
    })
    .sort((a, b) => a.at - b.at)
  return {
    ...tableOf(dated, textOf, words, open),
    drawing: {
      kind: 'intervals',
      along: 'time',
      unit: words.unit,
      marks: dated.map(({ document, hits, words: size, at }) => {
        const { title, date } = textOf(document)
        const rate = rateOf(hits, size)
        const { low, high } = rate
        const says = words.says(`${title} (${date})`, hits, size, rate)
        return {
          ...{ name: title, at, value: rate.perThousand ?? 0, low, high, says },
          open: hits > 0 ? () => open(document) : null
        }
      })
    }
  }
}

function tableOf(
  rows: readonly DispersionRow[],
  textOf: (id: DocumentId) => NamedText,
  { title, columns }: ChartWords,
  open: (id: DocumentId) => void
): Pick<Chart, 'title' | 'columns' | 'rows'> {
  return {
    title,
    columns,
    rows: rows.map(({ document, hits, words }): ChartRow => {
      const { perThousand, low, high } = rateOf(hits, words)
      return {
        key: document,
        cells: [textOf(document).title, hits, words, perThousand, low, high],
        open: hits > 0 ? () => open(document) : null
      }
    })
  }
}

/** How often by what texts have in common; years stand along time. */
export function frequencyChart(
  rows: readonly FrequencyRow[],
  isYears: boolean,
  nameOf: (key: string) => string,
  words: ChartWords,
  open: (key: string) => void
): Chart {
  const name = (key: string) => (key === '' ? words.noValue : nameOf(key))
  const counted = rows.filter((row) => row.words > 0)
  const opening = ({ key, hits }: FrequencyRow) => (hits > 0 ? () => open(key) : null)
  return {
    title: words.title,
    columns: words.columns,
    drawing: {
      kind: 'intervals',
      along: isYears && counted.some(({ key }) => key !== '') ? 'time' : 'names',
      unit: words.unit,
      marks: counted.map((row) => {
        const { key, hits, words: size, perThousand, low, high } = row
        const says = words.says(name(key), hits, size, { perThousand, low, high })
        const at = isYears && key !== '' ? Number(key) : null
        return { ...{ name: name(key), at, value: perThousand, low, high, says }, open: opening(row) }
      })
    },
    rows: counted.map((row) => ({
      key: row.key,
      cells: [name(row.key), row.hits, row.words, row.perThousand, row.low, row.high],
      open: opening(row)
    }))
  }
}
