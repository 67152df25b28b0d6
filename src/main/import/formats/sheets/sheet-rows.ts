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
  const { data, errors, meta } = Papa.parse<string[]>(body, {
    skipEmptyLines: 'greedy',
    ...(delimiter && { delimiter })
  })
  return errors.some(({ type }) => type === 'Quotes') ? rowsWithOddQuotes(body, meta.delimiter) : data
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
 * The rows of a table that does not write its quotation marks as CSV does: a cell is quoted where its closing mark ends it;
 * else the marks are signs of its words, and it ends with its line.
 */
function rowsWithOddQuotes(text: string, delimiter: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (let at = 0; at <= text.length; ) {
    const { cell, end } = cellAt(text, at, delimiter)
    row.push(cell)
    at = end + 1
    if (text[end] === delimiter) continue
    if (text[end] === '\r' && text[end + 1] === '\n') at++
    if (row.some((each) => each.trim() !== '')) rows.push(row)
    row = []
  }
  return rows
}

/** The cell that begins at a place, and where it ends: at a delimiter, a line end, or the end of the table. */
function cellAt(text: string, start: number, delimiter: string): { cell: string; end: number } {
  const isEnd = (at: number) => at >= text.length || text[at] === delimiter || /[\r\n]/.test(text[at] ?? '')
  if (text[start] === '"') {
    let close = text.indexOf('"', start + 1)
    while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
    if (close !== -1 && isEnd(close + 1))
      return { cell: text.slice(start + 1, close).replaceAll('""', '"'), end: close + 1 }
  }
  let end = start
  while (!isEnd(end)) end++
  return { cell: text.slice(start, end), end }
}

/** A row that reaches further to the right than those above it and looks like a head, below what a program says of itself. */
function headBelow(rows: readonly (readonly string[])[], first: number): number | null {
  const reach = (row: readonly string[]) => row.findLastIndex((cell) => cell.trim() !== '')
  const widest = Math.max(0, ...rows.slice(0, rowsToLookAt).map(reach))
  const at = rows.slice(0, rowsToLookAt).findIndex((row) => reach(row) === widest)
  return at > first && reach(rows[first] ?? []) < widest && looksLikeHead(rows[at] ?? []) ? at : null
}

const longestName = 80

function looksLikeHead(row: readonly string[]): boolean {
  const cells = row.map((cell) => cell.trim())
  return (
    cells.every((cell) => cell !== '' && cell.length <= longestName && !isFigure(cell)) &&
    new Set(cells).size === cells.length
  )
}

/** A number, or a date in figures. */
function isFigure(cell: string): boolean {
  return /^[-+]?\d[\d.,:/ -]*%?$/.test(cell.trim())
}

/** Whether the row in a head's place is one of the table: it says a sentence, and has figures where the next has figures too. */
function isData(rows: readonly (readonly string[])[], at: number): boolean {
  const [row = [], next = []] = rows.slice(at, at + 2)
  const says = row.some(
    (cell) => cell.length > (/\p{Script=Han}/u.test(cell) ? 10 : 25) && /[.。!！]["”’]?$/.test(cell.trim())
  )
  if (!says || next.length === 0) return false
  return row.length === 1 || row.some((cell, column) => isFigure(cell) && isFigure(next[column] ?? ''))
}

/**
 * Where the head of a table stands: the first row that is filled as the rows below it are; -1 where it has none. Lines above it, a title or what a
 * survey program says of itself, are handed back as they are.
 */
export function headOf(rows: readonly (readonly string[])[]): { at: number; above: string } {
  const filled = rows.slice(0, rowsToLookAt).map((row) => row.filter((cell) => cell.trim() !== '').length)
  const most = Math.max(0, ...filled)
  const first = most < 2 ? 0 : filled.findIndex((count) => count >= Math.max(2, most * 0.6))
  const at = headBelow(rows, first) ?? first
  if (isData(rows, at)) return { at: at - 1, above: '' }
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
