/** A cell and where it stands: cells that reach over several columns or rows take their places. */
interface Placed {
  readonly cell: Element
  readonly row: number
  readonly column: number
}

/** No table is wider or higher than this; a larger number is a mistake. */
const most = 300
/** Places that cells from above may take in all. */
const mostTaken = 200_000

/**
 * A table of data, not one that only lays a page out: at least two rows with several cells, and they most of the rows; no
 * table inside, and, where it has no heads, no cell that is a page by itself.
 */
export function isDataTable(table: Element): boolean {
  if (table.querySelector('table')) return false
  const rows = Array.from(table.querySelectorAll('tr'), (row) => Array.from(row.children))
  const several = rows.filter((cells) => cells.length > 1)
  if (several.length < 2 || several.length < rows.length * 0.5) return false
  return table.querySelector('th') !== null || !rows.flat().some(isPage)
}

function isPage(cell: Element): boolean {
  return cell.querySelectorAll('p, div, h1, h2, h3, h4, h5, h6, ul, ol, blockquote').length > 6
}

/** The cells of a table in order, with their places. */
export function placesIn(table: Element): Placed[] {
  const placed: Placed[] = []
  const taken = new Set<string>()
  Array.from(table.querySelectorAll('tr')).forEach((line, row) => {
    let column = 0
    for (const cell of Array.from(line.children)) {
      while (taken.has(`${row} ${column}`)) column++
      placed.push({ cell, row, column })
      const [wide, high] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')]
      if (high > 1 && taken.size < mostTaken)
        for (let below = 1; below < high; below++)
          for (let beside = 0; beside < wide; beside++) taken.add(`${row + below} ${column + beside}`)
      column += wide
    }
  })
  return placed
}

function spanOf(cell: Element, attribute: 'colspan' | 'rowspan'): number {
  const span = Number(cell.getAttribute(attribute) ?? 1)
  return Number.isInteger(span) && span > 0 && span <= most ? span : 1
}
