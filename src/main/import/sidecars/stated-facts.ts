import type { StatedFacts } from '../../../shared/model/reference'
import type { ReferenceFacts } from '../parsed-sidecars'
import { readStatedDate } from '../propose/dates'

/** What a reference states, as a text's metadata has it; without what it does not say, or says in no way that is known. */
export function statedFacts({ attributes, published, csl, ...texts }: ReferenceFacts): StatedFacts {
  const said = Object.entries(texts).filter(([, value]) => value !== '')
  const date = published === '' ? null : readStatedDate(published)
  return { ...Object.fromEntries(said), ...(date ? { published: date } : {}), csl, attributes }
}
