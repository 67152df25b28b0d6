import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Mentioned, mentions, writeLink } from '../memos/links'
import type { AnnotationId, DocumentId, MemoId, ThemeId } from '../model/ids'
import type { ProjectState } from '../model/state'
import { blankState, makeAnnotation, makeMemo, makeTheme } from '../testing/sample-records'
import { allLinks, linkKey, sourcesOf } from './back-links'
import { countedState } from './counted-state'
import type { Operation, SimpleOperation } from './operation'
import { perform } from './perform'

const targets: readonly Mentioned[] = [
  { kind: 'theme', id: 't0' },
  { kind: 'passage', id: 'a1' },
  { kind: 'document', id: 'd0' },
  { kind: 'formula', phrase: 'one visit' }
]
const links = [
  writeLink({ kind: 'theme', id: 't0' as ThemeId }, 'Visits'),
  writeLink({ kind: 'passage', document: 'd1' as DocumentId, id: 'a1' as AnnotationId }, 'words'),
  writeLink({ kind: 'document', id: 'd0' as DocumentId }, 'Bulletin'),
  writeLink({ kind: 'formula', phrase: 'one visit' }, '')
]
const text = fc.array(fc.constantFrom('', 'words', ...links), { maxLength: 4 }).map((each) => each.join(' '))
const number = fc.integer({ min: 0, max: 3 })

const simple: fc.Arbitrary<SimpleOperation> = fc.oneof(
  fc.record({ at: number, memo: text }).map(({ at, memo }): SimpleOperation => {
    const annotation = { ...makeAnnotation(`a${at}`, `d${at % 2}`), memo }
    return { type: 'annotation.add', annotation }
  }),
  fc.record({ at: number, memo: text }).map(({ at, memo }): SimpleOperation => {
    const [document, id] = [`d${at % 2}` as DocumentId, `a${at}` as AnnotationId]
    return { type: 'annotation.update', document, id, patch: { memo } }
  }),
  number.map((at): SimpleOperation => {
    return { type: 'annotation.remove', document: `d${at % 2}` as DocumentId, id: `a${at}` as AnnotationId }
  }),
  fc.record({ at: number, text }).map(({ at, text: own }): SimpleOperation => {
    const memo = makeMemo(`m${at}`, { kind: 'project' })
    return { type: 'memo.add', memo: { ...memo, text: own } }
  }),
  fc.record({ at: number, text }).map(
    ({ at, text: own }): SimpleOperation => ({
      type: 'memo.update',
      id: `m${at}` as MemoId,
      patch: { text: own }
    })
  ),
  number.map((at): SimpleOperation => ({ type: 'memo.remove', id: `m${at}` as MemoId }))
)
const operation: fc.Arbitrary<Operation> = fc.oneof(
  simple,
  fc
    .array(simple, { minLength: 1, maxLength: 3 })
    .map((operations) => ({ type: 'batch' as const, label: 'import' as const, operations }))
)

function plain(state: ProjectState, found = allLinks(state)) {
  return targets.map((each) =>
    sourcesOf(found, each)
      .map((source) => JSON.stringify(source))
      .sort()
  )
}

describe('the links back', () => {
  it('are after any changes, and undoing them, what they would be made anew', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 30 }), (operations) => {
        let standing = countedState(blankState())
        const inverses: Operation[] = []
        for (const each of operations) {
          const done = perform(standing, each, { trusted: true })
          if (!done.ok) continue
          standing = done.value.standing
          inverses.push(done.value.inverse)
          expect(plain(standing.state, standing.links)).toEqual(plain(standing.state))
        }
        for (const inverse of inverses.reverse()) {
          const undone = perform(standing, inverse, { trusted: true })
          if (!undone.ok) throw new Error(undone.error.message)
          standing = undone.value.standing
          expect(plain(standing.state, standing.links)).toEqual(plain(standing.state))
        }
        expect(standing.links.size).toBe(0)
      }),
      { numRuns: 200 }
    )
  })

  it('name the very memos that mention something', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 30 }), (operations) => {
        let standing = countedState(blankState())
        for (const each of operations) {
          const done = perform(standing, each, { trusted: true })
          if (done.ok) standing = done.value.standing
        }
        for (const wanted of targets) {
          const memos = Object.values(standing.state.memos).filter((each) => mentions(each.text, wanted))
          let count = memos.length
          for (const own of standing.state.annotations.values())
            for (const { memo } of own.values()) if (mentions(memo, wanted)) count++
          expect(sourcesOf(standing.links, wanted)).toHaveLength(count)
        }
      })
    )
  })

  it('have one key for a link and for what is asked for', () => {
    expect(linkKey({ kind: 'theme', id: makeTheme('t0').id })).toBe(linkKey({ kind: 'theme', id: 't0' }))
  })
})
