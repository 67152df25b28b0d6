import { mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plainState } from '../../shared/model/state'
import { coder, makeAnnotation, makeDocument, makeTheme } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import { openProject } from '../project/open'
import type { Session } from '../project/session'
import { type FaultCode, FaultyFiles } from './testing/faulty-files'

let folder: string

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'variorum-fault-')), 'project')
  expect((await createProject(folder, 'Test', coder)).ok).toBe(true)
})

afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }))

async function open(files?: FaultyFiles): Promise<Session> {
  const opened = await openProject(folder, files ? { files } : {})
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
}

const addTheme = (session: Session, id: string) =>
  session.do({ type: 'theme.add', theme: makeTheme(id), index: 0 }, coder.id)

/** A session's work: changes in every kind of file, an undo, snapshots in between. Returns what was acknowledged. */
async function work(session: Session): Promise<void> {
  await addTheme(session, 't1')
  await session.do({ type: 'document.add', document: makeDocument('d1') }, coder.id)
  await session.snapshots?.flush().catch(() => {})
  await Promise.all([
    session.do({ type: 'annotation.add', annotation: makeAnnotation('a1', 'd1', ['t1']) }, coder.id),
    session.do({ type: 'annotation.add', annotation: makeAnnotation('a2', 'd1') }, coder.id)
  ])
  await session.undo(coder.id)
  await session.snapshots?.flush().catch(() => {})
  await addTheme(session, 't2')
}

const codes: readonly FaultCode[] = ['ENOSPC', 'EIO', 'EACCES', 'EMFILE']

