import Papa from 'papaparse'

const delimiters = [',', ';', '\t', '|']
/** How many rows are looked at to tell what parts their cells, and where the head stands. */
const rowsToLookAt = 60

/**
 * The rows of a table of separated values. A first line `sep=;` is for Excel alone; else what parts the cells is told by the
 * rows that have equally many, whatever stands above them.
 */
export function rowsOfCsv(text: string): string[][] {
  const plain = text.replace(/^\uFEFF/, '')
  const said = /^"?sep=([^\r\n])"?[,;\t]*(?:\r\n|\r|\n)/i.exec(plain)
  const body = said ? plain.slice(said[0].length) : plain
  const delimiter = said?.[1] ?? delimiterIn(body)
  return Papa.parse<string[]>(body, { skipEmptyLines: 'greedy', ...(delimiter && { delimiter }) }).data
}

function delimiterIn(text: string): string | null {
  let [best, most] = [null as string | null, 0]
  for (const delimiter of delimiters) {
    const { data } = Papa.parse<string[]>(text, {
      delimiter,
      preview: rowsToLookAt,
      skipEmptyLines: 'greedy'
    })
    const width = usualWidth(data)
    const score = width < 2 ? 0 : data.filter((row) => row.length === width).length / data.length
    if (score > most) [best, most] = [delimiter, score]
  }
  return best
}

/** The number of cells that most rows have. */
function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>()
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}

/**
 * Where the head of a table stands: the first row that is filled as the rows below it are. Lines above it, a title or what a
 * survey program says of itself, are handed back as they are.
 */
export function headOf(rows: readonly (readonly string[])[]): { at: number; above: string } {
  const filled = rows.slice(0, rowsToLookAt).map((row) => row.filter((cell) => cell.trim() !== '').length)
  const most = Math.max(0, ...filled)
  const at = most < 2 ? 0 : filled.findIndex((count) => count >= Math.max(2, most * 0.6))
  const above = rows
    .slice(0, at)
    .map((row) =>
      row
        .map((cell) => cell.trim())
        .filter(Boolean)
        .join(' ')
    )
    .filter(Boolean)
    .join('\n')
  return { at, above }
}
