import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { coder, makeTheme } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import { makeHost } from './testing/make-host'

let home: string
let folder: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-reopen-'))
  folder = join(home, 'project')
  await createProject(folder, 'Test', coder)
})

afterEach(() => rm(home, { recursive: true, force: true }))

const addTheme = (id: string) => ({ type: 'theme.add', theme: makeTheme(id), index: 0 })

describe('opening the folder again that is open', () => {
  it('keeps it open and writable where it is fine, also by a link to it', async () => {
    const { host, addWindow } = await makeHost(home)
    const { call } = addWindow()
    await symlink(folder, join(home, 'link'))
    await call('project.open', { folder, how: 'write' })
    const { session } = host
    expect((await call('project.open', { folder: join(home, 'link'), how: 'write' })).ok).toBe(true)
    expect(host.session).toEqual(session)
    expect((await call('project.do', addTheme('t1'))).ok).toBe(true)
    await host.close()
  })

  it('for reading, and then for writing again, gives what was asked for', async () => {
    const { host, addWindow } = await makeHost(home)
    const { call } = addWindow()
    await call('project.open', { folder, how: 'write' })
    await call('project.open', { folder, how: 'read' })
    expect((await call('project.do', addTheme('t1'))).ok).toBe(false)
    await call('project.open', { folder, how: 'write' })
    expect((await call('project.do', addTheme('t1'))).ok).toBe(true)
    await host.close()
  })

  it('of a project that has been taken over says who holds it, and every window still shows it', async () => {
    const { host, addWindow } = await makeHost(home)
    const [one, two] = [addWindow(), addWindow()]
    await one.call('project.open', { folder, how: 'write' })
    await one.call('project.do', addTheme('t1'))
    const theirs = { pid: 77, host: 'study-laptop', token: 'x', machine: 'another' }
    await writeFile(join(folder, '.lock'), JSON.stringify(theirs))
    expect((await one.call('project.do', addTheme('t2'))).ok).toBe(false)
    const again = await one.call('project.open', { folder, how: 'write' })
    expect(!again.ok && again.error.key).toBe('projectHeld')
    expect(host.session.ok && host.session.value.readOnly).toBe(true)
    for (const { client } of [one, two]) {
      const last = client.heard.filter(({ event }) => event === 'project').at(-1)
      expect(last?.payload).toMatchObject({ folder, readOnly: true, themes: { t1: { id: 't1' } } })
    }
    expect(await readFile(join(folder, '.lock'), 'utf8')).toBe(JSON.stringify(theirs))
    await host.close()
  })

  it('that cannot be read at all any more tells every window that none is open', async () => {
    const { host, addWindow } = await makeHost(home)
    const [one, two] = [addWindow(), addWindow()]
    await one.call('project.open', { folder, how: 'write' })
    await rm(folder, { recursive: true })
    const again = await one.call('project.open', { folder, how: 'read' })
    expect(!again.ok && again.error.key).toBe('folderMissing')
    for (const { client } of [one, two])
      expect(client.heard.filter(({ event }) => event === 'project').at(-1)?.payload).toBeNull()
    const start = await two.call('app.start', null)
    expect(start).toMatchObject({ ok: true, value: { project: null, problem: { key: 'folderMissing' } } })
    await host.close()
  })

  it('from two windows at once opens it once', async () => {
    const { host, addWindow } = await makeHost(home)
    const [one, two] = [addWindow(), addWindow()]
    const both = await Promise.all(
      [one, two].map(({ call }) => call('project.open', { folder, how: 'write' }))
    )
    expect(both.map((each) => each.ok)).toEqual([true, true])
    expect((await two.call('project.do', addTheme('t1'))).ok).toBe(true)
    await host.close()
  })
})

describe('after a repair of the open project', () => {
  it('windows are told of it, and changes go on', async () => {
    const { host, addWindow } = await makeHost(home)
    const { client, call } = addWindow()
    await call('project.open', { folder, how: 'write' })
    await call('project.do', addTheme('t1'))
    const repaired = await call('project.repair', {})
    expect(repaired).toMatchObject({ ok: true, value: { problems: [] } })
    expect(client.heard.filter(({ event }) => event === 'project')).toHaveLength(2)
    expect((await call('project.do', addTheme('t2'))).ok).toBe(true)
    await host.close()
  })
})
