import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { err, ok } from '../../shared/model/result'
import { plainState } from '../../shared/model/state'
import { coder, makeTheme } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import { openProject } from '../project/open'
import type { Session } from '../project/session'
import { FaultyFiles } from '../store/testing/faulty-files'
import { PausingFiles } from '../store/testing/pausing-files'
import { goTo } from './history'

const steps = 60

let folder: string
let files: FaultyFiles
let session: Session

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'variorum-walk-')), 'project')
  await createProject(folder, 'Walk', coder)
  files = new FaultyFiles()
  session = await open(files)
  for (let at = 0; at < steps; at++) await addTheme(`t${at}`)
})

afterEach(async () => {
  await session.close()
  await rm(join(folder, '..'), { recursive: true, force: true })
})

async function open(on?: FaultyFiles | PausingFiles): Promise<Session> {
  const opened = await openProject(folder, on ? { files: on } : {})
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
}

const addTheme = (id: string) => session.do({ type: 'theme.add', theme: makeTheme(id), index: 0 }, coder.id)
const themes = () => Object.keys(session.state.themes).length
const isJournal = (path: string) => path.includes('journal')

describe('going to a state of the history', () => {
  it('writes the whole way at once, there and back', async () => {
    let syncs = 0
    files.fault = (call, path) => {
      if (call === 'sync' && isJournal(path)) syncs++
      return null
    }
    const heard: number[] = []
    const stop = session.onChange(({ record }) => heard.push(record.seq))
    const last = session.seq
    const first = last - steps + 1
    expect(await goTo(session, { seq: first, seen: last }, coder.id)).toEqual(ok(null))
    expect(themes()).toBe(1)
    expect(syncs).toBe(1)
    expect(await goTo(session, { seq: last, seen: session.seq }, coder.id)).toEqual(ok(null))
    expect(themes()).toBe(steps)
    expect(syncs).toBe(2)
    // The windows hear of every step, in order.
    expect(heard).toEqual(Array.from({ length: 2 * (steps - 1) }, (_, at) => last + 1 + at))
    stop()
  })

  it('is each step for itself in the history: it can be taken back step by step, also after opening again', async () => {
    const last = session.seq
    await goTo(session, { seq: last - 5, seen: last }, coder.id)
    await session.close()
    session = await open()
    expect(themes()).toBe(steps - 5)
    await session.redo(coder.id)
    expect(themes()).toBe(steps - 4)
    await session.undo(coder.id)
    await session.undo(coder.id)
    expect(themes()).toBe(steps - 6)
  })

  it('does nothing at all where the disk fails on the way', async () => {
    const last = session.seq
    const before = plainState(session.state)
    let once = true
    files.fault = (call, path) => {
      if (call !== 'sync' || !isJournal(path) || !once) return null
      once = false
      return { kind: 'fail', code: 'ENOSPC' }
    }
    const done = await goTo(session, { seq: last - 20, seen: last }, coder.id)
    expect(!done.ok && done.error.kind).toBe('StorageFailed')
    expect(session.seq).toBe(last)
    expect(plainState(session.state)).toEqual(before)
    expect(await goTo(session, { seq: last - 20, seen: last }, coder.id)).toEqual(ok(null))
    await session.close()
    session = await open()
    expect(themes()).toBe(steps - 20)
  })

  it('takes no change back that is on its way to the disk when it begins', async () => {
    await session.close()
    const slow = new PausingFiles()
    session = await open(slow)
    const last = session.seq
    const goOn = await slow.pauseAt('sync', /journal/, () => void addTheme('late'))
    const going = goTo(session, { seq: last - 3, seen: last }, coder.id)
    goOn()
    const done = await going
    expect(!done.ok && done.error.key).toBe('changedMeanwhile')
    expect(themes()).toBe(steps + 1)
  })

  it('leaves changes that come while it is under way on top of it', async () => {
    const last = session.seq
    const going = session.walk('undo', last - 40, coder.id, { after: last })
    const adding = addTheme('late')
    expect((await going).ok).toBe(true)
    expect((await adding).ok).toBe(true)
    expect(themes()).toBe(steps - 40 + 1)
    expect(session.state.themes[makeTheme('late').id]).toBeDefined()
  })
})

describe('a change of which nothing is left to do', () => {
  it('is done when what made it needless is on disk, and not where that fails', async () => {
    await session.close()
    const slow = new PausingFiles()
    session = await open(slow)
    const { seq } = session
    const goOn = await slow.pauseAt('sync', /journal/, () => void addTheme('other'))
    const seen: string[] = []
    const needless = session
      .change((now) => (now.themes[makeTheme('other').id] ? ok(null) : err(stop)), coder.id)
      .then((done) => {
        seen.push('answered')
        return done
      })
    await new Promise((turn) => setImmediate(turn))
    expect(seen).toEqual([])
    goOn()
    expect(await needless).toEqual(ok({ seq: seq + 1 }))
    expect(session.seq).toBe(seq + 1)
    await session.close()

    const faulty = new FaultyFiles()
    session = await open(faulty)
    let once = true
    faulty.fault = (call, path) => {
      if (call !== 'sync' || !isJournal(path) || !once) return null
      once = false
      return { kind: 'fail', code: 'EIO' }
    }
    const adding = addTheme('failing')
    const second = session.change(() => ok(null), coder.id)
    expect((await adding).ok).toBe(false)
    expect((await second).ok).toBe(false)
  })
})

const stop = {
  kind: 'Conflict',
  key: 'changedMeanwhile',
  params: {},
  message: 'the other change is not there'
} as const
