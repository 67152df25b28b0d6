import { parseQuery } from '../../shared/concordance/parse-query'
import { printQuery } from '../../shared/concordance/print-query'
import type { QueryNode, Term } from '../../shared/concordance/query'
import { grouping, groupingOf, noSteps, taken, type Walk } from './trail-walk'

/** The query for every rendering of a formula. */
export function formulaQuery(name: string): string {
  return printQuery({ kind: 'formula', name })
}

/** The steps with which a query begins: the renderings of a formula are put together, unless something else is. */
export function stepsFor(query: string, walk: Walk = noSteps): Walk {
  return asked(query)?.kind === 'formula' && groupingOf(walk) === null
    ? taken(walk, grouping({ by: 'form' }))
    : walk
}

/** What a query is about, as far as the register can know it: the words of one phrase, or a formula; null for others. */
export function asked(query: string): { readonly kind: 'words' | 'formula'; readonly name: string } | null {
  const parsed = parseQuery(query)
  if (!parsed.ok) return null
  const node = wordsOf(parsed.query)
  if (node.kind === 'formula') return node
  if (node.kind !== 'phrase' || !node.terms.every(isPlain)) return null
  return { kind: 'words', name: node.terms.map(({ text }) => text).join(' ') }
}

/** What conditions and other versions are asked of. */
function wordsOf(query: QueryNode): QueryNode {
  if (query.kind === 'beside' || query.kind === 'where') return wordsOf(query.of)
  return query
}

function isPlain(term: Term): term is Exclude<Term, { kind: 'any' }> {
  return term.kind === 'quoted' || (term.kind === 'word' && !/[*?\\]/.test(term.text))
}
