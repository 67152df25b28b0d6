import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ExportSource } from '../../shared/ipc/export-request'
import { makeAnnotation } from '../../shared/testing/sample-records'
import { JoinedWindow, shownText } from '../testing/joined-window'
import { ExportDesk } from './export-desk'

const everything: ExportSource = { of: 'excerpts', query: {}, chosen: null }

describe('the export desk of a window', () => {
  const joined = new JoinedWindow()
  let desk = new ExportDesk()
  const state = () => desk.store.getState()
  const shown = () =>
    vi.waitFor(() => expect(state().preview).toMatchObject({ isStale: false, error: null }), 10_000)
  const textShown = () => JSON.stringify(state().preview.answer?.rows ?? state().preview.answer?.text)

  beforeEach(async () => {
    desk = new ExportDesk()
    const document = joined.session.state.documents.get(shownText)
    const revision = document?.revisions.at(-1)?.text
    if (!revision) throw new Error('the text is not there')
    const made = makeAnnotation('snow', shownText)
    const annotation = { ...made, selector: { ...made.selector, revision, exact: 'Snow', suffix: ' fell' } }
    const done = await joined.other('project.do', { type: 'annotation.add', annotation })
    if (!done.ok) throw new Error(JSON.stringify(done.error))
    await joined.caughtUp()
  })

  afterEach(() => desk.leave())

  it('lists the formats of what is exported, and shows what the first one writes', async () => {
    await desk.open(everything)
    await shown()
    expect(state().formats?.every(({ of }) => of === 'excerpts')).toBe(true)
    desk.chooseFormat('csv')
    await shown()
    expect(state().preview.answer?.count).toBe(1)
    expect(textShown()).toContain('Snow')
  })

  it('shows what was asked for last, however many changes come in between', async () => {
    await desk.open(everything)
    desk.chooseFormat('csv')
    for (const count of [1, 2, 1]) desk.setOptions({ context: { unit: 'words', count } })
    desk.setOptions({ context: { unit: 'none' } })
    expect(state().preview.isStale).toBe(true)
    await shown()
    expect(state().options.context).toEqual({ unit: 'none' })
    expect(textShown()).not.toContain('night')
    desk.setOptions({ context: { unit: 'sentence' } })
    await shown()
    expect(textShown()).toContain('night')
  })

  it('remembers the options of each format', async () => {
    await desk.open(everything)
    desk.chooseFormat('csv')
    desk.setOptions({ sort: 'created' })
    desk.chooseFormat('md')
    expect(state().options.sort).toBeUndefined()
    desk.chooseFormat('csv')
    expect(state().options.sort).toBe('created')
  })

  it('keeps presets by name, for every window, until they are renamed or deleted', async () => {
    await desk.open(everything)
    desk.chooseFormat('csv')
    desk.setOptions({ sort: 'created', coders: null })
    await desk.keepPreset('Chapter 3')
    desk.chooseFormat('md')
    const other = new ExportDesk()
    await other.open(everything)
    other.applyPreset('Chapter 3')
    expect(other.store.getState()).toMatchObject({
      preset: 'Chapter 3',
      format: { id: 'csv' },
      options: { sort: 'created' }
    })
    await desk.renamePreset('Chapter 3', 'Chapter 4')
    expect(state().presets.map(({ name }) => name)).toEqual(['Chapter 4'])
    await desk.dropPreset('Chapter 4')
    expect(state().presets).toEqual([])
  })

  it('saves nothing where no place is chosen, and can be asked again', async () => {
    await desk.open(everything)
    await shown()
    expect(await desk.save()).toBeNull()
    expect(state().saving).toBeNull()
  })

  it('says in place why nothing can be shown', async () => {
    await desk.open({ of: 'document', document: 'gone' as typeof shownText })
    await vi.waitFor(() => expect(state().preview.error).not.toBeNull(), 10_000)
    expect(state().preview.answer).toBeNull()
  })
})
