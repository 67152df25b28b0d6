import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultPreferences } from '../../shared/ipc/default-preferences'
import type { CoderId } from '../../shared/model/ids'
import { PreferenceStore } from './preference-store'

let path: string
beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'variorum-preferences-')), 'preferences.json')
})
afterEach(() => rm(join(path, '..'), { recursive: true, force: true }))

describe('preferences', () => {
  it('are the usual ones at first, and all that were set the next time, however quickly', async () => {
    const store = await PreferenceStore.open(path)
    expect(store.preferences).toEqual(defaultPreferences)
    for (let at = 0; at < 30; at++) store.set({ scale: 1 + at / 100 })
    store.set({ appearance: 'dark' })
    store.rememberCoder('p1', 'c1' as CoderId)
    await store.flush()
    const again = await PreferenceStore.open(path)
    expect(again.preferences).toEqual({ ...defaultPreferences, scale: 1.29, appearance: 'dark' })
    expect(again.coderOf('p1')).toBe('c1')
    expect(again.coderOf('p2')).toBeNull()
  })

  it('are begun anew where the file is damaged, and keep what an earlier version did not know', async () => {
    await writeFile(path, '{"preferences":')
    expect((await PreferenceStore.open(path)).preferences).toEqual(defaultPreferences)
    const old = { preferences: { language: 'zh-CN' }, recent: [], coders: {} }
    await writeFile(path, JSON.stringify(old))
    expect((await PreferenceStore.open(path)).preferences).toEqual({
      ...defaultPreferences,
      language: 'zh-CN'
    })
    const { formulae: _, ...reading } = { ...defaultPreferences.reading, size: 22 }
    await writeFile(path, JSON.stringify({ ...old, preferences: { ...old.preferences, reading } }))
    expect((await PreferenceStore.open(path)).preferences).toEqual({
      ...defaultPreferences,
      language: 'zh-CN',
      reading: { ...defaultPreferences.reading, size: 22 }
    })
  })

  it('list the projects of late, each once, the last one first', async () => {
    const store = await PreferenceStore.open(path)
    for (let at = 0; at < 12; at++) store.remember({ folder: `/p${at}`, name: `P${at}` })
    store.remember({ folder: '/p5', name: 'Renamed' })
    const names = store.recent.map(({ name }) => name)
    expect(names).toEqual(['Renamed', 'P11', 'P10', 'P9', 'P8', 'P7', 'P6', 'P4', 'P3', 'P2'])
    await store.flush()
  })

  it('forget the backups of one place outside when another is chosen', async () => {
    const store = await PreferenceStore.open(path)
    const made = '2026-01-02T03:04:05.000Z'
    store.chooseOutside('/one', new Date(made))
    store.rememberOutside('p1', { made, seq: 3 })
    expect([store.outside.folder, store.outside.since, store.outsideOf('p1')?.seq]).toEqual(['/one', made, 3])
    store.chooseOutside(null)
    await store.flush()
    const kept = JSON.parse(await readFile(path, 'utf8'))
    expect(kept.outside).toEqual({ folder: null, since: null, last: {} })
  })
})
