import type { LibraryColumn } from '../../shared/ipc/library-columns'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId } from '../../shared/model/ids'
import { renderingOrder } from '../../shared/model/rendering-order'
import { byTitle, naturalOrder } from '../../shared/text/natural-order'
import { valueIn } from './columns'

/** By work, by title, or by what stands in a column. */
export type SortColumn = 'work' | 'title' | LibraryColumn

export interface SortOrder {
  readonly column: SortColumn
  readonly descending: boolean
}

/** Sorts texts by a column; those of which it is not known come last, either way round. Which of them are versions of one work is the table's business. */
export function sortDocuments(
  documents: readonly VariorumDocument[],
  { column, descending }: SortOrder,
  counts: Readonly<Record<DocumentId, number>> = {}
): VariorumDocument[] {
  const key = (each: VariorumDocument) =>
    column === 'work' || column === 'title' ? each.title : valueIn(column, each, counts[each.id] ?? 0)
  const sign = descending ? -1 : 1
  return documents.toSorted((a, b) => {
    const [x, y] = [key(a), key(b)]
    return (
      Number(x === null) - Number(y === null) ||
      sign * compared(x, y) ||
      renderingOrder[a.rendering] - renderingOrder[b.rendering] ||
      byTitle(a, b)
    )
  })
}

function compared(x: string | number | null, y: string | number | null): number {
  return typeof x === 'number' && typeof y === 'number' ? x - y : naturalOrder(String(x), String(y))
}
