import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnnotationId, DocumentId, ParallelId, WorkId } from '../model/ids'
import type { ProjectState } from '../model/state'
import { otherVersions, sharedWork, versionsOf } from '../model/versions'
import { blankState, makeAnnotation, makeDocument } from '../testing/sample-records'
import { countedState } from './counted-state'
import type { Operation } from './operation'
import { makeParallel, partnersTogether } from './parallel'
import { perform } from './perform'
import { releaseDocuments, setWorkVersions } from './works'

const names = ['d0', 'd1', 'd2', 'd3', 'd4']
const works = ['w0' as WorkId, 'w1' as WorkId]

function library(): ProjectState {
  const operations = names.map((id): Operation => ({ type: 'document.add', document: makeDocument(id) }))
  return operations.reduce(done, blankState())
}

function done(state: ProjectState, operation: Operation | null): ProjectState {
  if (!operation) return state
  const performed = perform(countedState(state), operation)
  if (!performed.ok) throw new Error(performed.error.key)
  return performed.value.standing.state
}

const gathering = fc.record({
  id: fc.constantFrom(...works),
  title: fc.constantFrom('One', 'Other'),
  versions: fc.shuffledSubarray(names).chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({
          document: fc.constant(id as DocumentId),
          rendering: fc.constantFrom('source' as const, 'machine' as const)
        })
      )
    )
  )
})

describe('a work', () => {
  it('is what a hand made of it, whatever was there before', () => {
    fc.assert(
      fc.property(fc.array(gathering, { minLength: 1, maxLength: 5 }), (all) => {
        let state = library()
        for (const wanted of all) {
          state = done(state, setWorkVersions(state, wanted))
          const work = state.works.get(wanted.id)
          expect(work !== undefined).toBe(wanted.versions.length > 0)
          const versions = work ? versionsOf(state.documents.values(), work) : []
          expect(versions.map(({ id, rendering }) => ({ document: id, rendering }))).toEqual(wanted.versions)
          expect(setWorkVersions(state, wanted) === null || wanted.versions.length === 0).toBe(true)
        }
      })
    )
  })

  it('goes with its last version', () => {
    fc.assert(
      fc.property(fc.array(gathering, { maxLength: 4 }), fc.subarray(names), (all, released) => {
        let state = all.reduce((before, wanted) => done(before, setWorkVersions(before, wanted)), library())
        state = done(state, releaseDocuments(state, released as DocumentId[]))
        for (const id of works) {
          const versions = [...state.documents.values()].filter((each) => each.works.includes(id))
          expect(state.works.has(id)).toBe(versions.length > 0)
          expect(versions.some((each) => released.includes(each.id))).toBe(false)
        }
      })
    )
  })

  it('may share a text with another: its other versions are those of both', () => {
    let state = library()
    const versions = (...ids: string[]) =>
      ids.map((id) => ({ document: id as DocumentId, rendering: 'unknown' as const }))
    state = done(
      state,
      setWorkVersions(state, { id: 'w0' as WorkId, title: 'A', versions: versions('d1', 'd0') })
    )
    state = done(
      state,
      setWorkVersions(state, { id: 'w1' as WorkId, title: 'B', versions: versions('d0', 'd2') })
    )
    const at = (id: string) => state.documents.get(id as DocumentId) ?? makeDocument('none')
    const others = otherVersions(state.documents.values(), at('d0'), (id) => state.works.get(id))
    expect(others.map((each) => each.id)).toEqual(['d1', 'd2'])
    expect(sharedWork([at('d0'), at('d2')])).toBe('w1')
    expect(sharedWork([at('d1'), at('d2')])).toBeNull()
  })
})

const passages = fc
  .array(fc.option(fc.constantFrom('l1', 'l2', 'l3')), { minLength: 1, maxLength: 12 })
  .map((groups) =>
    groups.map((parallel, at) => ({
      ...makeAnnotation(`a${at}`, `d${at % 3}`),
      id: `a${at}` as AnnotationId,
      parallel: parallel as ParallelId | null
    }))
  )

describe('parallel passages', () => {
  it('are one group with those of the groups that they were in, and the others stay as they are', () => {
    fc.assert(
      fc.property(passages, fc.array(fc.nat(11), { minLength: 2, maxLength: 4 }), (all, chosen) => {
        const linked = [...new Set(chosen)].flatMap((at) => all[at] ?? [])
        fc.pre(linked.length > 0)
        const changed = new Map(all.map((each) => [each.id, each.parallel]))
        for (const op of makeParallel(linked, [], all, ''))
          if (op.type === 'annotation.update') changed.set(op.id, op.patch.parallel ?? null)
        const groups = new Set(linked.flatMap((each) => each.parallel ?? []))
        const ids = new Set(linked.map((each) => each.id))
        const isIn = (each: (typeof all)[number]) =>
          ids.has(each.id) || (each.parallel !== null && groups.has(each.parallel))
        const now = new Set(all.filter(isIn).map((each) => changed.get(each.id)))
        expect(now.size).toBe(1)
        expect(now.has(null)).toBe(false)
        for (const each of all) if (!isIn(each)) expect(changed.get(each.id)).toBe(each.parallel)
      })
    )
  })

  it('stand together in a list, which holds all it held', () => {
    fc.assert(
      fc.property(passages, (all) => {
        const listed = partnersTogether(all)
        expect(new Set(listed)).toEqual(new Set(all))
        const seen = new Set<string>()
        let last: string | null = null
        for (const { id, parallel } of listed) {
          const group: string = parallel ?? id
          expect(group === last || !seen.has(group)).toBe(true)
          seen.add(group)
          last = group
        }
      })
    )
  })
})
