import type { QueryProblem, QueryProblemCode } from './query'

/** A sign of a query's text, with where it stands (UTF-16, end exclusive). */
export type Token = {
  readonly start: number
  readonly end: number
} & (
  | { readonly kind: 'open' | 'close' | 'bar' }
  /** As it is typed, with backslashes and wildcards. */
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'quoted'; readonly text: string }
  | { readonly kind: 'expression'; readonly source: string }
  | { readonly kind: 'field'; readonly name: string; readonly value: string; readonly negated: boolean }
  | { readonly kind: 'operator'; readonly name: OperatorName; readonly detail: readonly string[] }
)

const operatorNames = ['OR', 'AND', 'NOT', 'NEAR', 'BEFORE', 'BESIDE'] as const
export type OperatorName = (typeof operatorNames)[number]

/** What ends a quotation, by what opens it. */
const quotationEnds: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»' }

export class QueryError extends Error {
  constructor(readonly problem: QueryProblem) {
    super(problem.code)
  }
}

export function fail(code: QueryProblemCode, start: number, end: number, detail = ''): never {
  throw new QueryError({ code, start, end, detail })
}

const isSpace = (character: string) => /\s/.test(character)
const operator = new RegExp(`^(${operatorNames.join('|')})((?:/[0-9a-z]*)*)$`)
const field = /^(-?)([A-Za-z]{2,12}):(?!\/\/)/

/** Cuts a query into its signs. Throws a `QueryError` where a quotation or an expression has no end. */
export function tokens(text: string): Token[] {
  const found: Token[] = []
  let at = 0
  while (at < text.length) {
    const character = text.charAt(at)
    if (isSpace(character)) at++
    else {
      const token = tokenAt(text, at)
      found.push(token)
      at = token.end
    }
  }
  return found
}

function tokenAt(text: string, start: number): Token {
  const character = text.charAt(start)
  if (character === '(') return { kind: 'open', start, end: start + 1 }
  if (character === ')') return { kind: 'close', start, end: start + 1 }
  if (character === '|') return { kind: 'bar', start, end: start + 1 }
  const closing = quotationEnds[character]
  if (closing !== undefined) {
    const { value, end } = quoted(text, start, closing)
    return { kind: 'quoted', text: value, start, end }
  }
  if (character === '/') return expression(text, start)
  const [said = '', minus, name = ''] = field.exec(text.slice(start, start + 20)) ?? []
  if (said !== '' && start + said.length < text.length && !isSpace(text.charAt(start + said.length)))
    return fieldAt(text, start, said.length, name, minus === '-')
  return wordAt(text, start)
}

function fieldAt(text: string, start: number, length: number, name: string, negated: boolean): Token {
  const from = start + length
  const closing = quotationEnds[text.charAt(from)]
  const { value, end } = closing === undefined ? bare(text, from, /[\s()|]/) : quoted(text, from, closing)
  return { kind: 'field', name: name.toLowerCase(), value, negated, start, end }
}

function wordAt(text: string, start: number): Token {
  const end = bareEnd(text, start, /[\s()|"“”„«»]/)
  const word = text.slice(start, end)
  const [, name, detail = ''] = operator.exec(word) ?? []
  const known = operatorNames.find((each) => each === name)
  if (known) return { kind: 'operator', name: known, detail: detail.split('/').slice(1), start, end }
  return { kind: 'word', text: word, start, end }
}

/** Up to a sign that ends it; one behind a backslash ends nothing. At least one sign. */
function bareEnd(text: string, start: number, ends: RegExp): number {
  let at = start
  do at += text.charAt(at) === '\\' && at + 1 < text.length ? 2 : 1
  while (at < text.length && !ends.test(text.charAt(at)))
  return Math.min(at, text.length)
}

function bare(text: string, start: number, ends: RegExp): { value: string; end: number } {
  const end = bareEnd(text, start, ends)
  return { value: unescaped(text.slice(start, end)), end }
}

function quoted(text: string, start: number, closing: string): { value: string; end: number } {
  let at = start + 1
  while (at < text.length && text.charAt(at) !== closing) at += text.charAt(at) === '\\' ? 2 : 1
  if (at >= text.length) fail('quoteOpen', start, start + 1)
  return { value: unescaped(text.slice(start + 1, at)), end: at + 1 }
}

/** A slash within square brackets does not end an expression. */
function expression(text: string, start: number): Token {
  let inClass = false
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '\\') at++
    else if (character === '[') inClass = true
    else if (character === ']') inClass = false
    else if (character === '/' && !inClass)
      return { kind: 'expression', source: text.slice(start + 1, at), start, end: at + 1 }
  }
  return fail('expressionOpen', start, start + 1)
}

function unescaped(text: string): string {
  return text.replace(/\\([\s\S])/g, '$1')
}
