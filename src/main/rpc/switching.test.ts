import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ThemeId } from '../../shared/model/ids'
import { coder, makeTheme } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import { makeDesk } from './testing/make-desk'

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
  it('is not held up by a window that is closed meanwhile, and neither is the window', async () => {
    const { desk, addWindow } = await makeDesk(home)
    const { client, call } = addWindow()
    await call('project.open', { folder: first, how: 'write' })
    let closing: Promise<void> | null = null
    client.saved = () => {
      // The window is asked a second time, since it is closed, before it has answered the first.
      if (closing) desk.draftsFlushed(client)
      else {
        closing = desk.flushDrafts(client)
        desk.draftsFlushed(client)
      }
    }
    expect((await call('project.open', { folder: second, how: 'write' })).ok).toBe(true)
    await closing
    expect((await call('project.open', { folder: first, how: 'write' })).ok).toBe(true)
    await desk.close()
  }, 5000)

  it('tells every change that the one before still took, and before it shows the new one', async () => {
    const { desk, addWindow } = await makeDesk(home)
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
    const here = desk.session.ok ? desk.session.value.state.themes : {}
    const before = saved.filter((id) => !(id in here))
    expect(before.length).toBeGreaterThan(0)
    const told = one.client.heard
      .slice(0, shown())
      .flatMap(({ event, payload }) => (event === 'change' ? addedIn(payload) : []))
    expect(told).toEqual(before)
    await desk.close()
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
