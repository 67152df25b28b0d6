import type { VariorumDocument } from '../../shared/model/document'
import { renderingOrder } from '../../shared/model/rendering-order'
import { byTitle, naturalOrder } from '../../shared/text/natural-order'
import type { SortColumn } from './DocumentTable'

/** Sorts texts by a column; those of which it is not known come last, either way round. Which of them are versions of one work is the table's business. */
export function sortDocuments(
  documents: readonly VariorumDocument[],
  { column, descending }: { column: SortColumn; descending: boolean }
): VariorumDocument[] {
  const key = (each: VariorumDocument): string | number | null => {
    switch (column) {
      case 'work':
        return each.title
      case 'published':
        return each.published?.date ?? null
      case 'words':
        return each.words
      case 'publisher':
        return each.publisher === '' ? null : each.publisher
      default:
        return each[column]
    }
  }
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
