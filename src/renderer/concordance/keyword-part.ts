import { printQuery } from '../../shared/concordance/print-query'
import type { FieldCondition } from '../../shared/concordance/query'
import type { CorpusPart } from '../../shared/ipc/concordance-requests'

/** A fact of texts that tells a part of the corpus: one of theirs, or `attribute:Name`, one of the project's own. */
export type PartFact = string

/** The texts with a value of a fact, of one language where one is named. */
export function partOfCorpus(fact: PartFact, value: string, language: string): CorpusPart {
  const within = language === '' ? {} : { language }
  if (fact.startsWith('attribute:'))
    return { ...within, attribute: { name: fact.slice('attribute:'.length), value } }
  switch (fact) {
    case 'year': {
      const year = value === '' ? null : Number(value)
      return { ...within, years: { from: year, to: year } }
    }
    case 'kind':
      return { ...within, kind: value }
    case 'publisher':
      return { ...within, publisher: value }
    default:
      return { ...within, language: value }
  }
}

/** The query for a word as it is written, in the texts with a value of a fact as far as a query can say that. */
export function keywordQuery(word: string, fact: PartFact, value: string, language: string): string {
  const conditions: FieldCondition[] = []
  const add = (field: FieldCondition['field'], said: string) => {
    if (said !== '') conditions.push({ field, value: said, negated: false })
  }
  add('lang', fact === 'language' ? value : language)
  if (fact.startsWith('attribute:')) {
    if (value !== '') add('attr', `${fact.slice('attribute:'.length)}=${value}`)
  } else if (fact === 'year') add('date', value)
  else if (fact === 'kind') add('kind', value)
  else if (fact === 'publisher') add('publisher', value)
  const words = { kind: 'phrase' as const, terms: [{ kind: 'quoted' as const, text: word }] }
  return printQuery(conditions.length === 0 ? words : { kind: 'where', of: words, conditions })
}
