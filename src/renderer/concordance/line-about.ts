import type { ConcordanceLine } from '../../shared/concordance/lines'
import type { VariorumDocument } from '../../shared/model/document'

/** How much is said of the text of each line. */
export type AboutColumn = 'whole' | 'short' | 'none'

/** Where a line is from: a title, which may be cut, and what stands behind it whole. */
export interface LineAbout {
  readonly title: string
  readonly place: string
}

/** Title, year and paragraph; in short the year alone, or the title where there is none. */
export function lineAbout(
  { title, published }: Pick<VariorumDocument, 'title' | 'published'>,
  { block }: Pick<ConcordanceLine, 'block'>,
  column: AboutColumn
): LineAbout {
  const year = published?.date.slice(0, 4) ?? ''
  if (column === 'whole') return { title, place: [year, `¶ ${block + 1}`].filter(Boolean).join(' · ') }
  return year === '' ? { title, place: '' } : { title: '', place: year }
}
