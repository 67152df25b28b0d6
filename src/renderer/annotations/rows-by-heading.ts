import type { ListedAnnotation, ListHeading } from '../../shared/ipc/answers'

export interface RowGroup {
  /** Null where there are no headings. */
  readonly heading: ListHeading | null
  readonly rows: readonly ListedAnnotation[]
}

/** Rows that follow one another under one heading. */
export function rowsByHeading(rows: readonly ListedAnnotation[]): RowGroup[] {
  const groups: { heading: ListHeading | null; rows: ListedAnnotation[] }[] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last && last.heading?.at === row.heading?.at) last.rows.push(row)
    else groups.push({ heading: row.heading, rows: [row] })
  }
  return groups
}
