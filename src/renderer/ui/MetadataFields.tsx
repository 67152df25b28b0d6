import type { KnownDate, Metadata, Rendering } from '../../shared/model/document'
import { languageTag } from '../../shared/model/metadata-limits'
import { isRealDate } from '../../shared/model/real-date'
import { sameValue } from '../../shared/operations/difference'
import { useT } from '../app/api/i18n'
import { Field } from './Field'

export type EditableMetadata = Omit<Metadata, 'works'>

export const renderings: readonly Rendering[] = ['source', 'official', 'unofficial', 'machine', 'unknown']

/** Metadata while it is being written: dates may be unfinished. */
export interface Draft extends Omit<EditableMetadata, 'published' | 'event'> {
  readonly published: string
  readonly event: string
}

/** What is known of a document, without the rest of its record. */
export function metadataOf(document: Metadata): Metadata {
  const { title, language, rendering, works, published, event, author, publisher } = document
  const { source, credit, notes, attributes } = document
  const about = { title, language, rendering, works, published, event, author, publisher }
  return { ...about, source, credit, notes, attributes }
}

/** The draft of what is known; of a whole document, say, it takes what can be edited. */
export function toDraft(metadata: EditableMetadata): Draft {
  const {
    title,
    language,
    rendering,
    published,
    event,
    author,
    publisher,
    source,
    credit,
    notes,
    attributes
  } = metadata
  const dates = { published: published?.date ?? '', event: event?.date ?? '' }
  return { title, language, rendering, ...dates, author, publisher, source, credit, notes, attributes }
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

export function MetadataFields({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const t = useT()
  const faulty = faultyFields(draft)
  const wrong = {
    title: t('metadata.titleWrong'),
    language: t('metadata.languageWrong'),
    published: t('metadata.dateWrong'),
    event: t('metadata.dateWrong')
  }
  const errorOf = (key: keyof Draft): { error?: string } => {
    const found = faulty.find((each) => each === key)
    return found ? { error: wrong[found] } : {}
  }
  const text = (key: 'title' | 'author' | 'publisher' | 'source' | 'credit' | 'language') => (
    <Field label={t(`metadata.${key}`)} {...errorOf(key)}>
      <input
        name={key}
        value={draft[key]}
        onChange={(event) => onChange({ ...draft, [key]: event.target.value })}
      />
    </Field>
  )
  const date = (key: 'published' | 'event') => (
    <Field label={t(`metadata.${key}`)} hint={t('metadata.dateHint')} {...errorOf(key)}>
      <input
        name={key}
        value={draft[key]}
        onChange={(event) => onChange({ ...draft, [key]: event.target.value })}
      />
    </Field>
  )
  return (
    <div className="metadata-fields">
      <div className="wide">{text('title')}</div>
      {date('published')}
      {date('event')}
      <Field label={t('metadata.rendering')}>
        <select
          value={draft.rendering}
          onChange={(event) => onChange({ ...draft, rendering: event.target.value as Rendering })}
        >
          {renderings.map((each) => (
            <option key={each} value={each}>
              {t(`rendering.${each}`)}
            </option>
          ))}
        </select>
      </Field>
      {text('language')}
      {text('publisher')}
      {text('author')}
      {text('source')}
      {text('credit')}
      <div className="wide">
        <Field label={t('metadata.notes')}>
          <textarea
            rows={2}
            value={draft.notes}
            onChange={(event) => onChange({ ...draft, notes: event.target.value })}
          />
        </Field>
      </div>
    </div>
  )
}
