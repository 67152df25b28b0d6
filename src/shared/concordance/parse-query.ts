import { fieldProblem } from './field-values'
import { fail, QueryError, type Token, tokens } from './lexer'
import type { FieldCondition, FieldName, ParsedQuery, QueryNode, Scope, Term } from './query'
import { fieldNames } from './query'
import { hasSubstance } from './wildcards'

/** The longest query, in UTF-16 code units, and how deep its brackets may lie in one another. */
const longestQuery = 4000
const deepest = 40
const usualDistance = 5
const farthest = 100

/** Reads a query. A query that is none says what is wrong and where. */
export function parseQuery(text: string): ParsedQuery {
  try {
    if (text.length > longestQuery) fail('tooLong', longestQuery, text.length)
    const read = new Reader(text, tokens(text))
    return { ok: true, query: read.whole() }
  } catch (error) {
    if (error instanceof QueryError) return { ok: false, problem: error.problem }
    throw error
  }
}

const scopes: Readonly<Record<string, Scope>> = { s: 'sentence', p: 'paragraph', d: 'document' }

type Operator = Extract<Token, { kind: 'operator' }>
type Field = Extract<Token, { kind: 'field' }>

/** `formula:` stands for words, not for a condition on them. */
function isFormula(token: Token | undefined): token is Field {
  return token?.kind === 'field' && token.name === 'formula' && !token.negated && token.value.trim() !== ''
}

/** Reads from left to right, one method a level of the grammar, the weakest first. */
class Reader {
  private at = 0
  private depth = 0

  constructor(
    private readonly text: string,
    private readonly all: readonly Token[]
  ) {}

  whole(): QueryNode {
    const { length } = this.text
    if (this.all.length === 0) fail('empty', 0, length)
    const of = this.either()
    const negated = this.isOperator('NOT') && this.isOperator('BESIDE', 1)
    if (!negated && !this.isOperator('BESIDE')) {
      this.ends()
      return of
    }
    this.at += negated ? 2 : 1
    const other = this.either()
    this.ends()
    return { kind: 'beside', of, other, negated }
  }

  private either(): QueryNode {
    const of = [this.both()]
    while (this.isOperator('OR')) {
      this.at++
      of.push(this.both())
    }
    const [only] = of
    return of.length === 1 && only
      ? only
      : { kind: 'or', of: of.flatMap((each) => (each.kind === 'or' ? each.of : [each])) }
  }

  private both(): QueryNode {
    let left = this.near()
    for (;;) {
      const operator = this.operator()
      if (operator?.name !== 'AND' && operator?.name !== 'NOT') return left
      if (operator.name === 'NOT' && this.isOperator('BESIDE', 1)) return left
      this.at++
      const after = operator.name === 'AND' ? this.operator() : null
      const negated = operator.name === 'NOT' || after?.name === 'NOT'
      if (after?.name === 'NOT') this.at++
      const scope =
        this.scopeOf(operator) ?? (after?.name === 'NOT' ? this.scopeOf(after) : null) ?? 'paragraph'
      left = { kind: 'and', left, right: this.near(), scope, negated }
    }
  }

  private near(): QueryNode {
    let left = this.where()
    for (;;) {
      const operator = this.operator()
      if (operator?.name !== 'NEAR' && operator?.name !== 'BEFORE') return left
      this.at++
      const number = operator.detail.find((each) => /^\d+$/.test(each))
      const distance = number === undefined ? usualDistance : Number(number)
      if (distance < 1 || distance > farthest) fail('distanceWrong', operator.start, operator.end)
      const scope = this.scopeOf(operator) ?? 'sentence'
      if (scope === 'document') fail('distanceWrong', operator.start, operator.end)
      const right = this.where()
      left = { kind: 'near', left, right, distance, ordered: operator.name === 'BEFORE', scope }
    }
  }

  private where(): QueryNode {
    const before = this.conditions()
    const first = this.peek()
    const of = this.phrase()
    const conditions = [...before, ...this.conditions()]
    if (of === null) {
      const { length } = this.text
      const [start, end] = first ? [first.start, first.end] : [length, length]
      const alone = this.all[this.at - 1]
      if (conditions.length > 0 && alone) fail('fieldAlone', alone.start, alone.end)
      if (first?.kind === 'close' && this.depth === 0) fail('bracketClosed', start, end)
      if (first?.kind === 'operator' && first.name === 'BESIDE' && this.at > 0)
        fail('operandMissing', start, end)
      return fail('operandMissing', start, end)
    }
    if (conditions.length === 0) return of
    return of.kind === 'where'
      ? { ...of, conditions: [...of.conditions, ...conditions] }
      : { kind: 'where', of, conditions }
  }

