import type { CslRecord } from '../../shared/model/csl-record'
import type { KnownDate, Metadata, ProposedField } from '../../shared/model/document'
import { languageTag } from '../../shared/model/metadata-limits'
import { isRealDate } from '../../shared/model/real-date'
import { sameValue } from '../../shared/operations/same-value'

export type EditableMetadata = Omit<Metadata, 'works'>

/** Metadata while it is being written: dates may be unfinished. */
export interface Draft extends Omit<EditableMetadata, 'published' | 'event'> {
  readonly published: string
  readonly event: string
}

/** The draft of what is known; of a whole document, say, it takes what can be edited. */
export function toDraft(metadata: EditableMetadata): Draft {
  const { title, language, rendering, published, event, publisher, source, credit, notes } = metadata
  const { attributes, csl, proposed } = metadata
  const dates = { published: published?.date ?? '', event: event?.date ?? '' }
  return { title, language, rendering, ...dates, publisher, source, credit, notes, attributes, csl, proposed }
}

/** What is known of a document, without the rest of its record. */
export function metadataOf(document: Metadata): Metadata {
  const { title, language, rendering, works, published, event, publisher, source } = document
  const { credit, notes, attributes, csl, proposed } = document
  const about = { title, language, rendering, works, published, event, publisher, source }
  return { ...about, credit, notes, attributes, csl, proposed }
}

/** What the form of a draft shows of several texts at once. */
export type SharedField = Exclude<keyof Draft, 'attributes' | 'csl' | 'proposed'> | 'author'

/** The fields in which several drafts do not say the same. */
export function differingFields(drafts: readonly Draft[]): ReadonlySet<SharedField> {
  const [first, ...others] = drafts
  if (!first) return new Set()
  const { attributes: _, csl, proposed: __, ...fields } = first
  const differing = (Object.keys(fields) as (keyof typeof fields)[]).filter((field) =>
    others.some((each) => each[field] !== first[field])
  )
  const hasOtherAuthors = others.some((each) => !sameValue(each.csl.author, csl.author))
  return new Set<SharedField>(hasOtherAuthors ? [...differing, 'author'] : differing)
}

/** A draft that was begun on one state, on another: fields that were not touched take their new values. */
export function rebased(draft: Draft, first: Draft, now: Draft): Draft {
  const touched = Object.entries(draft).filter(
    ([field, value]) => !sameValue(value, first[field as keyof Draft])
  )
  return { ...now, ...(Object.fromEntries(touched) as Partial<Draft>) }
}

/** A field that can hold what cannot stand. */
export type CheckedField = 'title' | 'published' | 'event' | 'language'

/** The fields of a draft that cannot stand as they are, in the order of the form. */
export function faultyFields(draft: Draft): CheckedField[] {
  const faulty: CheckedField[] = []
  if (draft.title.trim() === '') faulty.push('title')
  if (readDate(draft.published) === undefined) faulty.push('published')
  if (readDate(draft.event) === undefined) faulty.push('event')
  if (!languageTag.test(draft.language.trim())) faulty.push('language')
  return faulty
}

/** The metadata of a draft; null while a field cannot stand. */
export function fromDraft(draft: Draft): EditableMetadata | null {
  const published = readDate(draft.published)
  const event = readDate(draft.event)
  if (published === undefined || event === undefined || faultyFields(draft).length > 0) return null
  return { ...draft, title: draft.title.trim(), language: draft.language.trim(), published, event }
}

/** A date as it is typed; null for none, undefined for what is no date. */
export function readDate(text: string): KnownDate | null | undefined {
  const date = text.trim()
  if (date === '') return null
  if (!isRealDate(date)) return undefined
  return { date, precision: date.length === 10 ? 'day' : date.length === 7 ? 'month' : 'year' }
}

/**
 * A draft with some fields changed by a person, who says with it what had only been proposed. Of the bibliographic
 * record only those fields are changed that differ between `patch` and the draft that it was made from.
 */
export function edited(draft: Draft, patch: Partial<Draft>, madeFrom: Draft = draft): Draft {
  const csl = patch.csl ? mergedRecord(draft.csl, madeFrom.csl, patch.csl) : draft.csl
  const touched = new Set<string>(Object.keys(patch))
  if (patch.csl && JSON.stringify(patch.csl.author) !== JSON.stringify(madeFrom.csl.author))
    touched.add('author')
  const left = patch.proposed ?? draft.proposed
  return { ...draft, ...patch, csl, proposed: left.filter((field) => !touched.has(field)) }
}

/** A draft with a proposed field confirmed as it stands. */
export function confirmed(draft: Draft, field: ProposedField): Draft {
  return { ...draft, proposed: draft.proposed.filter((each) => each !== field) }
}

function mergedRecord(own: CslRecord, before: CslRecord, after: CslRecord): CslRecord {
  const merged: Record<string, unknown> = { ...own }
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof CslRecord>) {
    if (JSON.stringify(before[field]) === JSON.stringify(after[field])) continue
    if (after[field] === undefined) delete merged[field]
    else merged[field] = after[field]
  }
  return merged
}
