import { dateText } from '../../../shared/excerpts/citation'
import type { ConcordanceModel, ConcordanceRow } from '../format'

/** The rows group by group; one group without a name where they are not grouped. */
export function groupsOfRows({
  rows,
  isGrouped
}: Pick<ConcordanceModel, 'rows' | 'isGrouped'>): { group: string | null; rows: ConcordanceRow[] }[] {
  const groups: { group: string | null; rows: ConcordanceRow[] }[] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last && (!isGrouped || last.group === row.group)) last.rows.push(row)
    else groups.push({ group: isGrouped ? row.group : null, rows: [row] })
  }
  return groups
}

/** Where a line stands, as a reader names it: title, date, paragraph. */
export function rowPlace(
  { documents, words }: Pick<ConcordanceModel, 'documents' | 'words'>,
  { document: id, paragraph }: ConcordanceRow
): string {
  const document = documents.get(id)
  const date = document ? dateText(document.published) : ''
  const number = paragraph === null ? '' : `¶ ${paragraph}`
  const parts = [document?.title ?? '', date, number].filter((part) => part !== '')
  return parts.join(words.language === 'en' ? ', ' : '，')
}
