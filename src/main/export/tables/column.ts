import type { CsvCell } from '../csv-file'

/** What a cell holds. Null is no value at all. */
export type Cell = CsvCell

/** The types of Frictionless Table Schema that occur. A `datetime` is ISO 8601 in UTC. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'datetime'

/** A column of a table. Its name is fixed, so that scripts can rely on it. */
export interface Column<Row> {
  readonly name: string
  readonly type: ColumnType
  /** What stands in it, in plain English: the description in `datapackage.json`. */
  readonly about: string
  /** What each of its values looks like, as a regular expression. */
  readonly pattern?: string
  /** The values that it may have. */
  readonly choices?: readonly string[]
  /** Whether each row has a value. */
  readonly required?: true
  readonly unique?: true
  value(row: Row): Cell
}

/** A date as far as it is known. */
export const datePattern = '^\\d{4}(-\\d{2}(-\\d{2})?)?$'

export function cellsOf<Row>(columns: readonly Column<Row>[], row: Row): Cell[] {
  return columns.map((column) => column.value(row))
}

/** Columns for rows of another kind, each cell of which is made once for what it is about. */
export function columnsAbout<Row, Subject extends object>(
  columns: readonly Column<Subject>[],
  subjectOf: (row: Row) => Subject | null
): Column<Row>[] {
  return columns.map((column) => {
    const known = new WeakMap<Subject, Cell>()
    return {
      ...column,
      value: (row) => {
        const subject = subjectOf(row)
        if (subject === null) return null
        const before = known.get(subject)
        if (before !== undefined) return before
        const cell = column.value(subject)
        known.set(subject, cell)
        return cell
      }
    }
  })
}

/** Several values in one cell; null where there are none. */
export function listed(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join('; ')
}

/** A text that may be empty: an empty cell is no value. */
export function orNull(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text
}
