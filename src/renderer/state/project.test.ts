import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { annotationOf } from '../../main/rpc/testing/add-text'
import type { GroupId, ThemeId } from '../../shared/model/ids'
import { plainState } from '../../shared/model/state'
import type { Operation } from '../../shared/operations/operation'
import { operationArbitrary } from '../../shared/testing/operation-arbitrary'
import { makeGroup, makeTheme } from '../../shared/testing/sample-records'
import { JoinedWindow, shownBlocks, shownText } from '../testing/joined-window'
import {
  attempt,
  change,
  currentProject,
  edit,
  receiveChange,
  releaseDocument,
  showDocument,
  until
} from './project'
import { redoChange, undoChange } from './undoing'

const joined = new JoinedWindow()
const d1 = shownText

const addTheme = (id: string): Operation => ({ type: 'theme.add', theme: makeTheme(id), index: 0 })

/** What the window shows of the project is what the project is, as far as it shows it. */
async function expectSame(): Promise<void> {
  await joined.caughtUp()
  const { annotations, alignments: _, ...rest } = plainState(joined.session.state)
  const { tables, state } = currentProject()
  expect(state).toEqual(rest)
  const shown = plainState(tables).annotations
  for (const id of Object.keys(shown) as (typeof d1)[]) expect(shown[id]).toEqual(annotations[id])
}

describe('a window and what the project is', () => {
  it('are the same, however quickly changes are fired, here and in another window', async () => {
    await showDocument(d1)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.boolean(), operationArbitrary), { minLength: 5, maxLength: 25 }),
        async (all) => {
          await Promise.all(
            all.map(([isMine, operation]) =>
              isMine ? attempt(operation) : joined.other('project.do', operation)
            )
          )
          await expectSame()
        }
      ),
      { numRuns: 25 }
    )
  })

  it('are the same while everything is undone and done again as fast as the key repeats', async () => {
    for (let at = 0; at < 12; at++) await change(addTheme(`t${at}`))
    const before = joined.session.seq
    await Promise.all(Array.from({ length: 8 }, undoChange))
    await expectSame()
    expect(Object.keys(currentProject().state.themes)).toHaveLength(4)
    await Promise.all([
      ...Array.from({ length: 5 }, redoChange),
      undoChange(),
      joined.other('project.redo', null)
    ])
    await expectSame()
    expect(Object.keys(currentProject().state.themes)).toHaveLength(9)
    expect(joined.session.seq).toBe(before + 15)
    expect(currentProject().canRedo).toBe(true)
  })

  it('a change is shown when it is said to be done, also where another window made it needless', async () => {
    await change({ type: 'group.add', group: makeGroup('g0') })
    await change(addTheme('t1'))
    const wanted = {
      type: 'group.themes' as const,
      id: 'g0' as GroupId,
      add: ['t1' as ThemeId],
      remove: []
    }
    const shown = () => currentProject().state.groups['g0' as GroupId]?.themes
    const theirs = joined.other('project.edit', wanted)
    expect(await edit(wanted)).toBe(true)
    expect(shown()).toEqual(['t1'])
    await theirs
    await undoChange()
    expect(shown()).toEqual([])
  })

  it('a change that is told of after the project was shown with it takes nothing back', async () => {
    await change({ type: 'project.rename', name: 'One' })
    const { seq } = currentProject()
    await change({ type: 'project.rename', name: 'Two' })
    const counts = { documents: {}, themes: {} }
    const operation: Operation = { type: 'project.rename', name: 'One' }
    receiveChange({ seq, operation, counts, realigned: [], canUndo: true, canRedo: false })
    expect(currentProject().state.info.name).toBe('Two')
  })

  it('a refused change is told and leaves the window as it was', async () => {
    const before = currentProject().state
    const done = await attempt({ type: 'theme.remove', id: 'none' as ThemeId })
    expect(done).toMatchObject({ ok: false, error: { kind: 'NotFound' } })
    expect(currentProject().state).toBe(before)
  })
})

