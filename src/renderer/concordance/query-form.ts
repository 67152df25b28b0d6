import { parseQuery } from '../../shared/concordance/parse-query'
import { printQuery } from '../../shared/concordance/print-query'
import type { FieldCondition, QueryNode, QueryProblem, Scope } from '../../shared/concordance/query'

/** The parts of a query that a form has a field for. Each is written in the query language; an empty one says nothing. */
export interface QueryForm {
  readonly words: string
  /** Stands within so many words of `words`. */
  readonly near: string
  readonly distance: number
  readonly ordered: boolean
  /** Stands (or does not) in the same stretch. */
  readonly besides: string
  readonly scope: Scope
  readonly isBesidesMissing: boolean
  /** Is said (or not) by the rendering beside it. */
  readonly rendering: string
  readonly isRenderingMissing: boolean
  readonly conditions: readonly FieldCondition[]
}

export const emptyForm: QueryForm = {
  words: '',
  near: '',
  distance: 5,
  ordered: false,
  besides: '',
  scope: 'paragraph',
  isBesidesMissing: false,
  rendering: '',
  isRenderingMissing: false,
  conditions: []
}

/** The parts of a query, as far as they lie around its words; what lies deeper stays in the field of the words. */
export function formOf(text: string): QueryForm {
  const parsed = parseQuery(text)
  if (!parsed.ok) return { ...emptyForm, words: text }
  let node = parsed.query
  let form = emptyForm
  if (node.kind === 'beside') {
    form = { ...form, rendering: printQuery(node.other), isRenderingMissing: node.negated }
    node = node.of
  }
  if (node.kind === 'where') {
    form = { ...form, conditions: node.conditions }
    node = node.of
  }
  if (node.kind === 'and') {
    form = { ...form, besides: printQuery(node.right), scope: node.scope, isBesidesMissing: node.negated }
    node = node.left
  }
  if (node.kind === 'near' && node.scope === 'sentence') {
    form = { ...form, near: printQuery(node.right), distance: node.distance, ordered: node.ordered }
    node = node.left
  }
  return { ...form, words: printQuery(node) }
}

export type FormPart = 'words' | 'near' | 'besides' | 'rendering'

/** The query of a form, or the first part of it that is none. */
export function queryOf(
  form: QueryForm
):
  | { readonly ok: true; readonly query: string }
  | { readonly ok: false; readonly part: FormPart; readonly problem: QueryProblem } {
  const nodes: Partial<Record<FormPart, QueryNode>> = {}
  for (const part of ['words', 'near', 'besides', 'rendering'] as const) {
    if (part !== 'words' && form[part].trim() === '') continue
    const parsed = parseQuery(form[part])
    if (!parsed.ok) return { ok: false, part, problem: parsed.problem }
    nodes[part] = parsed.query
  }
  const { words, near, besides, rendering } = nodes
  if (!words) return { ok: true, query: '' }
  let node: QueryNode = words
  if (near)
    node = {
      kind: 'near',
      left: node,
      right: near,
      distance: form.distance,
      ordered: form.ordered,
      scope: 'sentence'
    }
  if (besides)
    node = { kind: 'and', left: node, right: besides, scope: form.scope, negated: form.isBesidesMissing }
  const conditions = form.conditions.filter(({ value }) => value.trim() !== '')
  if (conditions.length > 0) node = { kind: 'where', of: node, conditions }
  if (rendering) node = { kind: 'beside', of: node, other: rendering, negated: form.isRenderingMissing }
  return { ok: true, query: printQuery(node) }
}
