import { spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { coder, makeTheme } from '../../shared/testing/sample-records'
import { createProject } from './create'
import { openProject } from './open'
import { ownIdentity, type ProcessIdentity } from './process-identity'
import { deadPid } from './testing/left-behind-lock'
import { openSample } from './testing/sample-project'

let home: string
let folder: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-lock-'))
  folder = join(home, 'project')
  expect((await createProject(folder, 'Test', coder)).ok).toBe(true)
})

afterEach(() => rm(home, { recursive: true, force: true }))

const lockOf = (project: string) => join(project, '.lock')

/** Puts the lock of a process into the project that is like this one but for what is given. */
function heldBy(other: Partial<ProcessIdentity>): void {
  const holder = { ...ownIdentity(), since: new Date().toISOString(), token: 'another', ...other }
  writeFileSync(lockOf(folder), `${JSON.stringify(holder)}\n`)
}

async function isTakenAtOnce(): Promise<boolean> {
  const before = readFileSync(lockOf(folder), 'utf8')
  const opened = await openProject(folder)
  if (opened.ok) {
    await opened.value.close()
    return true
  }
  // A refusal leaves the lock as it was, and names who has the project.
  expect(readFileSync(lockOf(folder), 'utf8')).toBe(before)
  expect(['projectInUse', 'projectHeld']).toContain(opened.error.key)
  return false
}

describe('a lock of another process', () => {
  it('on another computer of the same name, with the number of a process that is dead here, is respected', async () => {
    heldBy({ machine: 'another-machine', pid: deadPid })
    expect(await isTakenAtOnce()).toBe(false)
    const taken = await openProject(folder, { takeOver: true })
    expect(taken.ok).toBe(true)
    if (taken.ok) await taken.value.close()
  })

  it('of an earlier version, which names no computer, is respected, even where the process seems dead', async () => {
    heldBy({ machine: '', boot: '', space: '', started: '', pid: deadPid })
    expect(await isTakenAtOnce()).toBe(false)
  })

  it('of this computer before it was started anew is left behind, even where the number is alive', async () => {
    heldBy({ boot: 'an-earlier-start', pid: process.ppid })
    expect(await isTakenAtOnce()).toBe(true)
  })

  it('of a number that another process has by now is left behind', async () => {
    heldBy({ pid: process.ppid, started: '1' })
    expect(await isTakenAtOnce()).toBe(true)
  })

  it('of a process that is alive is respected', async () => {
    const alive = spawn('sleep', ['60'])
    try {
      heldBy({ pid: alive.pid ?? 0, started: '' })
      expect(await isTakenAtOnce()).toBe(false)
    } finally {
      alive.kill()
    }
  })

  it('whose processes are numbered otherwise, as in a container, is respected', async () => {
    heldBy({ space: 'pid:[1]', pid: deadPid })
    expect(await isTakenAtOnce()).toBe(false)
  })
})

describe('a lock that was copied along with its folder', () => {
  it('keeps nobody from the copy, while the project goes on in its own place', async () => {
    const session = await openSample(folder)
    const copy = join(home, 'copy')
    cpSync(folder, copy, { recursive: true })
    const second = await openProject(copy)
    if (!second.ok) throw new Error(second.error.message)
    for (const each of [session, second.value]) {
      const done = await each.do({ type: 'theme.add', theme: makeTheme('t1'), index: 0 }, coder.id)
      expect(done.ok).toBe(true)
      await each.close()
    }
    expect([folder, copy].map((each) => existsSync(lockOf(each)))).toEqual([false, false])
  })
})

describe('what is called like a lock and is none', () => {
  const forms: Readonly<Record<string, () => void>> = {
    'a folder with something in it': () => {
      mkdirSync(lockOf(folder))
      writeFileSync(join(lockOf(folder), 'kept.txt'), 'kept')
    },
    'a link to a file': () => {
      writeFileSync(join(home, 'elsewhere'), '')
      symlinkSync(join(home, 'elsewhere'), lockOf(folder))
    },
    'a link to nothing': () => symlinkSync(join(home, 'nowhere'), lockOf(folder)),
    'a file of another program': () => writeFileSync(lockOf(folder), 'locked by editor 12'),
    'JSON of another program': () => writeFileSync(lockOf(folder), '{"owner":"me"}'),
    'a holder without a number': () => writeFileSync(lockOf(folder), '{"pid":null,"host":"x","token":"y"}'),
    'a large file': () => writeFileSync(lockOf(folder), 'x'.repeat(1_000_000))
  }

  it.each(Object.keys(forms))('is left alone, and said: %s', async (form) => {
    forms[form]?.()
    const seen = () => {
      const about = lstatSync(lockOf(folder))
      const content = about.isFile() ? readFileSync(lockOf(folder), 'utf8') : ''
      return [about.mode, about.isSymbolicLink() ? readlinkSync(lockOf(folder)) : content]
    }
    const before = seen()
    for (const takeOver of [false, true]) {
      const opened = await openProject(folder, { takeOver })
      expect(!opened.ok && opened.error.key).toBe('lockUnknown')
      expect(seen()).toEqual(before)
    }
    expect(existsSync(join(home, 'nowhere'))).toBe(false)
    const read = await openProject(folder, { readOnly: true })
    expect(read.ok).toBe(true)
  })

  it.each(['', '{"pid":12', '\0\0\0\0\0\0\0\0'])(
    'but for what a crash leaves of one: %j',
    async (content) => {
      writeFileSync(lockOf(folder), content)
      const opened = await openProject(folder)
      expect(opened.ok).toBe(true)
      if (opened.ok) await opened.value.close()
    }
  )
})
