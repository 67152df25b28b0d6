import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ExportOptions } from '../../../shared/export/export-options'
import type { Annotation } from '../../../shared/model/annotation'
import { codingsOf } from '../../../shared/model/codings'
import type { VariorumDocument } from '../../../shared/model/document'
import type { CoderId, DocumentId, ParallelId, ThemeId } from '../../../shared/model/ids'
import { LazyMap } from '../../../shared/model/lazy-map'
import { span } from '../../../shared/model/span'
import { coder, makeAnnotation, makeDocument, makeTheme } from '../../../shared/testing/sample-records'
import { type ArrangedIn, arranged, themesAskedFor } from './arrange'

const other = 'c-other' as CoderId
const documents: readonly VariorumDocument[] = [
  { ...makeDocument('d2'), title: 'Bulletin 10', published: { date: '2018', precision: 'year' } },
  { ...makeDocument('d1'), title: 'Bulletin 2', published: { date: '2019-05-21', precision: 'day' } },
  {
    ...makeDocument('d3'),
    title: 'Chronicle',
    published: { date: '2020', precision: 'year' },
    proposed: ['published']
  },
  { ...makeDocument('d4'), title: 'Bulletin 2' }
]
const themes = Object.fromEntries(
  [
    { ...makeTheme('t1'), name: 'Time', order: 1 },
    { ...makeTheme('t2'), name: 'A / B', order: 0 },
    { ...makeTheme('t3', 't2'), name: 'Under', order: 0 }
  ].map((theme) => [theme.id, theme])
) as ArrangedIn['state']['themes']
const state: ArrangedIn['state'] = {
  documents: documents.reduce(
    (table, each) => table.set(each.id, each),
    LazyMap.empty<DocumentId, VariorumDocument>()
  ),
  themes,
  info: {
    id: 'p1' as ArrangedIn['state']['info']['id'],
    name: 'P',
    created: '2026-01-01T00:00:00.000Z',
    coders: { [coder.id]: { ...coder, name: 'Zoe' }, [other]: { ...coder, id: other, name: 'Amy' } },
    attributes: {},
    queries: {},
    formulae: {},
    dismissed: {},
    findings: {}
  }
}
const words = { undated: 'n.d.', noThemes: 'Without a theme' }

function passage(id: string, document: string, start: number, facts: Partial<Annotation> = {}): Annotation {
  const made = makeAnnotation(id, document)
  const selector = { ...made.selector, ...span(start, start + made.selector.exact.length) }
  return { ...made, selector, ...facts }
}

const coded = (ids: readonly string[], by = coder.id) =>
  codingsOf(ids as ThemeId[], by, '2026-01-01T00:00:00.000Z')

function shown(
  annotations: readonly Annotation[],
  options: Partial<ArrangedIn['options']>,
  asked?: readonly string[]
): string[] {
  const all = { group: 'none', sort: 'text', coders: null, ...options } as const
  const arrangedIn = { state, options: all, words, themes: themesAskedFor(themes, asked as ThemeId[]) }
  return arranged(annotations, arrangedIn).map((each) =>
    each.kind === 'heading' ? `# ${each.text}` : each.passage.id
  )
}

const a = passage('a', 'd1', 5, { codings: coded(['t1', 't3']), coder: other })
const b = passage('b', 'd1', 1)
const c = passage('c', 'd2', 0, { codings: coded(['t2'], other) })
const d = passage('d', 'd3', 9, { codings: coded(['t1']) })
const e = passage('e', 'd4', 0)
const all = [d, c, a, e, b]

