import type { FieldCondition, QueryNode, Scope, Term } from './query'

/** The text of a query: `parseQuery` makes the very tree of it again. */
export function printQuery(query: QueryNode): string {
  if (query.kind !== 'beside') return print(query, 'or')
  return `${print(query.of, 'or')} ${query.negated ? 'NOT BESIDE' : 'BESIDE'} ${print(query.other, 'or')}`
}

/** How strongly what stands in a place has to hold together; weaker things get brackets. */
const strength = { or: 0, and: 1, near: 2, where: 3, phrase: 4 } as const
type Level = keyof typeof strength

function print(node: QueryNode, place: Level): string {
  const [level, text] = plain(node)
  return strength[level] < strength[place] ? `(${text})` : text
}

function plain(node: QueryNode): [Level, string] {
  switch (node.kind) {
    case 'phrase':
      return ['phrase', node.terms.map(printTerm).join(' ')]
    case 'expression':
      return ['phrase', `/${node.source}/`]
    case 'formula':
      return ['phrase', `formula:${printValue(node.name)}`]
    case 'or':
      return ['or', node.of.map((each) => print(each, 'and')).join(' OR ')]
    case 'and': {
      const operator = `${node.negated ? 'NOT' : 'AND'}${scopeMark(node.scope, 'paragraph')}`
      return ['and', `${print(node.left, 'and')} ${operator} ${print(node.right, 'near')}`]
    }
    case 'near': {
      const operator = `${node.ordered ? 'BEFORE' : 'NEAR'}/${node.distance}${scopeMark(node.scope, 'sentence')}`
      return ['near', `${print(node.left, 'near')} ${operator} ${print(node.right, 'where')}`]
    }
    case 'where':
      return ['where', [print(node.of, 'phrase'), ...node.conditions.map(printCondition)].join(' ')]
    case 'beside':
      return ['or', printQuery(node)]
  }
}

function scopeMark(scope: Scope, usual: Scope): string {
  return scope === usual ? '' : `/${scope.charAt(0)}`
}

function printTerm(term: Term): string {
  if (term.kind === 'word') return term.text
  if (term.kind === 'quoted') return quotedText(term.text)
  return `(${term.of.map((terms) => terms.map(printTerm).join(' ')).join('|')})`
}

/** A condition as it is typed. */
function printCondition({ field, value, negated }: FieldCondition): string {
  return `${negated ? '-' : ''}${field}:${printValue(value)}`
}

function printValue(value: string): string {
  return /^[^\s()|"“„«\\]+$/.test(value) ? value : quotedText(value)
}

function quotedText(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}
