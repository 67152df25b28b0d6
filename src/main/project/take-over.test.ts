import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Result } from '../../shared/model/result'
import { plainState } from '../../shared/model/state'
import { coder, makeTheme } from '../../shared/testing/sample-records'
import { PausingFiles } from '../store/testing/pausing-files'
import { createProject } from './create'
import type { Session } from './session'
import { leaveLockBehind } from './testing/left-behind-lock'
import { openSample } from './testing/sample-project'

let home: string
let folder: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-take-over-'))
  folder = join(home, 'project')
  expect((await createProject(folder, 'Test', coder)).ok).toBe(true)
})

afterEach(() => rm(home, { recursive: true, force: true }))

const addTheme = (session: Session, id: string) =>
  session.do({ type: 'theme.add', theme: makeTheme(id), index: 0 }, coder.id)

/** Opens the project as another process does that has taken it over. */
async function takeOver(): Promise<Session> {
  // The lock of the first is that of this very process: it is made one that nobody holds any more.
  await leaveLockBehind(folder)
  return openSample(folder)
}

async function work(session: Session): Promise<void> {
  for (const id of ['b1', 'b2', 'b3', 'b4', 'b5']) expect((await addTheme(session, id)).ok).toBe(true)
}

const ofSecond = ['b1', 'b2', 'b3', 'b4', 'b5']

describe('a process that sleeps in the midst of a change while another takes the project over', () => {
  it.each(['write', 'sync'] as const)(
    'at its %s neither has it acknowledged, nor harms what the other saved',
    async (moment) => {
      const files = new PausingFiles()
      const first = await openSample(folder, { files })
      await addTheme(first, 'a1')
      let change: Promise<Result<unknown>> = Promise.reject(new Error('not begun'))
      change.catch(() => {})
      const goOn = await files.pauseAt(moment, /journal/, () => {
        change = addTheme(first, 'a2')
      })
      const second = await takeOver()
      await work(second)
      goOn()
      const woken = await change
      expect(woken.ok).toBe(false)
      expect((await addTheme(first, 'a3')).ok).toBe(false)
      expect(first.state.themes).not.toHaveProperty('a2')
      await first.close()
      // The second may find out that something was written beside it; what it acknowledges must be kept all the same.
      const later = await addTheme(second, 'b6')
      await second.close()
      const again = await openSample(folder)
      const themes = Object.keys(again.state.themes)
      expect(themes).toEqual(expect.arrayContaining(['a1', ...ofSecond, ...(later.ok ? ['b6'] : [])]))
      expect(themes).not.toContain('a3')
      for (let seq = 1; seq <= again.seq; seq++) expect((await again.look(seq))?.seq).toBe(seq)
      expect((await again.undo(coder.id)).ok).toBe(true)
      await again.close()
    }
  )

  it.each(['codebook.json', 'checkpoint.json'])(
    'at its %s leaves the state that the other saved',
    async (name) => {
      const files = new PausingFiles()
      const first = await openSample(folder, { files })
      await addTheme(first, 'a1')
      let flushed: Promise<unknown> = Promise.resolve()
      const goOn = await files.pauseAt('rename', new RegExp(`${name}$`), () => {
        flushed = first.snapshots?.flush().catch(() => {}) ?? flushed
      })
      const second = await takeOver()
      await work(second)
      const expected = plainState(second.state)
      await second.close()
      goOn()
      await flushed
      await first.close()
      const again = await openSample(folder)
      expect(plainState(again.state)).toEqual(expected)
      for (let seq = 1; seq <= again.seq; seq++) expect((await again.look(seq))?.seq).toBe(seq)
      await again.close()
      expect(readFileSync(join(folder, 'codebook.json'), 'utf8')).toContain('b5')
    }
  )
})
