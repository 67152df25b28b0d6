import type { ExportWords } from '../words'
import type { AlignedWork } from './aligned-work'
import { alignedToCsv } from './csv'
import { alignedToHtml } from './html'

/** Formats of an aligned work: to read, to count with. */
export type AlignedFormat = 'html' | 'docx' | 'csv' | 'xlsx'

/** An aligned work as the contents of a file. The libraries for office files are loaded when they are needed. */
export async function exportAligned(
  format: AlignedFormat,
  work: AlignedWork,
  words: ExportWords
): Promise<string | Uint8Array> {
  switch (format) {
    case 'html':
      return alignedToHtml(work, words)
    case 'csv':
      return alignedToCsv(work, words)
    case 'docx':
      return (await import('./docx')).alignedToDocx(work, words)
    case 'xlsx':
      return (await import('./xlsx')).alignedToXlsx(work, words)
  }
}