  /** Words that follow one another, an expression, or a group; null where none of them stands here. */
  private phrase(): QueryNode | null {
    const token = this.peek()
    if (token?.kind === 'expression') return this.expression(token)
    if (isFormula(token)) {
      this.at++
      return { kind: 'formula', name: token.value.trim() }
    }
    const terms: Term[] = []
    for (;;) {
      const next = this.peek()
      if (next?.kind === 'word' || next?.kind === 'quoted') terms.push(this.term(next))
      else if (next?.kind === 'open') {
        const any = this.alternatives()
        if (any) terms.push(any)
        else if (terms.length === 0) return this.group()
        else return fail('operatorMissing', next.start, next.end)
      } else if (next?.kind === 'bar') return fail('operandMissing', next.start, next.end)
      else break
    }
    return terms.length === 0 ? null : { kind: 'phrase', terms }
  }

  private term(token: Extract<Token, { kind: 'word' | 'quoted' }>): Term {
    if (!hasSubstance(token)) fail('wordsMissing', token.start, token.end)
    this.at++
    return { kind: token.kind, text: token.kind === 'quoted' ? token.text.trim() : token.text }
  }

  /** `(a|b c)`: null where the bracket here holds no bar of its own, and is a group. */
  private alternatives(): Term | null {
    const from = this.at
    const open = this.all[from]
    if (!open) return null
    let depth = 0
    let hasBar = false
    let end = from
    for (; end < this.all.length; end++) {
      const { kind } = this.all[end] ?? open
      if (kind === 'open') depth++
      else if (kind === 'close' && --depth === 0) break
      else if (kind === 'bar' && depth === 1) hasBar = true
    }
    if (end >= this.all.length) fail('bracketOpen', open.start, open.end)
    if (!hasBar) return null
    this.enter(open)
    this.at++
    const of: Term[][] = [[]]
    while (this.at < end) {
      const token = this.all[this.at] ?? open
      if (token.kind === 'bar') {
        if (of.at(-1)?.length === 0) fail('operandMissing', token.start, token.end)
        of.push([])
        this.at++
      } else if (token.kind === 'word' || token.kind === 'quoted') of.at(-1)?.push(this.term(token))
      else if (token.kind === 'open') {
        const inner = this.alternatives()
        if (!inner) fail('operandMissing', token.start, token.end)
        else of.at(-1)?.push(inner)
      } else fail('operandMissing', token.start, token.end)
    }
    const close = this.all[end] ?? open
    if (of.at(-1)?.length === 0) fail('operandMissing', close.start, close.end)
    this.at++
    this.depth--
    return { kind: 'any', of }
  }

  private group(): QueryNode {
    const open = this.all[this.at]
    if (!open) return fail('empty', 0, this.text.length)
    this.enter(open)
    this.at++
    const within = this.either()
    const token = this.peek()
    if (token?.kind === 'operator' && (token.name === 'BESIDE' || token.name === 'NOT'))
      fail('besideTwice', token.start, token.end)
    if (token?.kind !== 'close') fail('bracketOpen', open.start, open.end)
    this.at++
    this.depth--
    return within
  }

  private enter(open: Token): void {
    if (++this.depth > deepest) fail('tooDeep', open.start, open.end)
  }

  private expression(token: Extract<Token, { kind: 'expression' }>): QueryNode {
    this.at++
    if (token.source === '') fail('wordsMissing', token.start, token.end)
    try {
      new RegExp(token.source, 'u')
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error)
      fail(
        'expressionWrong',
        token.start,
        token.end,
        said.replace(/^Invalid regular expression: .*\/u?: /s, '')
      )
    }
    return { kind: 'expression', source: token.source }
  }

  private conditions(): FieldCondition[] {
    const found: FieldCondition[] = []
    for (let token = this.peek(); token?.kind === 'field'; token = this.peek()) {
      if (isFormula(token)) break
      this.at++
      const { name, value, negated, start, end } = token
      const known: FieldName =
        fieldNames.find((each) => each === name) ?? fail('fieldUnknown', start, end, name)
      if (fieldProblem(known, value)) fail('fieldValue', start, end, known)
      found.push({ field: known, value, negated })
    }
    return found
  }

  private scopeOf(operator: Operator): Scope | null {
    for (const each of operator.detail) {
      const scope = scopes[each]
      if (scope) return scope
      if (!/^\d+$/.test(each) || operator.name === 'AND' || operator.name === 'NOT')
        fail('distanceWrong', operator.start, operator.end)
    }
    return null
  }

  private ends(): void {
    const token = this.peek()
    if (!token) return
    if (token.kind === 'close') fail('bracketClosed', token.start, token.end)
    if (token.kind === 'operator' && (token.name === 'BESIDE' || this.isOperator('BESIDE', 1)))
      fail('besideTwice', token.start, token.end)
    fail(token.kind === 'bar' ? 'operandMissing' : 'operatorMissing', token.start, token.end)
  }

  private peek(): Token | undefined {
    return this.all[this.at]
  }

  private operator(ahead = 0): Operator | null {
    const token = this.all[this.at + ahead]
    return token?.kind === 'operator' ? token : null
  }

  private isOperator(name: Operator['name'], ahead = 0): boolean {
    return this.operator(ahead)?.name === name
  }
}
