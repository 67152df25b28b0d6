import writeXlsxFile from 'write-excel-file/node'
import type { ExportWords } from '../words'
import type { AlignedWork } from './aligned-work'
import { alignedTable, type TableCell } from './table'

const widths = { row: 6, text: 60, figure: 11 }

/** An aligned work as a workbook: the same table as in CSV, texts wrapped, the head in bold and fixed. */
export async function alignedToXlsx(work: AlignedWork, words: ExportWords): Promise<Uint8Array> {
  const [head = [], ...rows] = alignedTable(work, words)
  const isText = (column: number) => String(head[column] ?? '').startsWith('version')
  const cell = (value: TableCell, column: number) => {
    if (value === null) return null
    if (typeof value === 'number') return { type: Number, value }
    return { type: String, value, wrap: isText(column), alignVertical: 'top' as const }
  }
  const data = [
    head.map((value) => ({ type: String, value: String(value ?? ''), fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map(cell))
  ]
  const columns = head.map((_, column) => ({
    width: column === 0 ? widths.row : isText(column) ? widths.text : widths.figure
  }))
  return await writeXlsxFile(data, { columns, stickyRowsCount: 1 }).toBuffer()
}
