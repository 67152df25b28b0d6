import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainState } from '../../shared/model/state'
import { operationArbitrary } from '../../shared/testing/operation-arbitrary'
import { coder, makeTheme } from '../../shared/testing/sample-records'
import { EmptyProject } from '../import/testing/empty-project'
import { stableLines } from '../store/stable-json'
import { goTo, readHistory } from './history'
import { restoreState, stateAfter } from './past-state'

const desk = new EmptyProject()

async function addTheme(id: string, floor = false): Promise<number> {
  const done = await desk.session.do({ type: 'theme.add', theme: makeTheme(id), index: 0 }, coder.id, {
    floor
  })
  if (!done.ok) throw new Error(done.error.message)
  return done.value.seq
}

const themes = () => Object.keys(desk.session.state.themes).sort()

async function standings(): Promise<string[]> {
  const { entries } = await readHistory(desk.session, { from: null, most: 100 })
  return entries.map(({ seq, standing }) => `${seq} ${standing}`)
}

describe('the floor of undo', () => {
  it('is where Undo stops, with nothing lost', async () => {
    await addTheme('t0', true)
    await addTheme('t1', true)
    expect(desk.session.canUndo).toBe(false)
    await addTheme('t2')
    expect((await desk.session.undo(coder.id)).ok).toBe(true)
    const refused = await desk.session.undo(coder.id)
    expect(!refused.ok && refused.error.key).toBe('nothingToUndo')
    expect(themes()).toEqual(['t0', 't1'])
  })

  it('stays where it is when the project is opened again', async () => {
    await addTheme('t0', true)
    await addTheme('t1')
    await desk.reopen()
    expect((await desk.session.undo(coder.id)).ok).toBe(true)
    expect(desk.session.canUndo).toBe(false)
    expect(desk.session.canRedo).toBe(true)
    expect(themes()).toEqual(['t0'])
  })
})

describe('the history', () => {
  it('lists every change with what became of it', async () => {
    await addTheme('t0', true)
    const first = await addTheme('t1')
    const lost = await addTheme('t2')
    await desk.session.undo(coder.id)
    const second = await addTheme('t3')
    const last = await addTheme('t4')
    await desk.session.undo(coder.id)
    expect(await standings()).toEqual([
      `${last} undone`,
      `${second} done`,
      `${lost} overtaken`,
      `${first} done`,
      '2 made',
      '1 made'
    ])
  })

  it('is the same in pages as in one', async () => {
    for (let i = 0; i < 9; i++) {
      await addTheme(`t${i}`, i < 2)
      if (i % 3 === 2) await desk.session.undo(coder.id)
    }
    const paged: string[] = []
    for (let from: Parameters<typeof readHistory>[1]['from'] = null; ; ) {
      const { entries, next } = await readHistory(desk.session, { from, most: 2 })
      paged.push(...entries.map(({ seq, standing }) => `${seq} ${standing}`))
      if (!next) break
      from = next
    }
    expect(paged).toEqual(await standings())
  })

  it('takes nothing back that whoever asks does not know of', async () => {
    const first = await addTheme('t1')
    await addTheme('t2')
    const { seq: seen } = desk.session
    await addTheme('t3')
    const refused = await goTo(desk.session, { seq: first, seen }, coder.id)
    expect(!refused.ok && refused.error.key).toBe('changedMeanwhile')
    expect(themes()).toEqual(['t1', 't2', 't3'])
    expect((await goTo(desk.session, { seq: first, seen: desk.session.seq }, coder.id)).ok).toBe(true)
    expect(themes()).toEqual(['t1'])
  })

  it('goes to no change that was overtaken, and does nothing on the way', async () => {
    const lost = await addTheme('t1')
    await desk.session.undo(coder.id)
    await addTheme('t2')
    await desk.session.undo(coder.id)
    const { seq } = desk.session
    expect((await goTo(desk.session, { seq: lost, seen: seq }, coder.id)).ok).toBe(false)
    expect(desk.session.seq).toBe(seq)
  })
})

describe('restoring a state', () => {
  it('brings back what was undone and overtaken, as one change that can be undone', async () => {
    const lost = await addTheme('t1')
    await desk.session.undo(coder.id)
    await addTheme('t2')
    const done = await restoreState(desk.session, { seq: lost, seen: desk.session.seq }, coder.id)
    expect(done.ok).toBe(true)
    expect(themes()).toEqual(['t1'])
    await desk.session.undo(coder.id)
    expect(themes()).toEqual(['t2'])
  })

  it('is refused where a change was made that whoever asks does not know of', async () => {
    const first = await addTheme('t1')
    const { seq: seen } = desk.session
    await addTheme('t2')
    const refused = await restoreState(desk.session, { seq: first, seen }, coder.id)
    expect(!refused.ok && refused.error.key).toBe('changedMeanwhile')
    expect(themes()).toEqual(['t1', 't2'])
  })

  it('gives every state that ever stood, exactly, and can be taken back, whatever was done', async () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: operationArbitrary },
      { weight: 2, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) }
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 20 }), async (steps) => {
        const { session } = desk
        // Each run has a floor of its own.
        await session.do({ type: 'project.rename', name: 'Floor' }, coder.id, { floor: true })
        const stood = [{ seq: session.seq, state: plainState(session.state) }]
        for (const each of steps) {
          if (typeof each === 'string') await session[each](coder.id)
          else await session.do(each, coder.id)
          if (stood.at(-1)?.seq !== session.seq)
            stood.push({ seq: session.seq, state: plainState(session.state) })
        }
        // Every state is that right after some change in the history, so that it can be asked for there.
        const { entries } = await readHistory(session, { from: null, most: 10_000 })
        const listed = new Set<string>()
        for (const { seq } of entries) {
          const found = await stateAfter(session, seq)
          if (found.ok) listed.add(stableLines({ ...found.value }))
          if (seq < (stood[0]?.seq ?? 0)) break
        }
        for (const { state } of stood) expect(listed).toContain(stableLines({ ...state }))
        for (const { seq, state } of stood) {
          const found = await stateAfter(session, seq)
          expect(found.ok && found.value).toEqual(state)
        }
        for (const at of [0, Math.floor(stood.length / 2), stood.length - 2]) {
          const { seq, state } = stood[at] ?? { seq: session.seq, state: plainState(session.state) }
          const before = plainState(session.state)
          const restored = await restoreState(session, { seq, seen: session.seq }, coder.id)
          expect(plainState(session.state)).toEqual(state)
          if (!restored.ok) {
            expect(restored.error.key).toBe('stateSame')
            continue
          }
          expect((await session.undo(coder.id)).ok).toBe(true)
          expect(plainState(session.state)).toEqual(before)
        }
      }),
      { numRuns: 60 }
    )
  }, 60_000)
})
