import type { CslRecord } from './csl-record'
import type { Metadata, ProposedField } from './document'

const ownFields = ['title', 'publisher', 'source', 'language', 'published'] as const
type OwnField = (typeof ownFields)[number]

/** What a reference states about a text: fields of its metadata, its bibliographic record, and attributes. */
export interface StatedFacts extends Partial<Pick<Metadata, OwnField>> {
  readonly csl: CslRecord
  readonly attributes: Readonly<Record<string, string>>
}

type Fields = Pick<Metadata, OwnField | 'csl' | 'attributes' | 'proposed'>

/** A field that a reference can say something of. */
export type ReferenceField = OwnField | keyof CslRecord

/**
 * What a reference changes in a text's metadata: it fills what is empty, and takes the place of what differs only where that is asked for. A date that is known more closely takes the place of its own year or month.
 * `fields` are those that change, without attributes.
 */
export function takenFrom(
  own: Fields,
  facts: StatedFacts,
  replace: boolean
): { taken: Partial<Fields>; fields: ReferenceField[]; differing: ReferenceField[] } {
  const taken: Partial<Fields> = {}
  const fields: ReferenceField[] = []
  const differing: ReferenceField[] = []
  for (const field of ownFields) {
    const stated = facts[field]
    if (stated === undefined || stated === null) continue
    const isOpen = isEmptyOr(own[field], stated)
    if (!isSame(own[field], stated)) {
      if (!isOpen) differing.push(field)
      if (!replace && !isOpen) continue
      Object.assign(taken, { [field]: stated })
      fields.push(field)
    }
  }
  const record = { ...own.csl }
  for (const field of Object.keys(facts.csl) as (keyof CslRecord)[]) {
    const [known, stated] = [own.csl[field], facts.csl[field]]
    if (stated === undefined || JSON.stringify(known) === JSON.stringify(stated)) continue
    const isOpen = known === undefined
    if (!isOpen) differing.push(field)
    if (!replace && !isOpen) continue
    Object.assign(record, { [field]: stated })
    fields.push(field)
  }
  if (fields.some((field) => field in facts.csl)) taken.csl = record
  const attributes = Object.entries(facts.attributes).filter(
    ([name, value]) => !Object.hasOwn(own.attributes, name) || (replace && own.attributes[name] !== value)
  )
  if (attributes.length > 0) taken.attributes = { ...own.attributes, ...Object.fromEntries(attributes) }
  // What a reference says, and says alike, is no proposal of ours any more.
  const said = new Set<string>([...ownFields.filter((each) => facts[each]), ...Object.keys(facts.csl)])
  const proposed: ProposedField[] = own.proposed.filter(
    (each) => !said.has(each) || differing.includes(each as never)
  )
  if (proposed.length < own.proposed.length) taken.proposed = proposed
  return { taken, fields, differing }
}

type Value = Fields[OwnField]

function dateOf(value: Value): string | null {
  return typeof value === 'object' && value !== null ? value.date : null
}

function isSame(own: Value, stated: Value): boolean {
  return own === stated || (dateOf(own) !== null && dateOf(own) === dateOf(stated))
}

function isEmptyOr(own: Value, stated: Value): boolean {
  const date = dateOf(own)
  return own === '' || own === null || (date !== null && (dateOf(stated) ?? '').startsWith(date))
}
