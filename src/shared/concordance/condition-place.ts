import { tokens } from './lexer'
import type { FieldCondition, QueryProblem, QueryProblemCode } from './query'

/** A problem with a condition of a query that is well formed: where the condition stands in the query's text. */
export function conditionProblem(
  query: string,
  condition: FieldCondition,
  code: QueryProblemCode
): QueryProblem {
  const { field, value, negated } = condition
  const token = tokens(query).find(
    (each) => each.kind === 'field' && each.name === field && each.value === value && each.negated === negated
  )
  return { code, start: token?.start ?? 0, end: token?.end ?? query.length, detail: value }
}

/** The problem of a formula that is not in the register, where it stands in the query's text. */
export function formulaProblem(query: string, name: string): QueryProblem {
  const token = tokens(query).find(
    (each) => each.kind === 'field' && each.name === 'formula' && each.value.trim() === name
  )
  return {
    code: 'formulaUnknown',
    start: token?.start ?? 0,
    end: token?.end ?? query.length,
    detail: name
  }
}
