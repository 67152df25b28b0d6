import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../shared/model/annotation'
import type { VariorumDocument } from '../../shared/model/document'
import type { AnnotationId, DocumentId, ParallelId, ThemeId } from '../../shared/model/ids'
import { LazyMap } from '../../shared/model/lazy-map'
import type { Passages, ProjectState } from '../../shared/model/state'
import { blankState, makeAnnotation, makeDocument } from '../../shared/testing/sample-records'
import { codedAcross } from './coded-across'

const documents = [
  makeDocument('zh', 'w1'),
  makeDocument('en', 'w1'),
  makeDocument('fr', 'w1'),
  makeDocument('alone'),
  makeDocument('only', 'w2')
]

function byId<K extends string, V extends { readonly id: K }>(records: readonly V[]): LazyMap<K, V> {
  return LazyMap.lazy(records.map((each) => [each.id, { load: () => each }] as const))
}

function stateWith(...annotations: readonly Annotation[]): ProjectState {
  const own = (id: string): Passages =>
    byId<AnnotationId, Annotation>(annotations.filter((each) => each.document === id))
  return {
    ...blankState(),
    documents: byId<DocumentId, VariorumDocument>(documents),
    annotations: LazyMap.lazy(documents.map((each) => [each.id, { load: () => own(each.id) }] as const))
  }
}

const made = (id: string, document: string, themes: readonly string[], parallel: string | null = null) => ({
  ...makeAnnotation(id, document, themes),
  parallel: parallel as ParallelId | null
})

const asked = (...themes: string[]) => new Set(themes as ThemeId[])

describe('“coded here, not there”', () => {
  it('shows a passage whose rendering carries the theme as coded in both', () => {
    const here = made('a', 'zh', ['t1'], 'x')
    const state = stateWith(here, made('b', 'en', ['t1'], 'x'))
    expect(codedAcross(state, { coded: true }, null)(here)).toBe(true)
    expect(codedAcross(state, { coded: false }, null)(here)).toBe(false)
  })

  it.each([
    ['is linked with nothing', made('a', 'zh', ['t1']), made('b', 'en', ['t1'])],
    ['is linked with a passage of other themes', made('a', 'zh', ['t1'], 'x'), made('b', 'en', ['t2'], 'x')],
    ['is linked within its own text alone', made('a', 'zh', ['t1'], 'x'), made('b', 'zh', ['t1'], 'x')],
    ['has a theme more than its rendering', made('a', 'zh', ['t1', 't2'], 'x'), made('b', 'en', ['t1'], 'x')]
  ])('finds a passage that %s', (_, here, there) => {
    const state = stateWith(here, there)
    expect(codedAcross(state, { coded: false }, null)(here)).toBe(true)
    expect(codedAcross(state, { coded: true }, null)(here)).toBe(false)
  })

  it('goes by the themes that were asked for, where some were', () => {
    const here = made('a', 'zh', ['t1', 't2'], 'x')
    const state = stateWith(here, made('b', 'en', ['t1'], 'x'))
    expect(codedAcross(state, { coded: true }, asked('t1'))(here)).toBe(true)
    expect(codedAcross(state, { coded: true }, asked('t2'))(here)).toBe(false)
  })

  it('goes by one version alone, where it is named', () => {
    const here = made('a', 'zh', ['t1'], 'x')
    const state = stateWith(here, made('b', 'en', ['t1'], 'x'))
    expect(codedAcross(state, { coded: true, in: 'en' as DocumentId }, null)(here)).toBe(true)
    expect(codedAcross(state, { coded: false, in: 'fr' as DocumentId }, null)(here)).toBe(true)
  })

  it('says nothing of texts that have no other version, nor of the version that counts itself', () => {
    const passages = [made('a', 'alone', ['t1']), made('b', 'only', ['t1'])]
    const state = stateWith(...passages, made('c', 'en', ['t1']))
    for (const coded of [true, false]) {
      for (const each of passages) expect(codedAcross(state, { coded }, null)(each)).toBe(false)
      const own = codedAcross(state, { coded, in: 'en' as DocumentId }, null)
      expect(own(made('c', 'en', ['t1']))).toBe(false)
    }
  })
})
