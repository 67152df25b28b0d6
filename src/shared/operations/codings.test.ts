import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Coding } from '../model/coding'
import { sameCoding, themesOf, uniqueCodings } from '../model/codings'
import type { AnnotationId, CoderId, DocumentId, ThemeId } from '../model/ids'
import type { ProjectState } from '../model/state'
import { blankState, makeAnnotation, makeDocument, makeTheme } from '../testing/sample-records'
import { removeTheme } from './compose'
import { countedState } from './counted-state'
import { type Counts, countAll } from './counts'
import { mergeThemes } from './merge-themes'
import { Operation } from './operation'
import { perform } from './perform'
import { recoded } from './recode'

const time = '2026-01-02T03:04:05.000Z'
const themes = ['t1', 't2', 't3'] as ThemeId[]
const [ann, bee] = ['c1', 'c2'] as [CoderId, CoderId]
const [document, id] = ['d1' as DocumentId, 'a1' as AnnotationId]

function done(state: ProjectState, operation: Operation) {
  const performed = perform(countedState(state), Operation.parse(operation))
  if (!performed.ok) throw new Error(performed.error.message)
  return performed.value
}

function start(codings: readonly Coding[] = []): ProjectState {
  const steps: Operation[] = [
    { type: 'coder.add', coder: { id: bee, name: 'Another', colour: '#112233' } },
    ...themes.map((each, index): Operation => ({ type: 'theme.add', theme: makeTheme(each), index })),
    { type: 'document.add', document: makeDocument('d1') },
    { type: 'annotation.add', annotation: { ...makeAnnotation('a1', 'd1'), codings: [...codings] } }
  ]
  return steps.reduce((state, operation) => done(state, operation).standing.state, blankState())
}

function plain(counts: Counts) {
  return { themes: counts.themes.toRecord(), coders: counts.coders.toRecord() }
}

function codingsIn(state: ProjectState): readonly Coding[] {
  return state.annotations.get(document)?.get(id)?.codings ?? []
}

const coding = (theme: ThemeId, coder: CoderId): Coding => ({ theme, coder, created: time })
const add = (own: Coding): Operation => ({ type: 'coding.add', document, id, coding: own, modified: time })
const remove = ({ theme, coder }: Coding): Operation => ({
  type: 'coding.remove',
  document,
  id,
  theme,
  coder,
  modified: time
})
const anyCoding = fc
  .record({ theme: fc.constantFrom(...themes), coder: fc.constantFrom(ann, bee) })
  .map(({ theme, coder }) => coding(theme, coder))

describe('codings of two people on one highlight', () => {
  it('are each their own: the same theme by both stands twice, and goes one by one', () => {
    let state = start([coding(themes[0] as ThemeId, ann)])
    state = done(state, add(coding(themes[0] as ThemeId, bee))).standing.state
    expect(codingsIn(state).map(({ coder }) => coder)).toEqual([ann, bee])
    const annotation = state.annotations.get(document)?.get(id)
    expect(annotation && themesOf(annotation)).toEqual(['t1'])
    state = done(state, remove(coding(themes[0] as ThemeId, ann))).standing.state
    expect(codingsIn(state)).toEqual([coding(themes[0] as ThemeId, bee)])
  })

  it('are all there whichever of two windows was first', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyCoding, { comparator: sameCoding }), fc.nat(), (all, seed) => {
        const mine = all.filter(({ coder }) => coder === ann)
        const theirs = all.filter(({ coder }) => coder === bee)
        const interleaved = [...mine, ...theirs].sort(
          (a, b) => ((all.indexOf(a) * 7 + seed) % 5) - ((all.indexOf(b) * 7 + seed) % 5)
        )
        let state = start()
        for (const each of interleaved) state = done(state, add(each)).standing.state
        const there = codingsIn(state)
        expect(there).toHaveLength(all.length)
        for (const each of all) expect(there.some((own) => sameCoding(own, each))).toBe(true)
      })
    )
  })

  it('can be put there and taken away, and back again exactly, with the counts', () => {
    fc.assert(
      fc.property(
        fc.array(anyCoding, { maxLength: 6 }),
        fc.array(fc.tuple(fc.boolean(), anyCoding, fc.nat(7)), { maxLength: 12 }),
        (first, steps) => {
          let standing = countedState(start(uniqueCodings(first)))
          const before = standing
          const inverses: Operation[] = []
          for (const [isAdding, own, index] of steps) {
            const made = perform(
              standing,
              isAdding
                ? ({ ...(add(own) as { type: 'coding.add' } & Operation), index } as Operation)
                : remove(own)
            )
            if (!made.ok) continue
            standing = made.value.standing
            inverses.push(made.value.inverse)
            expect(plain(standing.counts)).toEqual(plain(countAll(standing.state)))
          }
          for (const inverse of inverses.reverse()) {
            const made = perform(standing, inverse, { trusted: true })
            if (!made.ok) throw new Error(made.error.message)
            standing = made.value.standing
          }
          expect(codingsIn(standing.state)).toEqual(codingsIn(before.state))
          expect(plain(standing.counts)).toEqual(plain(before.counts))
        }
      )
    )
  })

  it('name a theme and a coder that are there', () => {
    const state = countedState(start())
    for (const own of [coding('t9' as ThemeId, ann), coding('t1' as ThemeId, 'c9' as CoderId)])
      expect(perform(state, add(own)).ok).toBe(false)
    expect(perform(state, remove(coding('t1' as ThemeId, ann))).ok).toBe(false)
  })

  it('keep a coder in the project who only coded what another highlighted', () => {
    const state = start([coding('t1' as ThemeId, bee)])
    const refused = perform(countedState(state), { type: 'coder.remove', id: bee })
    expect(!refused.ok && refused.error.key).toBe('coderInUse')
  })

  it('stay whose they are when themes are merged or removed', () => {
    const state = start([coding('t1' as ThemeId, ann), coding('t2' as ThemeId, bee)])
    const merge = mergeThemes(state, 't1' as ThemeId, 't2' as ThemeId, time)
    if (!merge) throw new Error('not merged')
    expect(codingsIn(done(state, merge).standing.state)).toEqual([
      coding('t2' as ThemeId, ann),
      coding('t2' as ThemeId, bee)
    ])
    const removal = removeTheme(state, 't1' as ThemeId, { moveTo: 't3' as ThemeId }, time)
    expect(codingsIn(done(state, removal).standing.state)).toEqual([
      coding('t2' as ThemeId, bee),
      coding('t3' as ThemeId, ann)
    ])
  })

  it('in bulk: a theme is added once, by whoever adds it, and removed whoever put it there', () => {
    const annotation = { ...makeAnnotation('a1', 'd1'), codings: [coding('t1' as ThemeId, ann)] }
    const nothing = { add: [], remove: [], mark: [], unmark: [] }
    expect(recoded(annotation, { ...nothing, add: ['t1' as ThemeId] }, bee, time)).toBeNull()
    expect(recoded(annotation, { ...nothing, add: ['t2' as ThemeId] }, bee, time)).toMatchObject({
      patch: { codings: [coding('t1' as ThemeId, ann), coding('t2' as ThemeId, bee)] }
    })
    expect(recoded(annotation, { ...nothing, remove: ['t1' as ThemeId] }, bee, time)).toMatchObject({
      patch: { codings: [] }
    })
  })
})
