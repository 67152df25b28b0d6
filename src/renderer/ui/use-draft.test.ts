import { beforeEach, describe, expect, it } from 'vitest'
import type { ThemeId } from '../../shared/model/ids'
import { makeTheme } from '../../shared/testing/sample-records'
import { keepMine, takeTheirs } from '../state/draft-saving'
import { useDrafts } from '../state/draft-store'
import { change, currentProject } from '../state/project'
import { JoinedWindow } from '../testing/joined-window'
import { HookPage } from '../testing/render-hook'
import { useDraft } from './use-draft'

const joined = new JoinedWindow()
const page = new HookPage()
const id = 't1' as ThemeId
const target = { kind: 'theme', id, field: 'description' } as const

beforeEach(async () => {
  await change({ type: 'theme.add', theme: makeTheme(id), index: 0 })
  useDrafts.setState({ project: currentProject().state.info.id, fields: {}, asides: [] })
})

const field = () => page.render(() => useDraft(target, makeTheme(id).description, 'Theme 1'), null)
const stored = () => joined.session.state.themes[id]?.description
const theirs = (description: string) =>
  joined.other('project.do', { type: 'theme.update', id, patch: { description } })

describe('a field that is typed in', () => {
  it('shows what is typed at once, saves it on leaving, and is no draft any more once it is saved', async () => {
    const own = await field()
    own.now().type('Snow and ice')
    await expect.poll(() => own.now().text).toBe('Snow and ice')
    expect(own.now()).toMatchObject({ theirs: null, refusal: null })
    own.now().flush()
    await expect.poll(stored).toBe('Snow and ice')
    await expect.poll(() => useDrafts.getState().fields[own.now().key]).toBeUndefined()
    expect(own.now().text).toBe('Snow and ice')
  })

  it('is saved where its form goes away in the midst of typing', async () => {
    const own = await field()
    own.now().type('Snow')
    own.leave()
    await expect.poll(stored).toBe('Snow')
  })

  it('shows what another window makes of the text, and holds it against what is typed', async () => {
    const own = await field()
    await theirs('Rain')
    await expect.poll(() => own.now().text).toBe('Rain')
    own.now().type('Rain and snow')
    await theirs('Hail')
    await expect.poll(() => own.now().theirs).toBe('Hail')
    expect(own.now().text).toBe('Rain and snow')
    own.now().flush()
    await joined.caughtUp()
    expect(stored()).toBe('Hail')
    keepMine(own.now().key)
    await expect.poll(stored).toBe('Rain and snow')
  })

  it('takes the text of another window where a person chooses it', async () => {
    const own = await field()
    own.now().type('Snow')
    await theirs('Rain')
    await expect.poll(() => own.now().theirs).toBe('Rain')
    takeTheirs(own.now().key)
    await expect.poll(() => own.now().text).toBe('Rain')
    expect(stored()).toBe('Rain')
  })

  it('says what is too long to be saved, and does not save it', async () => {
    const own = await field()
    own.now().type('x'.repeat(1_000_001))
    await expect.poll(() => own.now().problem?.kind).toBe('tooLong')
    own.now().flush()
    await joined.caughtUp()
    expect(stored()).toBe(makeTheme(id).description)
  })
})
