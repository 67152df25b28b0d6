import { beforeEach, describe, expect, it } from 'vitest'
import { makeTheme } from '../../shared/testing/sample-records'
import { JoinedWindow, shownText } from '../testing/joined-window'
import { openJob } from './bridge'
import { change, currentProject } from './project'
import { useToasts } from './toasts'
import { redoChange, showUndoableToast, undoChange } from './undoing'

const joined = new JoinedWindow()
const addTheme = (id: string) => ({ type: 'theme.add' as const, theme: makeTheme(id), index: 0 })
const toasts = () => useToasts.getState().toasts

beforeEach(() => useToasts.setState({ toasts: [] }))

describe('undoing', () => {
  it('says what went, once, with a button that brings it back', async () => {
    await change(addTheme('t1'))
    await change(addTheme('t2'))
    await Promise.all([undoChange(), undoChange()])
    expect(Object.keys(currentProject().state.themes)).toEqual([])
    expect(toasts()).toHaveLength(1)
    toasts()[0]?.action?.run()
    await expect.poll(() => Object.keys(currentProject().state.themes)).toEqual(['t1'])
  })

  it('says what went also where another window had made it, and brings that back', async () => {
    await joined.other('project.do', addTheme('t1'))
    await undoChange()
    expect(toasts()[0]?.text).toMatch(/theme/i)
    toasts()[0]?.action?.run()
    await expect.poll(() => Object.keys(currentProject().state.themes)).toEqual(['t1'])
  })

  it('says that there is nothing left, which is no failure', async () => {
    await change(addTheme('t1'))
    await redoChange()
    expect(toasts().map(({ kind }) => kind)).toEqual(['said'])
    expect(Object.keys(currentProject().state.themes)).toEqual(['t1'])
  })

  it('is offered only as long as it is about the last change, whichever window makes the next', async () => {
    await change(addTheme('t1'))
    showUndoableToast('A theme was made.')
    expect(toasts()).toHaveLength(1)
    await joined.other('project.do', addTheme('t2'))
    await joined.caughtUp()
    expect(toasts()).toEqual([])
  })
})

describe('long work that was given up', () => {
  it('is said to be, and work of another name goes on', async () => {
    let goOn = () => {}
    const held = new Promise<void>((resolve) => {
      goOn = resolve
    })
    joined.thread.before = () => held
    const pattern = { query: 'Sn.w', regex: true, wholeWord: false, matchCase: false, matchWidth: false }
    const [given, kept] = [1, 2].map(() => openJob('document.find', { document: shownText, pattern }))
    if (!given || !kept) throw new Error('nothing was asked')
    given.cancel()
    goOn()
    expect(await given.answer).toMatchObject({ ok: false })
    expect(await kept.answer).toMatchObject({ ok: true, value: [{ start: 0 }] })
  })
})
