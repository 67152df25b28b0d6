import { beforeEach, describe, expect, it, vi } from 'vitest'
import { defaultPreferences } from '../../shared/ipc/default-preferences'
import type { Preferences } from '../../shared/ipc/preferences'
import type { Result } from '../../shared/model/result'
import { JoinedWindow } from '../testing/joined-window'
import { i18n } from './i18n'
import { receivePreferences, setPreferences, usePreferences } from './preferences'

const joined = new JoinedWindow()

beforeEach(() => {
  vi.stubGlobal('document', { documentElement: { lang: '', dataset: {} } })
  receivePreferences(defaultPreferences)
})

/** What the main process holds. */
async function held(): Promise<Preferences> {
  const answer = (await joined.other('app.start', null)) as Result<{ preferences: Preferences }>
  if (!answer.ok) throw new Error(answer.error.key)
  return answer.value.preferences
}

describe('preferences', () => {
  it('are shown at once, in the page and in the words', () => {
    setPreferences({ appearance: 'dark', language: 'zh-CN' })
    expect(document.documentElement.dataset.appearance).toBe('dark')
    expect(document.documentElement.lang).toBe('zh-CN')
    expect(i18n.t('common.undo')).toBe('撤销')
    setPreferences({ language: 'en' })
    expect(i18n.t('common.undo')).toBe('Undo')
  })

  it('are those that two windows have set at the same time, in this window too', async () => {
    const theirs = joined.other('app.setPreferences', { sidebar: false })
    setPreferences({ appearance: 'sepia' })
    await theirs
    await vi.waitFor(async () => expect(usePreferences.getState()).toEqual(await held()))
    expect(usePreferences.getState()).toMatchObject({ appearance: 'sepia', sidebar: false })
  })

  it('stand as they were set last, however quickly, and are never thrown back meanwhile', async () => {
    const seen: number[] = []
    const stop = usePreferences.subscribe(({ scale }) => seen.push(scale))
    for (const scale of [1.1, 1.2, 1.3, 1.4]) setPreferences({ scale })
    await vi.waitFor(async () => expect((await held()).scale).toBe(1.4))
    stop()
    expect(usePreferences.getState().scale).toBe(1.4)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  })
})