describe('the highlights of a text that is shown', () => {
  const annotation = () =>
    annotationOf(joined.session.state.documents.get(d1) ?? never(), shownBlocks, 'Snow fell')
  const passages = () => [...(currentProject().tables.annotations.get(d1)?.values() ?? [])]

  it('are told from the moment that it is shown until it is let go', async () => {
    const mine = annotation()
    await change({ type: 'annotation.add', annotation: mine })
    expect(passages()).toEqual([])
    await showDocument(d1)
    expect(passages()).toEqual([mine])
    const second = { ...mine, id: annotation().id }
    await joined.other('project.do', { type: 'annotation.add', annotation: second })
    await joined.caughtUp()
    expect(passages()).toHaveLength(2)
    releaseDocument(d1)
    await joined.other('project.do', { type: 'annotation.remove', document: d1, id: second.id })
    await joined.caughtUp()
    // It is not shown: it is not told either, and no harm is done.
    expect(passages()).toHaveLength(2)
    await showDocument(d1)
    expect(passages()).toEqual([mine])
  })

  it('are all there where the text is asked for in the midst of changes to it', async () => {
    const all = Array.from({ length: 20 }, annotation)
    const adding = all.map((each) => joined.other('project.do', { type: 'annotation.add', annotation: each }))
    const showing = showDocument(d1)
    await Promise.all([...adding, showing])
    await joined.caughtUp()
    await vi.waitFor(() => expect(passages()).toHaveLength(all.length))
    await expectSame()
  })

  it('are still told when the project has been opened again', async () => {
    await showDocument(d1)
    await joined.other('project.open', { folder: joined.folder, how: 'read' })
    await joined.other('project.open', { folder: joined.folder, how: 'write' })
    await until(({ readOnly }) => !readOnly)
    await showDocument(d1)
    const mine = annotation()
    expect(await change({ type: 'annotation.add', annotation: mine })).toBe(true)
    expect(passages()).toEqual([mine])
  })

  it('are not told of a text that was left before it was read', async () => {
    const showing = showDocument(d1)
    releaseDocument(d1)
    expect(await showing).toBe(false)
    await joined.other('project.do', { type: 'annotation.add', annotation: annotation() })
    await joined.caughtUp()
    expect(passages()).toEqual([])
  })

  it('do not come into another project, where they are answered after that was opened', async () => {
    const { variorum } = window
    let deliver = () => {}
    const delivered = new Promise<void>((resolve) => {
      deliver = resolve
    })
    const slow = async (method: string, input: unknown) => {
      const answer = await variorum.call(method, input)
      if (method === 'document.subscribe') await delivered
      return answer
    }
    vi.stubGlobal('window', Object.assign(new EventTarget(), { variorum: { ...variorum, call: slow } }))
    const showing = showDocument(d1)
    await cp(joined.folder, join(joined.home, 'copy'), { recursive: true })
    await joined.other('project.open', { folder: join(joined.home, 'copy'), how: 'write' })
    await until(({ folder }) => folder.endsWith('copy'))
    deliver()
    expect(await showing).toBe(false)
    expect(currentProject().texts[d1]).toBeUndefined()
  })

  it('are fetched again where the window no longer fits the project', async () => {
    await showDocument(d1)
    const mine = annotation()
    await change({ type: 'annotation.add', annotation: mine })
    const seq = currentProject().seq + 1
    const counts = { documents: {}, themes: {} }
    // A change that cannot be applied here: the window has missed something.
    const operation: Operation = { type: 'annotation.remove', document: d1, id: annotation().id }
    receiveChange({ seq, operation, counts, realigned: [], canUndo: true, canRedo: false })
    await joined.other('project.do', { type: 'annotation.remove', document: d1, id: mine.id })
    await vi.waitFor(() => expect(passages()).toEqual([]))
    await expectSame()
  })
})

function never(): never {
  throw new Error('there is no such text')
}
