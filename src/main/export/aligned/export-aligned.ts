import type { ExportWords } from '../words'
import type { AlignedWork } from './aligned-work'
import { alignedToTei } from './tei'
import { alignedToTmx } from './tmx'

/** Formats of an aligned work for translation memories and for scholarly editions. */
export type AlignedFormat = 'tmx' | 'xml'

/** An aligned work as the contents of a file. */
export function exportAligned(
  format: AlignedFormat,
  work: AlignedWork,
  words: ExportWords,
  version: string
): string {
  switch (format) {
    case 'tmx':
      return alignedToTmx(work, new Date(), version)
    case 'xml':
      return alignedToTei(work, words)
  }
}
