import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from './parse-query'
import { printQuery } from './print-query'
import { type FieldCondition, fieldNames, type QueryNode, type Term } from './query'

function tree(query: string): QueryNode {
  const read = parseQuery(query)
  if (!read.ok) throw new Error(`${query}: ${JSON.stringify(read.problem)}`)
  return read.query
}

const word = (text: string): Term => ({ kind: 'word', text })
const phrase = (...words: string[]): QueryNode => ({ kind: 'phrase', terms: words.map(word) })

describe('a query', () => {
  it('is read from the weakest sign to the strongest', () => {
    expect(tree('one visit')).toEqual(phrase('one', 'visit'))
    expect(tree('a OR b AND c NEAR/3 d e')).toEqual({
      kind: 'or',
      of: [
        phrase('a'),
        {
          kind: 'and',
          left: phrase('b'),
          right: {
            ...{ kind: 'near', left: phrase('c'), right: phrase('d', 'e') },
            ...{ distance: 3, ordered: false, scope: 'sentence' }
          },
          scope: 'paragraph',
          negated: false
        }
      ]
    })
    expect(tree('formula:最多跑一次 kind:machine')).toEqual({
      kind: 'where',
      of: { kind: 'formula', name: '最多跑一次' },
      conditions: [{ field: 'kind', value: 'machine', negated: false }]
    })
    expect(tree('run* lang:en -theme:"A / B"')).toEqual({
      kind: 'where',
      of: phrase('run*'),
      conditions: [
        { field: 'lang', value: 'en', negated: false },
        { field: 'theme', value: 'A / B', negated: true }
      ]
    })
    expect(tree('visit NOT BESIDE 跑')).toEqual({
      ...{ kind: 'beside', of: phrase('visit'), other: phrase('跑'), negated: true }
    })
    expect(tree('(wide|very wide) window')).toEqual({
      kind: 'phrase',
      terms: [{ kind: 'any', of: [[word('wide')], [word('very'), word('wide')]] }, word('window')]
    })
    expect(tree('and/or')).toEqual(phrase('and/or'))
    expect(tree('/a[/]b/')).toEqual({ kind: 'expression', source: 'a[/]b' })
    expect(tree('https://x.org')).toEqual(phrase('https://x.org'))
  })

  it.each([
    ['', 'empty', 0, 0],
    ['   ', 'empty', 0, 3],
    ['snow "ice', 'quoteOpen', 5, 6],
    ['“snow"', 'quoteOpen', 0, 1],
    ['snow OR /a(b', 'expressionOpen', 8, 9],
    ['snow OR /a(b/', 'expressionWrong', 8, 13],
    ['(snow', 'bracketOpen', 0, 1],
    ['(a|b', 'bracketOpen', 0, 1],
    ['snow)', 'bracketClosed', 4, 5],
    ['snow OR', 'operandMissing', 7, 7],
    ['OR snow', 'operandMissing', 0, 2],
    ['snow AND AND ice', 'operandMissing', 9, 12],
    ['(a||b) c', 'operandMissing', 3, 4],
    ['/snow/i', 'operatorMissing', 6, 7],
    ['snow (ice)', 'operatorMissing', 5, 6],
    ['(snow) ice', 'operatorMissing', 7, 10],
    ['snow * ice', 'wordsMissing', 5, 6],
    ['""', 'wordsMissing', 0, 2],
    ['snow colour:red', 'fieldUnknown', 5, 15],
    ['snow date:yesterday', 'fieldValue', 5, 19],
    ['lang:en', 'fieldAlone', 0, 7],
    ['a NEAR/0 b', 'distanceWrong', 2, 8],
    ['a NEAR/x b', 'distanceWrong', 2, 8],
    ['a AND/9 b', 'distanceWrong', 2, 7],
    ['a BESIDE b BESIDE c', 'besideTwice', 11, 17],
    ['(a BESIDE b)', 'besideTwice', 3, 9]
  ])('that is none says so where it is: %s', (query, code, start, end) => {
    expect(parseQuery(query)).toMatchObject({ ok: false, problem: { code, start, end } })
  })

  it('of any length and depth is answered', () => {
    expect(parseQuery('('.repeat(3000))).toMatchObject({ ok: false })
    expect(parseQuery(`${'('.repeat(60)}a${')'.repeat(60)}`)).toMatchObject({ problem: { code: 'tooDeep' } })
    expect(parseQuery('a '.repeat(3000))).toMatchObject({ problem: { code: 'tooLong' } })
  })
})

