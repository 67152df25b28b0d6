import type { Metadata } from './document'

/** What a reference states about a text: fields of its metadata, those that it says something of, and attributes. */
export interface StatedFacts
  extends Partial<Pick<Metadata, 'title' | 'author' | 'publisher' | 'source' | 'language' | 'published'>> {
  readonly attributes: Readonly<Record<string, string>>
}

const fields = ['title', 'author', 'publisher', 'source', 'language', 'published'] as const

type Fields = Pick<Metadata, (typeof fields)[number] | 'attributes'>

/**
 * What a reference changes in a text's metadata: it fills what is empty, and takes the place of what differs only where
 * that is asked for. A date that is known more closely takes the place of its own year or month.
 */
export function takenFrom(
  own: Fields,
  facts: StatedFacts,
  replace: boolean
): { taken: Partial<Fields>; differing: (typeof fields)[number][] } {
  const taken: Partial<Fields> = {}
  const differing: (typeof fields)[number][] = []
  for (const field of fields) {
    const stated = facts[field]
    if (stated === undefined || stated === null || same(own[field], stated)) continue
    if (!isOpen(own[field], stated)) differing.push(field)
    if (replace || isOpen(own[field], stated)) Object.assign(taken, { [field]: stated })
  }
  const attributes = Object.entries(facts.attributes).filter(
    ([name, value]) => !Object.hasOwn(own.attributes, name) || (replace && own.attributes[name] !== value)
  )
  if (attributes.length > 0) taken.attributes = { ...own.attributes, ...Object.fromEntries(attributes) }
  return { taken, differing }
}

type Value = Fields[(typeof fields)[number]]

function dateOf(value: Value | undefined): string | null {
  return typeof value === 'object' && value !== null ? value.date : null
}

function same(own: Value, stated: Value): boolean {
  return own === stated || (dateOf(own) !== null && dateOf(own) === dateOf(stated))
}

function isOpen(own: Value, stated: Value): boolean {
  const date = dateOf(own)
  return own === '' || own === null || (date !== null && (dateOf(stated) ?? '').startsWith(date))
}
