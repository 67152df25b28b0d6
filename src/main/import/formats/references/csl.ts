import type { RawFile } from '../../parsed'
import { type Json, listOf, objectOf, textOf } from '../json'
import { plain, recordOf } from './record-of'
import { factsOf } from './reference'

/** References as CSL-JSON, the format of citation processors; those without a title are counted as left out. */
export function referencesOf(items: readonly Json[], leftOut = 0): RawFile {
  const sidecars = items.flatMap((item) => {
    const facts = factsOf({
      title: plain(textOf(item.title)),
      publisher: textOf(item.publisher),
      source: textOf(item.URL),
      language: textOf(item.language),
      published: dateOf(item.issued),
      csl: recordOf(item),
      attributes: {
        'citation key': textOf(item['citation-key'] ?? item.id),
        keywords: textOf(item.keyword),
        abstract: plain(textOf(item.abstract))
      }
    })
    if (facts.title === '') return []
    const of = { title: facts.title, doi: textOf(item.DOI), source: facts.source }
    return [{ kind: 'reference' as const, of, facts }]
  })
  const missing = leftOut + items.length - sidecars.length
  return {
    texts: [],
    sidecars,
    warnings: missing > 0 ? [{ key: 'referencesLeftOut', count: missing }] : []
  }
}

/** A date as far as it is known, `2020-03-05`; or as it was written. What is written with a question mark is no date to state. */
function dateOf(value: unknown): string {
  const { 'date-parts': parts, raw, literal } = objectOf(value)
  const [year, month, day] = listOf(listOf(parts)[0]).map((each) => textOf(each))
  if (!year) return textOf(raw ?? literal).replace(/^.*\?\]?$/, '')
  return [
    year.padStart(4, '0'),
    ...[month, day].flatMap((each) => (each ? [each.padStart(2, '0')] : []))
  ].join('-')
}
