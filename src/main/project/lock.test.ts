import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plainState } from '../../shared/model/state'
import { coder, makeTheme } from '../../shared/testing/sample-records'
import { FaultyFiles } from '../store/testing/faulty-files'
import { filesIn } from '../store/testing/files-in'
import { createProject } from './create'
import { openProject } from './open'
import { leaveLockBehind } from './testing/left-behind-lock'

let folder: string

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'variorum-lock-')), 'project')
  expect((await createProject(folder, 'Test', coder)).ok).toBe(true)
})

afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }))

const held = (holder: object) => writeFile(join(folder, '.lock'), JSON.stringify(holder))
const theme = { type: 'theme.add' as const, theme: makeTheme('t1'), index: 0 }

describe('a project that is held', () => {
  it('is given back by a process of this computer that has died', async () => {
    await leaveLockBehind(folder)
    const opened = await openProject(folder)
    expect(opened.ok).toBe(true)
    if (opened.ok) await opened.value.close()
    expect(await readdir(folder)).not.toContain('.lock')
  })

  it('elsewhere is not opened, but says by whom and since when; it can be read, or taken over', async () => {
    await held({ pid: 77, host: 'study-laptop', token: 'x' })
    const hourAgo = new Date(Date.now() - 3_600_000)
    await utimes(join(folder, '.lock'), hourAgo, hourAgo)
    const refused = await openProject(folder)
    expect(!refused.ok && refused.error).toMatchObject({
      key: 'projectHeld',
      params: { pid: 77, host: 'study-laptop', minutes: 60 }
    })
    const read = await openProject(folder, { readOnly: true })
    expect(read.ok && read.value.readOnly).toBe(true)
    const taken = await openProject(folder, { takeOver: true })
    expect(taken.ok).toBe(true)
    if (taken.ok) await taken.value.close()
  })

  it('by a process that was taken over from is written to by the new holder alone', async () => {
    const first = await openProject(folder)
    if (!first.ok) throw new Error(first.error.message)
    await first.value.do(theme, coder.id)
    await held({ pid: 77, host: 'study-laptop', token: 'x' })
    const before = await readFile(join(folder, 'journal', '000001.jsonl'), 'utf8')
    const refused = await first.value.do({ type: 'project.rename', name: 'Mine' }, coder.id)
    expect(!refused.ok && refused.error.key).toBe('projectTakenOver')
    await first.value.close()
    expect(await readFile(join(folder, 'journal', '000001.jsonl'), 'utf8')).toBe(before)
    expect(await readFile(join(folder, '.lock'), 'utf8')).toContain('study-laptop')
  })
})

describe('a project opened for reading', () => {
  it('shows everything, refuses every change, and not a byte in its folder is touched', async () => {
    const opened = await openProject(folder)
    if (!opened.ok) throw new Error(opened.error.message)
    await opened.value.do(theme, coder.id)
    await opened.value.close()
    await writeFile(join(folder, 'codebook.json'), 'nonsense')
    const before = await Promise.all(
      (await filesIn(folder)).map(async (name) => [name, await readFile(join(folder, name), 'utf8')])
    )
    const read = await openProject(folder, { readOnly: true })
    if (!read.ok) throw new Error(read.error.message)
    expect(plainState(read.value.state)).toEqual(plainState(opened.value.state))
    expect(read.value.notices.map((each) => each.key)).toEqual(['snapshotRebuilt'])
    expect((await read.value.do(theme, coder.id)).ok).toBe(false)
    expect((await read.value.undo(coder.id)).ok).toBe(false)
    await read.value.close()
    const after = await Promise.all(
      (await filesIn(folder)).map(async (name) => [name, await readFile(join(folder, name), 'utf8')])
    )
    expect(after).toEqual(before)
  })
})

describe('a full disk', () => {
  it.each([
    ['ENOSPC', 'diskFull'],
    ['EACCES', 'folderNotWritable']
  ] as const)('is told as such where a project is opened or made, %s as %s', async (code, key) => {
    const files = new FaultyFiles()
    files.fault = (call) => (call === 'write' ? { kind: 'fail', code } : null)
    const opened = await openProject(folder, { files })
    expect(!opened.ok && opened.error.key).toBe(key)
    const beside = join(folder, '..', 'beside')
    const made = await createProject(beside, 'Beside', coder, { files })
    expect(!made.ok && made.error.key).toBe(key)
    const again = await openProject(folder)
    expect(again.ok).toBe(true)
    if (again.ok) await again.value.close()
  })
})
