import { describe, expect, it } from 'vitest'
import { themesOf } from '../model/codings'
import type { AnnotationId, DocumentId, ThemeId } from '../model/ids'
import { utf16 } from '../model/span'
import { plainState } from '../model/state'
import { blankState, makeAnnotation, makeDocument, makeMemo, makeTheme } from '../testing/sample-records'
import { type CountedState, countedState } from './counted-state'
import { mergeThemes } from './merge-themes'
import type { SimpleOperation } from './operation'
import { perform } from './perform'

const now = '2026-02-03T04:05:06.000Z'

function standing(start: CountedState, ...operations: readonly SimpleOperation[]): CountedState {
  return operations.reduce((so, operation) => {
    const done = perform(so, operation)
    if (!done.ok) throw new Error(done.error.message)
    return done.value.standing
  }, start)
}

const theme = (id: string, name: string, parent: string | null = null): SimpleOperation => ({
  type: 'theme.add',
  theme: { ...makeTheme(id, parent), name },
  index: 99
})

const passage = (id: string, themes: readonly string[], memo: string, [start, end] = [0, 4]) => {
  const own = makeAnnotation(id, 'd1', themes)
  const selector = { ...own.selector, start: utf16(start ?? 0), end: utf16(end ?? 4) }
  return { type: 'annotation.add' as const, annotation: { ...own, selector, memo } }
}

const base = standing(
  countedState(blankState()),
  { type: 'document.add', document: makeDocument('d1') },
  theme('water', 'Water'),
  theme('roads', 'Roads'),
  theme('w-other', 'Other', 'water'),
  theme('r-other', ' other', 'roads'),
  theme('wells', 'Wells', 'water')
)

function merged(start: CountedState, from: string, into: string) {
  const batch = mergeThemes(start.state, from as ThemeId, into as ThemeId, now)
  if (!batch) throw new Error('not merged')
  const done = perform(start, batch)
  if (!done.ok) throw new Error(done.error.message)
  const back = perform(done.value.standing, done.value.inverse, { trusted: true })
  expect(back.ok && plainState(back.value.standing.state)).toEqual(plainState(start.state))
  return done.value.standing
}

const annotationsOf = ({ state }: CountedState) =>
  [...(state.annotations.get('d1' as DocumentId)?.values() ?? [])].map((each) => [
    each.id,
    themesOf(each),
    each.memo
  ])
describe('merging themes', () => {
  it('makes one of children with one name, and takes the others over', () => {
    const start = standing(
      base,
      passage('a1', ['w-other'], 'by boat', [0, 4]),
      passage('a2', ['r-other'], 'by cart', [5, 9])
    )
    const { state } = merged(start, 'water', 'roads')
    const names = Object.values(plainState(state).themes).map(({ name, parent }) => [name, parent])
    expect(names).toEqual([
      ['Roads', null],
      [' other', 'roads'],
      ['Wells', 'roads']
    ])
    expect(annotationsOf(merged(start, 'water', 'roads')).map(([, themes]) => themes)).toEqual([
      ['r-other'],
      ['r-other']
    ])
  })

  it('makes one of two passages on the very same words, with both memos, and counts it once', () => {
    const start = standing(
      base,
      passage('a1', ['roads'], 'memo one'),
      passage('a2', ['water', 'wells'], 'memo two'),
      passage('a3', ['water'], 'elsewhere', [2, 9])
    )
    const done = merged(start, 'water', 'roads')
    expect(annotationsOf(done)).toEqual([
      ['a1', ['roads', 'wells'], 'memo one\n\nmemo two'],
      ['a3', ['roads'], 'elsewhere']
    ])
    expect(done.counts.themes.get('roads' as ThemeId)).toBe(2)
  })

  it('keeps the passage that a memo links to, and both where both are linked to', () => {
    const linking = (id: string, to: string) => {
      const memo = { ...makeMemo(id, { kind: 'project' }), text: `See [[passage:d1/${to}|there]].` }
      return { type: 'memo.add' as const, memo }
    }
    const two = [passage('a1', ['roads'], 'one'), passage('a2', ['water'], 'two')]
    const one = merged(standing(base, ...two, linking('m1', 'a2')), 'water', 'roads')
    expect(annotationsOf(one)).toEqual([['a2' as AnnotationId, ['roads'], 'one\n\ntwo']])
    const both = merged(standing(base, ...two, linking('m1', 'a2'), linking('m2', 'a1')), 'water', 'roads')
    expect(annotationsOf(both)).toHaveLength(2)
  })
})

describe('the name of a theme that is typed', () => {
  const rename = (id: string, was: string, name: string): SimpleOperation => ({
    type: 'theme.update',
    id: id as ThemeId,
    patch: { name },
    expected: { name: was }
  })

  it.each(['Roads', 'roads', ' Roads\u00a0', 'ＲＯＡＤＳ'])(
    'is refused as %j beside a theme of that name',
    (name) => {
      const done = perform(base, rename('water', 'Water', name))
      expect(!done.ok && done.error.key).toBe('themeNameTaken')
    }
  )

  it('may be another writing of its own, or a name below another parent', () => {
    expect(perform(base, rename('water', 'Water', 'WATER')).ok).toBe(true)
    expect(perform(base, rename('wells', 'Wells', 'Roads')).ok).toBe(true)
  })
})