describe('excerpts are arranged', () => {
  it.each<[string, Partial<ArrangedIn['options']>, string[]]>([
    ['by title and place', {}, ['b', 'a', 'e', 'c', 'd']],
    [
      'under their texts',
      { group: 'document' },
      ['# Bulletin 2', 'b', 'a', '# Bulletin 2', 'e', '# Bulletin 10', 'c', '# Chronicle', 'd']
    ],
    [
      'under texts in the order of their dates',
      { group: 'document', sort: 'date' },
      ['# Bulletin 10', 'c', '# Bulletin 2', 'b', 'a', '# Chronicle', 'd', '# Bulletin 2', 'e']
    ],
    [
      'under dates',
      { group: 'date' },
      ['# 2018', 'c', '# 2019-05-21', 'b', 'a', '# [2020?]', 'd', '# n.d.', 'e']
    ],
    ['under coders', { group: 'coder' }, ['# Amy', 'a', '# Zoe', 'b', 'e', 'c', 'd']],
    [
      'under each of their themes',
      { group: 'theme' },
      ['# A / B', 'c', '# A / B › Under', 'a', '# Time', 'a', 'd', '# Without a theme', 'b', 'e']
    ],
    [
      'under the themes that one coder gave',
      { group: 'theme', coders: [other] },
      ['# A / B', 'c', '# Without a theme', 'b', 'a', 'e', 'd']
    ],
    ['in the order of the codebook', { sort: 'theme' }, ['c', 'a', 'd', 'b', 'e']]
  ])('%s', (_, options, expected) => {
    expect(shown(all, options)).toEqual(expected)
  })

  it('under the themes that were asked for and no others', () => {
    expect(shown([a, c], { group: 'theme' }, ['t2'])).toEqual(['# A / B', 'c', '# A / B › Under', 'a'])
  })

  it('with parallel passages together, except under the heading of their text', () => {
    const parallel = 'p1' as ParallelId
    const pair = [{ ...b, parallel }, { ...d, parallel }, a]
    expect(shown(pair, {})).toEqual(['b', 'd', 'a'])
    expect(shown(pair, { group: 'document' })).toEqual(['# Bulletin 2', 'b', 'a', '# Chronicle', 'd'])
  })
})

const anyAnnotation = fc
  .record({
    id: fc.nat(30),
    document: fc.constantFrom('d1', 'd2', 'd3', 'd4', 'gone'),
    start: fc.nat(5),
    by: fc.constantFrom(coder.id, other),
    themes: fc.uniqueArray(fc.constantFrom('t1', 't2', 't3', 'gone')),
    parallel: fc.constantFrom(null, 'p1', 'p2')
  })
  .map((each) =>
    passage(`a${each.id}`, each.document, each.start, {
      codings: coded(each.themes, each.by),
      coder: each.by,
      parallel: each.parallel as ParallelId | null
    })
  )
const anyOptions: fc.Arbitrary<ArrangedIn['options']> = fc.record({
  group: fc.constantFrom(...ExportOptions.shape.group.unwrap().options),
  sort: fc.constantFrom(...ExportOptions.shape.sort.unwrap().options),
  coders: fc.constantFrom(null, [other])
})

describe('arranging', () => {
  const many = fc.uniqueArray(anyAnnotation, { selector: ({ id }) => id, maxLength: 20 })

  it('loses and invents no excerpt, and repeats it only under its themes', () => {
    fc.assert(
      fc.property(many, anyOptions, (annotations, options) => {
        const found = shown(annotations, options).filter((line) => !line.startsWith('# '))
        expect([...new Set(found)].sort()).toEqual(annotations.map(({ id }) => id).sort())
        if (options.group !== 'theme') expect(found).toHaveLength(annotations.length)
        for (const { id, codings } of options.group === 'theme' ? annotations : []) {
          const own = codings.filter((each) => !options.coders || options.coders.includes(each.coder))
          expect(found.filter((each) => each === id)).toHaveLength(Math.max(1, own.length))
        }
      })
    )
  })

  it('gives one order, however the passages come', () => {
    fc.assert(
      fc.property(many, anyOptions, fc.infiniteStream(fc.nat()), (annotations, options, numbers) => {
        const mixed = annotations
          .map((each) => ({ each, at: numbers.next().value }))
          .sort((x, y) => x.at - y.at)
          .map(({ each }) => each)
        expect(shown(mixed, options)).toEqual(shown(annotations, options))
      })
    )
  })
})
