import type { DocumentId } from '../../shared/model/ids'
import type { RecycledAnswer } from '../../shared/recycled/recycled-answers'
import { type DatedText, repeatsOf } from '../../shared/recycled/repeats-matrix'

type Documents = Readonly<
  Record<
    DocumentId,
    {
      readonly publisher?: string
      readonly title: string
      readonly published?: { readonly date: string } | null
    }
  >
>

/** The numbers of the passages that are listed: all, or those that one publisher repeats from another. */
export function passagesShown(
  { passages }: RecycledAnswer,
  documents: Documents,
  between: { readonly later: string; readonly earlier: string } | null
): number[] {
  const textOf = (id: DocumentId): DatedText => ({
    name: documents[id]?.publisher || documents[id]?.title || '',
    date: documents[id]?.published?.date ?? ''
  })
  return passages.flatMap(({ places }, at) => {
    if (!between) return [at]
    const { first, later } = repeatsOf([...new Set(places.map(({ document }) => document))].map(textOf))
    return first === between.earlier && later.has(between.later) ? [at] : []
  })
}
