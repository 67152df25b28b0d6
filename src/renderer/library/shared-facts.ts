import type { VariorumDocument } from '../../shared/model/document'
import { languageTag, metadataLimits } from '../../shared/model/metadata-limits'
import type { SharedFacts } from '../../shared/operations/edit'
import { readDate } from '../ui/metadata-draft'

/** What texts can be said to have in common, in the order of the form. */
export const sharedFields = [
  'rendering',
  'language',
  'published',
  'event',
  'publisher',
  'source',
  'credit'
] as const
export type SharedField = (typeof sharedFields)[number]

/** What was typed of the facts of several texts. A field that nobody touched is not in it, and stays as it is in each text. */
export interface SharedDraft {
  readonly fields: Readonly<Partial<Record<SharedField, string>>>
  readonly attributes: Readonly<Record<string, string>>
}

export const nothingShared: SharedDraft = { fields: {}, attributes: {} }

/** What a text says in a field, as it is typed. */
function typedIn(document: VariorumDocument, field: SharedField): string {
  return field === 'published' || field === 'event' ? (document[field]?.date ?? '') : document[field]
}

/** What all texts say in a field; null where they differ. */
export function commonValue(documents: readonly VariorumDocument[], field: SharedField): string | null {
  const values = new Set(documents.map((each) => typedIn(each, field)))
  const [only = ''] = values
  return values.size > 1 ? null : only
}

/** The fields that cannot stand as they are typed. */
export function faultyShared({ fields, attributes }: SharedDraft): (SharedField | 'attributes')[] {
  const faulty: (SharedField | 'attributes')[] = sharedFields.filter((field) => {
    const typed = fields[field]
    if (typed === undefined || field === 'rendering') return false
    if (field === 'language') return !languageTag.test(typed.trim())
    if (field === 'published' || field === 'event') return readDate(typed) === undefined
    return typed.length > metadataLimits[field]
  })
  const { attributeName, attributeValue } = metadataLimits
  const isLong = Object.entries(attributes).some(
    ([name, value]) => name.length > attributeName || value.length > attributeValue
  )
  return isLong ? [...faulty, 'attributes'] : faulty
}

/** The change to ask for; null where nothing was touched, or a field cannot stand. */
export function sharedPatch(draft: SharedDraft): SharedFacts | null {
  if (faultyShared(draft).length > 0) return null
  const { rendering, language, published, event, publisher, source, credit } = draft.fields
  const patch: SharedFacts = {
    ...(rendering === undefined ? {} : { rendering: rendering as VariorumDocument['rendering'] }),
    ...(language === undefined ? {} : { language: language.trim() }),
    ...(published === undefined ? {} : { published: readDate(published) ?? null }),
    ...(event === undefined ? {} : { event: readDate(event) ?? null }),
    ...(publisher === undefined ? {} : { publisher: publisher.trim() }),
    ...(source === undefined ? {} : { source: source.trim() }),
    ...(credit === undefined ? {} : { credit: credit.trim() }),
    ...(Object.keys(draft.attributes).length === 0 ? {} : { attributes: { ...draft.attributes } })
  }
  return Object.keys(patch).length === 0 ? null : patch
}

/** What a text says now in the fields of a patch: what others have changed meanwhile is told by it. */
export function seenIn(document: VariorumDocument, patch: SharedFacts): SharedFacts {
  const fields = sharedFields.filter((field) => field in patch).map((field) => [field, document[field]])
  const attributes = Object.keys(patch.attributes ?? {}).flatMap((name) =>
    Object.hasOwn(document.attributes, name) ? [[name, document.attributes[name]]] : []
  )
  return {
    ...Object.fromEntries(fields),
    ...(patch.attributes ? { attributes: Object.fromEntries(attributes) } : {})
  }
}
