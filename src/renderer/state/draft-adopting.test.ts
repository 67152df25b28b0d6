import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Draft } from '../../shared/drafts/draft'
import type { DraftId, ThemeId } from '../../shared/model/ids'
import { makeTheme } from '../../shared/testing/sample-records'
import { JoinedWindow } from '../testing/joined-window'
import { acceptDraft, beginDrafts, discardDraft, keepAsMemo } from './draft-adopting'
import { useDrafts } from './draft-store'
import { change, currentProject } from './project'

const joined = new JoinedWindow()
const theme = 't1' as ThemeId

function draftOf(text: string, base: string): Draft {
  const target = { kind: 'theme', id: theme, field: 'description' } as const
  return {
    id: 'u1' as DraftId,
    target,
    text,
    base,
    sending: null,
    typed: '2026-01-02T03:04:05.000Z',
    about: 'Theme t1'
  }
}

const stored = () => currentProject().state.themes[theme]?.description
const asides = () => useDrafts.getState().asides
const describeTheme = (description: string) =>
  joined.other('project.do', { type: 'theme.update', id: theme, patch: { description } })

/** The other window is closed with this unsaved. */
async function left(draft: Draft): Promise<void> {
  const project = currentProject().state.info.id
  await joined.other('drafts.keep', { project, drafts: [draft], dropped: [] })
  await joined.otherLeaves()
}

/** The only draft that waits for a person. */
async function laidAside() {
  await expect.poll(() => asides().length).toBe(1)
  const [found] = asides()
  if (!found) throw new Error('nothing was laid aside')
  return found
}

describe('words that a window left unsaved', () => {
  beforeEach(async () => {
    vi.stubGlobal('addEventListener', () => {})
    await change({ type: 'theme.add', theme: makeTheme(theme), index: 0 })
    await change({ type: 'theme.update', id: theme, patch: { description: 'First' } })
    beginDrafts()
  })

  it('are saved by another window where the field still says what they were typed over', async () => {
    await left(draftOf('First and more', 'First'))
    await expect.poll(stored).toBe('First and more')
    expect(asides()).toEqual([])
  })

  it('lie beside what the field says by now, and take its place when a person says so', async () => {
    await describeTheme('Second')
    await left(draftOf('First and more', 'First'))
    const found = await laidAside()
    expect(found.stored).toBe('Second')
    expect(stored()).toBe('Second')
    await acceptDraft(found)
    await expect.poll(stored).toBe('First and more')
    expect(asides()).toEqual([])
  })

  it('replace nothing that the person has not seen', async () => {
    await describeTheme('Second')
    await left(draftOf('First and more', 'First'))
    const found = await laidAside()
    await describeTheme('Third')
    await acceptDraft(found)
    expect((await laidAside()).stored).toBe('Third')
    await joined.caughtUp()
    expect(stored()).toBe('Third')
  })

  it('become a memo where their record is gone', async () => {
    await joined.other('project.do', { type: 'theme.remove', id: theme })
    await left(draftOf('First and more', 'First'))
    await keepAsMemo(await laidAside())
    const memos = Object.values(currentProject().state.memos).map(({ title, text }) => [title, text])
    expect(memos).toEqual([['Theme t1', 'First and more']])
    expect(asides()).toEqual([])
  })

  it('are gone when a person gives them up, and the field stays as it is', async () => {
    await describeTheme('Second')
    await left(draftOf('First and more', 'First'))
    discardDraft(await laidAside())
    expect(asides()).toEqual([])
    await joined.caughtUp()
    expect(stored()).toBe('Second')
  })
})
