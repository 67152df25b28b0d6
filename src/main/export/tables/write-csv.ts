import { csvLines } from '../csv-file'
import { type Cell, type Column, cellsOf } from './column'

/** So many rows are written in one piece: some milliseconds of work. */
const rowsInPiece = 250

/** A table as CSV, piece by piece, its head first; never whole in memory. Resolves to the number of rows below the head. */
export async function writeCsv<Row>(
  columns: readonly Column<Row>[],
  rows: AsyncIterable<Row> | Iterable<Row>,
  write: (piece: string) => Promise<void>
): Promise<number> {
  await write(csvLines([columns.map(({ name }) => name)]))
  let count = 0
  let piece: Cell[][] = []
  for await (const row of rows) {
    piece.push(cellsOf(columns, row))
    count++
    if (piece.length < rowsInPiece) continue
    await write(csvLines(piece))
    piece = []
  }
  await write(csvLines(piece))
  return count
}
