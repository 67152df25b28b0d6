import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DocumentId, ThemeId } from '../model/ids'
import { arrange, needsOf } from './arrange'
import type { LineFacts, SideWords } from './line-facts'
import type { Grouping, Selection, SortKey, Trail, TrailStep } from './trail'
import { WordTable } from './word-table'

interface Line {
  readonly document: number
  readonly start: number
  readonly left: readonly string[]
  readonly right: readonly string[]
  readonly form: string
}

function side(lines: readonly Line[], which: 'left' | 'right'): SideWords {
  const size = 3
  const table = new WordTable()
  const numbers = new Int32Array(lines.length * size).fill(-1)
  for (const [line, own] of lines.entries())
    for (const [at, word] of own[which].slice(0, size).entries())
      numbers[line * size + at] = table.number(word)
  return { size, table, numbers }
}

function factsOf(given: readonly Line[]): LineFacts {
  const lines = given.toSorted((a, b) => a.document - b.document || a.start - b.start)
  const table = new WordTable()
  const forms = Int32Array.from(lines, ({ form }) => table.number(form))
  return {
    documents: ['d1', 'd2', 'd3'].map((id, at) => ({
      ...{
        id: id as DocumentId,
        title: `Text ${id}`,
        language: 'en',
        rendering: 'unknown' as const,
        publisher: ''
      },
      published: at === 2 ? null : { date: `201${8 + at}`, precision: 'year' as const },
      attributes: (at === 0 ? { genre: 'notice' } : {}) as Record<string, string>
    })),
    document: lines.map(({ document }) => document),
    start: lines.map(({ start }) => start),
    end: lines.map(({ start }) => start + 3),
    left: side(lines, 'left'),
    right: side(lines, 'right'),
    forms: { table, numbers: forms, written: table.words },
    themes: lines.map(({ start }) => (start % 2 === 0 ? ['t1' as ThemeId] : [])),
    copies: null,
    answers: lines.map(({ start }) => ['', 'einmal', 'once'][start % 3] ?? ''),
    fold: (word) => word.toLowerCase()
  }
}

const words = fc.array(fc.constantFrom('a', 'b', 'the', '最多', 'z'), { maxLength: 3 })
const lines = fc.uniqueArray(
  fc.record({
    document: fc.nat(2),
    start: fc.nat(30),
    left: words,
    right: words,
    form: fc.constantFrom('run', 'ran')
  }),
  { maxLength: 20, selector: ({ document, start }) => `${document} ${start}` }
)
const descending = fc.boolean()
const key: fc.Arbitrary<SortKey> = fc.oneof(
  fc.record({
    by: fc.constant('slot' as const),
    slot: fc.constantFrom('L1' as const, 'L3' as const, 'R1' as const),
    descending
  }),
  fc.record({
    by: fc.constantFrom('hit' as const, 'document' as const, 'date' as const, 'typicality' as const),
    descending
  }),
  fc.record({ by: fc.constant('random' as const), seed: fc.nat(3) }),
  fc.record({ by: fc.constant('answer' as const), version: fc.constant(null), descending })
)
const keys = fc.array(key, { minLength: 1, maxLength: 3 })
const step = (own: object): TrailStep => ({ name: '', memo: '', ...own }) as TrailStep
const order = (own: readonly SortKey[]) => step({ do: 'order', keys: own })
const select = (selection: Selection) => step({ do: 'select', selection })
const group = (grouping: Grouping) => step({ do: 'group', grouping })

it('sorting keeps every line once, is stable, and comes out the same from any order', () => {
  fc.assert(
    fc.property(lines, keys, keys, (given, first, second) => {
      const facts = factsOf(given)
      const once = [...arrange(facts, [order(first)]).order]
      expect([...once].sort((a, b) => a - b)).toEqual([...once.keys()])
      expect([...arrange(facts, [order(second), order(first)]).order]).toEqual(once)
      expect([...arrange(facts, [order(first), order(first)]).order]).toEqual(once)
    })
  )
})

it('groups hold every line once, one group after another, in the order that the lines had', () => {
  const grouping = fc.constantFrom<Grouping>(
    { by: 'pattern', side: 'left', size: 2 },
    ...(['form', 'document', 'year', 'theme'] as const).map((by): Grouping => ({ by })),
    { by: 'attribute', name: 'genre' },
    { by: 'answer', version: null }
  )
  fc.assert(
    fc.property(lines, keys, grouping, (given, sorting, by) => {
      const facts = factsOf(given)
      const sorted = [...arrange(facts, [order(sorting)]).order]
      const { order: grouped, groups } = arrange(facts, [order(sorting), group(by)])
      expect([...grouped].sort((a, b) => a - b)).toEqual([...sorted].sort((a, b) => a - b))
      let from = 0
      for (const each of groups ?? []) {
        expect(each.from).toBe(from)
        const own = [...grouped.subarray(from, from + each.count)]
        expect(own).toEqual(sorted.filter((line) => own.includes(line)))
        from += each.count
      }
      expect(from).toBe(given.length)
      expect(new Set(groups?.map((each) => each.key)).size).toBe(groups?.length)
      // A group's lines are what selecting it leaves.
      for (const { key: own, count } of groups ?? [])
        expect(
          arrange(factsOf(given), [select({ by: 'group', grouping: by, key: own, keep: true })]).order
        ).toHaveLength(count)
    })
  )
})

it('what a selection keeps and what it leaves out are all lines', () => {
  const selection = fc.constantFrom<(keep: boolean) => Selection>(
    (keep) => ({ by: 'lines', lines: [{ document: 'd1' as DocumentId, start: 2, end: 5 }], keep }),
    (keep) => ({ by: 'documents', documents: ['d2' as DocumentId], keep }),
    (keep) => ({ by: 'attribute', name: 'genre', values: ['notice'], keep }),
    (keep) => ({ by: 'fact', fact: 'year', values: ['2018', ''], keep }),
    (keep) => ({ by: 'slot', slot: 'R1', words: ['A', 'the'], keep }),
    (keep) => ({ by: 'collocate', word: 'the', left: 2, right: 0, keep }),
    (keep) => ({ by: 'theme', theme: null, keep })
  )
  fc.assert(
    fc.property(lines, selection, (given, made) => {
      const facts = factsOf(given)
      const left = (keep: boolean) => [...arrange(facts, [select(made(keep))]).order]
      expect([...left(true), ...left(false)].sort((a, b) => a - b)).toEqual([...given.keys()])
    })
  )
})

describe('a sample', () => {
  const given = Array.from(
    { length: 30 },
    (_, start): Line => ({ document: start % 3, start, left: [], right: [], form: 'run' })
  )
  const sample = (seed: number, size = 5) => arrange(factsOf(given), [select({ by: 'sample', size, seed })])

  it('is the same for the same seed, keeps the order, and a smaller one is part of it', () => {
    const drawn = [...sample(7).order]
    expect(drawn).toEqual([...drawn].sort((a, b) => a - b))
    expect([...sample(7).order]).toEqual(drawn)
    expect([...sample(8).order]).not.toEqual(drawn)
    for (const line of sample(7, 3).order) expect(drawn).toContain(line)
  })

  it('and at most so many of a document are counted step by step', () => {
    const trail: Trail = [select({ by: 'sample', size: 12, seed: 1 }), select({ by: 'perDocument', most: 2 })]
    const { left, order: kept } = arrange(factsOf(given), trail)
    expect(left).toEqual([12, 6])
    expect(kept).toHaveLength(6)
    expect(needsOf(trail)).toEqual({
      left: 0,
      right: 0,
      forms: false,
      themes: false,
      answers: false,
      copies: false
    })
  })
})
