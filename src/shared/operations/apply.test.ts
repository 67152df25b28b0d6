import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  alignmentShard,
  annotationShard,
  codebookShard,
  infoShard,
  libraryShards,
  shardBody
} from '../../main/store/shards'
import type { DocumentId, ThemeId, WorkId } from '../model/ids'
import { type ProjectState, plainState } from '../model/state'
import { operationArbitrary } from '../testing/operation-arbitrary'
import { blankState, makeTheme } from '../testing/sample-records'
import { apply } from './apply'
import { type CountedState, countedState } from './counted-state'
import { Operation } from './operation'
import { perform } from './perform'
import { sliceOperation } from './slice'

/** Applies those of the operations that are allowed; returns the states and inverses on the way. */
function run(operations: readonly Operation[]) {
  let standing = countedState(blankState())
  const steps: { before: ProjectState; operation: Operation; after: ProjectState; inverse: Operation }[] = []
  for (const operation of operations) {
    const done = perform(standing, operation)
    if (!done.ok) continue
    const { inverse } = done.value
    steps.push({ before: standing.state, operation, after: done.value.standing.state, inverse })
    standing = done.value.standing
  }
  return { standing, state: standing.state, steps }
}

const operations = fc.array(operationArbitrary, { maxLength: 40 })
const shards = [
  infoShard,
  codebookShard,
  ...libraryShards,
  annotationShard('d0' as DocumentId),
  annotationShard('d1' as DocumentId),
  alignmentShard('w0' as WorkId)
]

describe('operations', () => {
  it('can all be taken back: undoing gives the state before, and the same bytes on disk', () => {
    fc.assert(
      fc.property(operations, (list) => {
        const { state, steps } = run(list)
        let current = state
        for (const { inverse, before } of steps.toReversed()) {
          const undone = apply(current, inverse)
          if (!undone.ok) throw new Error(undone.error.message)
          current = undone.value.state
          expect(plainState(current)).toEqual(plainState(before))
        }
        for (const shard of shards) expect(shardBody(current, shard)).toBe(shardBody(blankState(), shard))
      }),
      { numRuns: 300 }
    )
  })

  it('can be done again after they were taken back', () => {
    fc.assert(
      fc.property(operations, (list) => {
        for (const { after, inverse, operation } of run(list).steps) {
          const undone = apply(after, inverse)
          if (!undone.ok) throw new Error(undone.error.message)
          const redone = apply(undone.value.state, operation)
          expect(redone.ok && plainState(redone.value.state)).toEqual(plainState(after))
          expect(redone.ok && redone.value.inverse).toEqual(inverse)
        }
      }),
      { numRuns: 150 }
    )
  })

  it('fit their schema, and so do their inverses: the journal can be read back', () => {
    fc.assert(
      fc.property(operations, (list) => {
        for (const { operation, inverse } of run(list).steps) {
          expect(Operation.parse(JSON.parse(JSON.stringify(operation)))).toEqual(operation)
          expect(Operation.parse(JSON.parse(JSON.stringify(inverse)))).toEqual(inverse)
        }
      }),
      { numRuns: 80 }
    )
  })

  it('give a window the same slices as the main process has', () => {
    fc.assert(
      fc.property(operations, (list) => {
        const shows = (id: string) => id === 'd0'
        let window = blankState()
        const { state, steps } = run(list)
        for (const { operation } of steps) {
          const part = sliceOperation(operation, shows)
          if (part === null) continue
          const applied = apply(window, part)
          if (!applied.ok) throw new Error(applied.error.message)
          window = applied.value.state
        }
        const { annotations, alignments: _, ...rest } = plainState(state)
        const own = Object.fromEntries(Object.entries(annotations).filter(([id]) => shows(id)))
        expect({ ...plainState(window), alignments: undefined }).toEqual({
          ...rest,
          annotations: own,
          alignments: undefined
        })
      }),
      { numRuns: 150 }
    )
  })

  it('keep the counts of annotations right', () => {
    fc.assert(
      fc.property(operations, (list) => {
        const { standing, state } = run(list)
        expect(plainCounts(standing)).toEqual(plainCounts(countedState(state)))
      }),
      { numRuns: 150 }
    )
  })

  it('never leave gaps among the themes of one level', () => {
    fc.assert(
      fc.property(operations, (list) => {
        const levels = new Map<string | null, number[]>()
        for (const theme of Object.values(run(list).state.themes))
          levels.set(theme.parent, [...(levels.get(theme.parent) ?? []), theme.order])
        for (const orders of levels.values())
          expect(orders.sort((a, b) => a - b)).toEqual(orders.map((_, index) => index))
      })
    )
  })

  it('refuse to hang a theme under itself, and to remove what is in use', () => {
    const { standing } = run([
      { type: 'theme.add', theme: makeTheme('t0'), index: 0 },
      { type: 'theme.add', theme: makeTheme('t1', 't0'), index: 0 }
    ])
    expect(breach(standing, { type: 'theme.move', id: id('t0'), parent: id('t1'), index: 0 })).toBe(
      'themeUnderItself'
    )
    expect(breach(standing, { type: 'theme.remove', id: id('t0') })).toBe('themeHasChildren')
  })
})

function breach(standing: CountedState, operation: Operation): string | null {
  const done = perform(standing, operation)
  return done.ok ? null : done.error.key
}

function plainCounts({ counts }: CountedState) {
  const { documents, themes, coders, works } = counts
  return [documents, themes, coders, works].map((table) => table.toRecord())
}

function id(text: string): ThemeId {
  return text as ThemeId
}
