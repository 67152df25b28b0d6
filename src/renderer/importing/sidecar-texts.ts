import type { Metadata, VariorumDocument } from '../../shared/model/document'
import { type ReferenceField, type StatedFacts, takenFrom } from '../../shared/model/reference'
import { naturalOrder } from '../../shared/text/natural-order'
import { i18n } from '../state/i18n'
import { fromDraft } from '../ui/metadata-draft'
import type { ImportDraft } from './import-draft'
import { textName } from './use-sidecars'

/** A text that something may be said of, with what is known of it. */
export interface TextChoice {
  readonly metadata: Omit<Metadata, 'works'>
}

/** The texts on their way in that are wanted, then those of the project, by title. */
export function textChoices(
  drafts: Readonly<Record<string, ImportDraft>>,
  documents: Readonly<Record<string, VariorumDocument>>
): ReadonlyMap<string, TextChoice> {
  const coming = Object.entries(drafts).flatMap(([key, draft]) => {
    const metadata = draft.included ? fromDraft(draft.metadata) : null
    return metadata ? [[textName({ key }), { metadata }] as const] : []
  })
  const there = Object.values(documents).map(
    (document) => [textName({ document: document.id }), { metadata: document }] as const
  )
  const byTitle = ([, a]: readonly [string, TextChoice], [, b]: readonly [string, TextChoice]) =>
    naturalOrder(a.metadata.title, b.metadata.title)
  return new Map([...coming.sort(byTitle), ...there.sort(byTitle)])
}

/** What a reference does to a text, in words, and how many of its fields are known differently there. */
export function factsTold(
  { metadata }: TextChoice,
  facts: StatedFacts,
  replace: boolean
): { does: string; differing: number } {
  const { taken, fields, differing } = takenFrom(metadata, facts, replace)
  const { attributes = {} } = taken
  const named = [
    ...fields.map(fieldName),
    ...Object.keys(attributes).filter((name) => attributes[name] !== metadata.attributes[name])
  ]
  const does =
    named.length > 0 ? i18n.t('sidecar.sets', { fields: named.join(', ') }) : i18n.t('sidecar.setsNothing')
  return { does, differing: differing.length }
}

function fieldName(field: ReferenceField): string {
  switch (field) {
    case 'title':
    case 'publisher':
    case 'source':
    case 'language':
    case 'published':
      return i18n.t(`sidecar.field.${field}`)
    default:
      return inSentence(i18n.t(`csl.${field}`))
  }
}

/** A label within a sentence: a small letter at its start, but for abbreviations. */
function inSentence(label: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}
