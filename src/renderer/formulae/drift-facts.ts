import type { CslName } from '../../shared/model/csl-record'
import type { VariorumDocument } from '../../shared/model/document'
import type { DriftFact } from './drift-chart'

/** What texts are held together by, beside their dates. */
export const driftFacts = ['publisher', 'kind', 'place', 'translator'] as const

/** What a text has in common with others; empty where nothing is known. */
export function factOf(fact: Exclude<DriftFact, 'time'>, document: VariorumDocument): string {
  if (typeof fact !== 'string') return document.attributes[fact.attribute] ?? ''
  switch (fact) {
    case 'publisher':
      return document.publisher
    case 'kind':
      return document.rendering
    case 'place':
      return document.csl['publisher-place'] ?? ''
    case 'translator':
      return (document.csl.translator ?? []).map(nameOf).join(', ')
  }
}

function nameOf({ literal, given, family }: CslName): string {
  return literal ?? [given, family].filter(Boolean).join(' ')
}
