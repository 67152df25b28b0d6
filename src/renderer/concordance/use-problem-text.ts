import type { QueryProblem } from '../../shared/concordance/query'
import { useT } from '../state/i18n'

/** What is wrong with a query, in words. */
export function useProblemText(): (problem: QueryProblem) => string {
  const t = useT()
  return ({ code, detail }) => t(`concordance.problems.${code}`, { detail })
}
