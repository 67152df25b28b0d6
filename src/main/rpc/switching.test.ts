import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ThemeId } from '../../shared/model/ids'
import { coder, makeTheme } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import { makeHost } from './testing/make-host'

let home: string
let first: string
let second: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-switch-'))
  first = join(home, 'first')
  second = join(home, 'second')
  await createProject(first, 'First', coder)
  await createProject(second, 'Second', coder)
})

afterEach(() => rm(home, { recursive: true, force: true }))

describe('opening another project', () => {
  it('tells no window what was remembered of the one before', async () => {
    const { host, addWindow } = await makeHost(home)
    const [one, two] = [addWindow(), addWindow()]
    await one.call('project.open', { folder: first, how: 'write' })
    if (!host.session.ok) throw new Error('no project is open')
    // As on a slow disk: what is remembered is read when the other end is written to.
    const remembered = join(home, 'desks', `${host.session.value.state.info.id}.json`)
    await mkdir(join(home, 'desks'), { recursive: true })
    execFileSync('mkfifo', [remembered])
    const patching = one.call('uiState.patch', { what: 'used', theme: 't1' })
    await one.call('project.open', { folder: second, how: 'write' })
    await writeFile(remembered, '{}')
    expect((await patching).ok).toBe(true)
    expect(two.client.heard.filter(({ event }) => event === 'uiState')).toEqual([])
    await host.close()
  })

  it('is not held up by a window that is closed meanwhile, and neither is the window', async () => {
    const { host, addWindow } = await makeHost(home)
    const { client, call } = addWindow()
    await call('project.open', { folder: first, how: 'write' })
    let closing: Promise<void> | null = null
    client.saved = () => {
      // The window is asked a second time, since it is closed, before it has answered the first.
      if (closing) host.draftsFlushed(client)
      else {
        closing = host.flushDrafts(client)
        host.draftsFlushed(client)
      }
    }
    expect((await call('project.open', { folder: second, how: 'write' })).ok).toBe(true)
    await closing
    expect((await call('project.open', { folder: first, how: 'write' })).ok).toBe(true)
    await host.close()
  }, 5000)

  it('tells every change that the one before still took, and before it shows the new one', async () => {
    const { host, addWindow } = await makeHost(home)
    const [one, two] = [addWindow(), addWindow()]
    await one.call('project.open', { folder: first, how: 'write' })
    const shown = () => one.client.heard.findIndex(({ payload }) => isView(payload, second))
    const opening = two.call('project.open', { folder: second, how: 'write' })
    const saved: ThemeId[] = []
    for (let at = 0; shown() === -1; at++) {
      const id = `t${at}` as ThemeId
      const done = await one.call('project.do', { type: 'theme.add', theme: makeTheme(id), index: 0 })
      if (done.ok) saved.push(id)
      await new Promise((turn) => setImmediate(turn))
    }
    await opening
    const here = host.session.ok ? host.session.value.state.themes : {}
    const before = saved.filter((id) => !(id in here))
    expect(before.length).toBeGreaterThan(0)
    const told = one.client.heard
      .slice(0, shown())
      .flatMap(({ event, payload }) => (event === 'change' ? addedIn(payload) : []))
    expect(told).toEqual(before)
    await host.close()
  })
})

function isView(payload: unknown, folder: string): boolean {
  return typeof payload === 'object' && payload !== null && 'folder' in payload && payload.folder === folder
}

/** The theme that a change has added, as windows hear of it. */
function addedIn(payload: unknown): readonly string[] {
  const { operation } = payload as { readonly operation: { readonly theme?: { readonly id: string } } | null }
  return operation?.theme ? [operation.theme.id] : []
}
