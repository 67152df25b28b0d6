import { languageTag, metadataLimits } from '../../shared/model/metadata-limits'
import { type Draft, readDate } from './metadata-draft'

const lines = ['title', 'publisher', 'source', 'credit', 'notes'] as const

/** Why a field of metadata cannot stand as it is written; `most` is how many characters it may have. */
export interface MetadataProblem<More extends string = never> {
  readonly field: (typeof lines)[number] | 'language' | 'date' | 'attributes' | More
  readonly kind: 'missing' | 'noDate' | 'noLanguage' | 'tooLong'
  readonly most: number
}

/** The first field of a draft that cannot stand as it is; null where all can. */
export function metadataProblem(draft: Draft): MetadataProblem | null {
  if (draft.title.trim() === '') return { field: 'title', kind: 'missing', most: metadataLimits.title }
  for (const field of lines)
    if (draft[field].length > metadataLimits[field])
      return { field, kind: 'tooLong', most: metadataLimits[field] }
  if (!languageTag.test(draft.language.trim())) return { field: 'language', kind: 'noLanguage', most: 0 }
  if ([draft.published, draft.event].some((date) => readDate(date) === undefined))
    return { field: 'date', kind: 'noDate', most: 0 }
  const { attributeName, attributeValue } = metadataLimits
  const tooLong = Object.entries(draft.attributes).some(
    ([name, value]) => name === '' || name.length > attributeName || value.length > attributeValue
  )
  return tooLong ? { field: 'attributes', kind: 'tooLong', most: attributeValue } : null
}