const words = fc.constantFrom(
  'snow',
  'run*',
  'r?n',
  '最多',
  'don’t',
  'a\\*b',
  '\\"x',
  'x\\:y',
  'x\\ y',
  'and/or'
)
const quoted = fc.constantFrom('a b', 'OR', 'say \\ "no"', '（一）', 'lang:en')
const plainTerm = fc.oneof(
  words.map(word),
  quoted.map((text): Term => ({ kind: 'quoted', text }))
)
const term: fc.Arbitrary<Term> = fc.oneof(
  { weight: 4, arbitrary: plainTerm },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.array(plainTerm, { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 3 })
      .map((of): Term => ({ kind: 'any', of }))
  }
)
const leaf: fc.Arbitrary<QueryNode> = fc.oneof(
  fc.array(term, { minLength: 1, maxLength: 3 }).map((terms): QueryNode => ({ kind: 'phrase', terms })),
  fc
    .constantFrom('a.b', '[/x]+', 'a\\/b', '(?:q|r)s')
    .map((source): QueryNode => ({ kind: 'expression', source })),
  fc
    .constantFrom('最多跑一次', 'one visit at most', 'f1')
    .map((name): QueryNode => ({ kind: 'formula', name }))
)
const values: Readonly<Record<FieldCondition['field'], readonly string[]>> = {
  lang: ['en', 'zh-Hans'],
  date: ['2018', '2018..2020', '..2020-05'],
  publisher: ['County Gazette', '"x"'],
  kind: ['official'],
  attr: ['genre=a b', 'genre'],
  block: ['heading'],
  coder: ['Coder One'],
  theme: ['A / B', 't1'],
  doubtful: ['yes', 'no']
}
const condition = fc
  .constantFrom(...fieldNames)
  .chain((field) =>
    fc.record({ field: fc.constant(field), value: fc.constantFrom(...values[field]), negated: fc.boolean() })
  )
const { node } = fc.letrec<{ node: QueryNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc
      .array(tie('node'), { minLength: 2, maxLength: 3 })
      .map(
        (of): QueryNode => ({ kind: 'or', of: of.flatMap((each) => (each.kind === 'or' ? each.of : [each])) })
      ),
    fc.record({
      kind: fc.constant('and' as const),
      ...{ left: tie('node'), right: tie('node'), negated: fc.boolean() },
      scope: fc.constantFrom('sentence' as const, 'paragraph' as const, 'document' as const)
    }),
    fc.record({
      kind: fc.constant('near' as const),
      ...{ left: tie('node'), right: tie('node'), ordered: fc.boolean() },
      distance: fc.integer({ min: 1, max: 100 }),
      scope: fc.constantFrom('sentence' as const, 'paragraph' as const)
    }),
    fc
      .record({ of: tie('node'), conditions: fc.array(condition, { minLength: 1, maxLength: 2 }) })
      .map(
        ({ of, conditions }): QueryNode =>
          of.kind === 'where'
            ? { ...of, conditions: [...of.conditions, ...conditions] }
            : { kind: 'where', of, conditions }
      )
  )
}))
const query: fc.Arbitrary<QueryNode> = fc.oneof(
  node,
  fc.record({ kind: fc.constant('beside' as const), of: node, other: node, negated: fc.boolean() })
)

it('a tree is written as text, and read as the same tree', () => {
  fc.assert(
    fc.property(query, (made) => {
      const text = printQuery(made)
      if (text.length <= 4000) expect(tree(text)).toEqual(made)
    })
  )
})

it('any text is a query or says what is wrong within its bounds', () => {
  const signs = fc.array(
    fc.constantFrom(
      'a',
      '*',
      '"',
      '“',
      '(',
      ')',
      '|',
      '/',
      '\\',
      ' ',
      'OR ',
      ' NOT ',
      'BESIDE',
      'NEAR/',
      'lang:',
      '最',
      ':',
      '-',
      '\ud83d'
    ),
    { maxLength: 20 }
  )
  fc.assert(
    fc.property(signs, (made) => {
      const text = made.join('')
      const read = parseQuery(text)
      if (read.ok) expect(tree(printQuery(read.query))).toEqual(read.query)
      else {
        expect(read.problem.start).toBeLessThanOrEqual(read.problem.end)
        expect(read.problem.end).toBeLessThanOrEqual(text.length)
      }
    }),
    { numRuns: 300 }
  )
})
