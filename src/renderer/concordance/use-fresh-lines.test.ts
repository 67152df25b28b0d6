import { beforeEach, describe, expect, it } from 'vitest'
import { addText, paragraphs } from '../../main/rpc/testing/add-text'
import { defaultSettings } from '../../shared/concordance/default-settings'
import type { ThemeId } from '../../shared/model/ids'
import { makeTheme } from '../../shared/testing/sample-records'
import { change } from '../state/project'
import { JoinedWindow } from '../testing/joined-window'
import { HookPage } from '../testing/render-hook'
import { concordance } from './concordance-desk'
import { useFreshLines } from './use-fresh-lines'

const joined = new JoinedWindow()
const page = new HookPage()
const theme = 't1' as ThemeId
const state = () => concordance.store.getState()

async function asked(query: string): Promise<void> {
  concordance.type(query)
  await expect.poll(() => state().shown?.query === query && state().view?.isComplete).toBe(true)
}

describe('the lines follow the project', () => {
  beforeEach(() => concordance.belongTo(joined.folder, defaultSettings))

  it('also where a text came while another place was shown', async () => {
    const place = await page.render(useFreshLines, undefined)
    await asked('snow')
    expect(state().view?.lines).toBe(1)
    place.leave()
    await addText(joined.session, 'd2', paragraphs('More snow, and snow again.'))
    await joined.caughtUp()
    expect(state().view?.lines).toBe(1)
    await page.render(useFreshLines, undefined)
    await expect.poll(() => state().view?.lines).toBe(3)
  })

  it('and say that a theme they were asked by is gone, and show them again when it is back', async () => {
    await change({ type: 'theme.add', theme: makeTheme(theme), index: 0 })
    await page.render(useFreshLines, undefined)
    await asked('snow -theme:"Theme t1"')
    expect(state().view?.lines).toBe(1)
    await joined.other('project.do', { type: 'theme.remove', id: theme })
    await expect.poll(() => state().problem?.code).toBe('themeUnknown')
    await change({ type: 'theme.add', theme: makeTheme(theme), index: 0 })
    await expect.poll(() => state().problem).toBeNull()
    expect(state().view?.lines).toBe(1)
  })
})
