import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ThemeId } from '../../shared/model/ids'
import { childrenOf } from '../../shared/operations/theme-order'
import { makeTheme } from '../../shared/testing/sample-records'
import { allCommands, takeTurn } from '../state/commands'
import { change, currentProject } from '../state/project'
import { JoinedWindow } from '../testing/joined-window'
import { HookPage } from '../testing/render-hook'
import { dropTheme, moveTheme, useMoveCommands } from './theme-moves'

vi.hoisted(() => vi.stubGlobal('navigator', { userAgent: 'X11; Linux' }))

const joined = new JoinedWindow()
const page = new HookPage()
const [snow, ice, rain, hail] = ['snow', 'ice', 'rain', 'hail'] as [ThemeId, ThemeId, ThemeId, ThemeId]

beforeEach(async () => {
  for (const id of [snow, ice, rain, hail])
    await change({ type: 'theme.add', theme: makeTheme(id), index: 100 })
})

const order = (parent: ThemeId | null = null) =>
  childrenOf(joined.session.state.themes, parent).map(({ id }) => id)
const press = (key: string) => {
  const command = allCommands().find(({ keys }) => keys?.includes(key))
  if (!command) throw new Error(`there is no command for ${key}`)
  takeTurn(() => command.run())
}

describe('moving a theme by key', () => {
  it('goes as many places as the key was pressed, however quickly', async () => {
    await page.render(() => useMoveCommands(snow), null)
    for (let time = 0; time < 3; time++) press('Alt+ArrowDown')
    press('Alt+ArrowUp')
    await expect.poll(() => order()).toEqual([ice, rain, snow, hail])
  })

  it('leads under the theme above it and out again', async () => {
    await page.render(() => useMoveCommands(ice), null)
    press('Alt+ArrowRight')
    await expect.poll(() => order(snow)).toEqual([ice])
    press('Alt+ArrowLeft')
    await expect.poll(() => order()).toEqual([snow, ice, rain, hail])
  })
})

describe('moving a theme by hand', () => {
  it('puts it beside the theme it was dropped at, though another window has moved others meanwhile', async () => {
    const { themes } = currentProject().state
    const place = { type: 'theme.place', id: hail, seen: null, parent: null, after: null, before: snow }
    await Promise.all([joined.other('project.edit', place), dropTheme(rain, ice, 'before')])
    expect(order()).toEqual([hail, snow, rain, ice])
    expect(themes[hail]?.order).toBe(3)
  })

  it('never puts it under itself, and ends at the last place of another', async () => {
    await dropTheme(ice, snow, 'on')
    await dropTheme(snow, ice, 'on')
    const theme = currentProject().state.themes[rain]
    if (theme) await moveTheme(theme, snow)
    expect(order()).toEqual([snow, hail])
    expect(order(snow)).toEqual([ice, rain])
  })
})
