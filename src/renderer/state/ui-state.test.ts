import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { DocumentId, ThemeId } from '../../shared/model/ids'
import type { ProjectUiState } from '../../shared/model/ui-state'
import { makeTheme } from '../../shared/testing/sample-records'
import { JoinedWindow } from '../testing/joined-window'
import { call } from './bridge'
import { change } from './project'
import {
  digitThemes,
  learntLines,
  pinTheme,
  recall,
  rememberLine,
  rememberPlace,
  rememberTheme,
  useUiState
} from './ui-state'

const joined = new JoinedWindow()
const themes = Array.from({ length: 12 }, (_, at) => `t${at}` as ThemeId)
const [t0, t1, t2] = themes as [ThemeId, ThemeId, ThemeId]
const site = 'news.example'

beforeEach(async () => {
  await recall(joined.folder)
  for (const [index, id] of themes.entries()) await change({ type: 'theme.add', theme: makeTheme(id), index })
})

/** What the desk remembers, once everything that was said has come to it; this window knows the same, if not in that order. */
async function memory(): Promise<ProjectUiState> {
  const answer = await call('uiState.read', null)
  if (!answer.ok) throw new Error(answer.error.key)
  await vi.waitFor(() => expect(unordered(useUiState.getState())).toEqual(unordered(answer.value)))
  return answer.value
}

const unordered = ({ pinned, recent, places, lines }: ProjectUiState) => ({
  pinned: new Set(pinned),
  recent: new Set(recent),
  places,
  lines: new Map(Object.entries(lines).map(([own, shapes]) => [own, new Set(shapes)]))
})

describe('what a desk remembers', () => {
  it('keeps the themes that two windows pin at the same time', async () => {
    pinTheme(t0, true)
    const theirs = joined.other('uiState.patch', { what: 'pinned', theme: t1, pinned: true })
    pinTheme(t2, true)
    await theirs
    expect(new Set((await memory()).pinned)).toEqual(new Set([t0, t1, t2]))
    pinTheme(t0, false)
    expect(new Set((await memory()).pinned)).toEqual(new Set([t1, t2]))
  })

  it('keeps the lines of furniture that two windows teach it of one site', async () => {
    const line = (shape: string) => ({ what: 'line', site, shape, isFurniture: true })
    await Promise.all([
      joined.other('uiState.patch', line('share this')),
      Promise.resolve(rememberLine(site, 'print', true)),
      joined.other('uiState.patch', line('read more'))
    ])
    await memory()
    expect(new Set(learntLines(site))).toEqual(new Set(['share this', 'print', 'read more']))
    rememberLine(site, 'print', false)
    await memory()
    expect(learntLines(site)).not.toContain('print')
    expect(learntLines('')).toEqual([])
  })

  it('loses nothing of before where a theme is used before the window has heard of it', async () => {
    await joined.other('uiState.patch', { what: 'pinned', theme: t1, pinned: true })
    await joined.other('uiState.patch', { what: 'used', theme: t2 })
    const recalled = recall(joined.folder)
    pinTheme(t0, true)
    rememberTheme(t0)
    await recalled
    const now = await memory()
    expect(now.pinned).toEqual([t1, t0])
    expect(now.recent).toEqual([t0, t2])
  })

  it('has the digits of all themes that were used, however quickly, and pinned ones first', async () => {
    for (const theme of themes) rememberTheme(theme)
    pinTheme(t0, true)
    const now = await memory()
    expect(now.recent).toEqual(themes.toReversed())
    expect(digitThemes(now)).toEqual(digitThemes(useUiState.getState()))
    expect(digitThemes(now)[0]).toBe(t0)
    expect(new Set(digitThemes(now).slice(1))).toEqual(new Set(themes.slice(4)))
  })

  it('knows the last place in each text', async () => {
    const [d1, d2] = ['d1', 'd2'] as [DocumentId, DocumentId]
    for (const offset of [3, 9, 27]) rememberPlace(d1, offset)
    rememberPlace(d2, 0)
    expect((await memory()).places).toEqual({ d1: 27, d2: 0 })
  })
})
