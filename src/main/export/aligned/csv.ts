import { csvFile } from '../csv-file'
import type { ExportWords } from '../words'
import type { AlignedWork } from './aligned-work'
import { alignedTable } from './table'

/** An aligned work as CSV. */
export function alignedToCsv(work: AlignedWork, words: ExportWords): string {
  const [head = [], ...rows] = alignedTable(work, words)
  return csvFile(head.map(String), rows)
}