describe('a disk that fails', () => {
  it('never loses an acknowledged change, nor keeps a refused one, wherever it fails once', async () => {
    const rehearsal = new FaultyFiles()
    const first = await open(rehearsal)
    await work(first)
    await first.close()
    const total = rehearsal.calls.length
    expect(total).toBeGreaterThan(80)
    let failed = 0
    for (let at = 0; at < total; at++) {
      await rm(folder, { recursive: true })
      expect((await createProject(folder, 'Test', coder)).ok).toBe(true)
      const files = new FaultyFiles()
      const kind = rehearsal.calls[at] === 'write' && at % 2 === 0 ? 'short' : 'fail'
      files.fault = (_, __, index) =>
        index === at ? { kind, code: codes[at % codes.length] ?? 'EIO' } : null
      const opened = await openProject(folder, { files })
      if (!opened.ok) {
        // Opening may fail, with a reason; then nothing has happened.
        failed++
        continue
      }
      await work(opened.value)
      const { state, seq } = opened.value
      await opened.value.close()
      const again = await open()
      expect(plainState(again.state), `call ${at}: ${rehearsal.calls[at]}`).toEqual(plainState(state))
      expect(again.seq).toBe(seq)
      expect(again.notices.filter((notice) => notice.key !== 'tornLineCut')).toEqual([])
      await again.close()
    }
    expect(failed).toBeLessThan(total / 2)
  }, 120_000)

  it('holds every acknowledged change when calls fail at random, whatever is done and however often', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat(99)), async (luck) => {
        await rm(folder, { recursive: true, force: true })
        await createProject(folder, 'Test', coder)
        const files = new FaultyFiles()
        const session = await open(files)
        const kept = new Set<string>()
        files.fault = (call) => {
          const drawn = luck.next().value
          if (call === 'rename' && drawn < 6) return { kind: 'renameLost' }
          if (drawn < 15) return { kind: drawn < 8 ? 'short' : 'fail', code: codes[drawn % 4] ?? 'EIO' }
          return null
        }
        for (let i = 0; i < 15; i++) {
          const done = await addTheme(session, `t${i}`)
          if (done.ok) kept.add(`t${i}`)
          if (i % 4 === 3) await session.snapshots?.flush().catch(() => {})
        }
        files.fault = () => null
        expect(Object.keys(session.state.themes).sort()).toEqual([...kept].sort())
        await session.close()
        const again = await open()
        expect(Object.keys(again.state.themes).sort()).toEqual([...kept].sort())
        await again.close()
      }),
      { numRuns: 25 }
    )
  }, 60_000)

  it('publishes nothing of a group that could not be written, says so, and goes on when there is room', async () => {
    const files = new FaultyFiles()
    const session = await open(files)
    await addTheme(session, 't0')
    const heard: string[] = []
    session.onChange((change) => heard.push(change.record.operation.type))
    files.fault = (call, path) =>
      call === 'sync' && path.includes('journal') ? { kind: 'fail', code: 'ENOSPC' } : null
    const [first, second] = await Promise.all([addTheme(session, 't1'), addTheme(session, 't2')])
    expect([first.ok, second.ok]).toEqual([false, false])
    expect(session.problem?.key).toBe('changeNotSaved')
    expect(Object.keys(session.state.themes)).toEqual(['t0'])
    expect(heard).toEqual([])
    await session.probe()
    expect(session.problem?.key).toBe('changeNotSaved')
    files.fault = () => null
    await session.probe()
    expect(session.problem).toBeNull()
    expect((await addTheme(session, 't3')).ok).toBe(true)
    await session.close()
    const again = await open()
    expect(Object.keys(again.state.themes).sort()).toEqual(['t0', 't3'])
    await again.close()
  })

  it('may be looked at in the midst of writing, and nothing that was acknowledged goes', async () => {
    const session = await open()
    let looking = true
    const looks = (async () => {
      while (looking) await session.probe()
    })()
    let kept = 0
    for (let i = 0; i < 300; i++) {
      const done = await session.do({ type: 'project.rename', name: `Name ${i}` }, coder.id)
      if (done.ok) kept++
    }
    looking = false
    await looks
    expect(kept).toBe(300)
    expect(session.problem).toBeNull()
    await session.close()
    const again = await open()
    expect(again.seq).toBe(301)
    expect(again.state.info.name).toBe('Name 299')
    await again.close()
  })

  it('is asked for a few syncs only when ten thousand changes come at once, and holds them all', async () => {
    const files = new FaultyFiles()
    const session = await open(files)
    await addTheme(session, 't0')
    const before = files.calls.length
    let journalSyncs = 0
    files.fault = (call, path) => {
      if (call === 'sync' && path.includes('journal')) journalSyncs++
      return null
    }
    const done = await Promise.all(
      Array.from({ length: 10_000 }, (_, i) =>
        session.do({ type: 'project.rename', name: `Name ${i}` }, coder.id)
      )
    )
    expect(done.every((each) => each.ok)).toBe(true)
    expect(files.calls.length).toBeGreaterThan(before)
    expect(journalSyncs).toBeLessThanOrEqual(5)
    await session.close()
    const again = await open()
    expect(again.state.info.name).toBe('Name 9999')
    await again.close()
  }, 60_000)

  it('notices a snapshot whose rename was lost, and has its content all the same', async () => {
    const files = new FaultyFiles()
    const session = await open(files)
    files.fault = (call, path) =>
      call === 'rename' && path.endsWith('codebook.json') ? { kind: 'renameLost' } : null
    await addTheme(session, 't0')
    await session.close()
    const again = await open()
    expect(Object.keys(again.state.themes)).toEqual(['t0'])
    expect(again.notices.map((notice) => notice.key)).toEqual(['snapshotRebuilt'])
    await again.close()
  })
})

describe('a folder that goes away', () => {
  it('is said to be gone, takes no changes, is not made again half empty, and goes on when it is back', async () => {
    const session = await open()
    await addTheme(session, 't0')
    const away = `${folder}-away`
    await rename(folder, away)
    expect((await addTheme(session, 't1')).ok).toBe(false)
    expect(session.problem?.key).toBe('projectGone')
    await session.snapshots?.flush().catch(() => {})
    await expect(readFile(folder)).rejects.toThrow(/ENOENT/)
    await rename(away, folder)
    await session.probe()
    expect(session.problem).toBeNull()
    expect((await addTheme(session, 't2')).ok).toBe(true)
    await session.close()
    const again = await open()
    expect(Object.keys(again.state.themes).sort()).toEqual(['t0', 't2'])
    await again.close()
  })

  it('takes no changes either when another project lies in its place', async () => {
    const session = await open()
    await addTheme(session, 't0')
    await rename(folder, `${folder}-away`)
    await createProject(folder, 'Another', coder)
    expect((await addTheme(session, 't1')).ok).toBe(false)
    expect(session.problem?.key).toBe('projectTakenOver')
    await session.close()
    const other = await open()
    expect(other.state.themes).toEqual({})
    await other.close()
  })
})
