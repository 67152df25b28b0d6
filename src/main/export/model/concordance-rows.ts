import { dateText } from '../../../shared/excerpts/citation'
import { isReadFromRight } from '../../../shared/text/reading-direction'
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

/** The contexts as they lie to the left and to the right of the hit: what is read from right to left goes on to its left. */
export function besideHit({ left, hit, right }: ConcordanceRow): readonly [string, string] {
  return isReadFromRight(left + hit + right) ? [right, left] : [left, right]
}

/** A sentence that answers in three: the words that answer the hit are in the middle; they are empty where none do. */
export function aroundSaid({
  text,
  said
}: ConcordanceRow['answers'][number]): readonly [before: string, said: string, after: string] {
  if (!said) return [text, '', '']
  return [text.slice(0, said.start), text.slice(said.start, said.end), text.slice(said.end)]
}
