import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ThemeId } from '../../shared/model/ids'
import { formatVersion } from '../../shared/model/project'
import { plainState } from '../../shared/model/state'
import { operationArbitrary } from '../../shared/testing/operation-arbitrary'
import { coder, makeTheme } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import { openProject } from '../project/open'
import type { Session } from '../project/session'
import { leaveLockBehind } from '../project/testing/left-behind-lock'
import { journalLine, parseJournalLine } from './journal-record'
import { parseShard, shardText } from './shard-file'
import { stableLines } from './stable-json'

let folder: string

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'variorum-test-')), 'project')
  const created = await createProject(folder, 'Test', coder)
  expect(created.ok).toBe(true)
})

afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }))

async function open(): Promise<Session> {
  const opened = await openProject(folder)
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
}

function addTheme(session: Session, id: string, index = 0) {
  return session.do({ type: 'theme.add', theme: makeTheme(id), index }, coder.id)
}

/** Ends a session as a crash would: nothing is flushed, the lock stays behind. */
async function crash(): Promise<void> {
  await leaveLockBehind(folder)
}

describe('a project on disk', () => {
  it('holds every acknowledged change after a crash', async () => {
    const session = await open()
    for (const id of ['t0', 't1', 't2']) await addTheme(session, id)
    await crash()
    const again = await open()
    expect(plainState(again.state)).toEqual(plainState(session.state))
    expect(again.notices).toEqual([])
    await again.close()
  })

  it('is the same after closing and opening, whatever was done', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(operationArbitrary, { maxLength: 12 }), async (operations) => {
        const session = await open()
        for (const operation of operations) await session.do(operation, coder.id)
        const { state, canUndo } = session
        await session.close()
        const again = await open()
        expect(plainState(again.state)).toEqual(plainState(state))
        expect(again.canUndo).toBe(canUndo)
        while (again.canUndo) expect((await again.undo(coder.id)).ok).toBe(true)
        await again.close()
      }),
      { numRuns: 12 }
    )
  })

  it('undoes and redoes across a restart', async () => {
    const session = await open()
    await addTheme(session, 't0')
    await addTheme(session, 't1')
    await session.undo(coder.id)
    await session.close()
    const again = await open()
    expect(Object.keys(again.state.themes)).toEqual(['t0'])
    await again.redo(coder.id)
    expect(Object.keys(again.state.themes).sort()).toEqual(['t0', 't1'])
    await again.undo(coder.id)
    await again.undo(coder.id)
    expect(again.state.themes).toEqual({})
    expect((await again.undo(coder.id)).ok).toBe(false)
    await again.close()
  })

  it('loses only an unacknowledged line when the last write was torn, and says so', async () => {
    const session = await open()
    await addTheme(session, 't0')
    await session.close()
    await appendFile(join(folder, 'journal', '000001.jsonl'), '{"sum":"0000')
    const again = await open()
    expect(again.notices.map((notice) => notice.key)).toEqual(['tornLineCut'])
    expect(Object.keys(again.state.themes)).toEqual(['t0'])
    await addTheme(again, 't1')
    await again.close()
    const third = await open()
    expect(third.notices).toEqual([])
    expect(Object.keys(third.state.themes).sort()).toEqual(['t0', 't1'])
    await third.close()
  })

  it.each(['codebook.json', 'library/0.json', 'project.json'])(
    'rebuilds a damaged %s from the journal and keeps the damaged file',
    async (name) => {
      const session = await open()
      await addTheme(session, 't0')
      const { state } = session
      await session.close()
      const path = join(folder, name)
      const text = await readFile(path, 'utf8')
      const broken = text.replace(/"data":\n./, '"data":\nX')
      await writeFile(path, broken)
      const again = await open()
      expect(again.notices.map((notice) => notice.key)).toEqual(['snapshotRebuilt'])
      expect(plainState(again.state)).toEqual(plainState(state))
      await again.close()
      const [kept] = await readdir(join(folder, 'damaged'))
      expect(await readFile(join(folder, 'damaged', kept ?? ''), 'utf8')).toBe(broken)
      const third = await open()
      expect(third.notices).toEqual([])
      await third.close()
    }
  )

  it('rebuilds a snapshot that is missing altogether', async () => {
    const session = await open()
    await addTheme(session, 't0')
    await session.close()
    await rm(join(folder, 'codebook.json'))
    const again = await open()
    expect(Object.keys(again.state.themes)).toEqual(['t0'])
    await again.close()
  })

  it('is refused to a second process, by name, and given when the first has died', async () => {
    const session = await open()
    const second = await openProject(folder)
    expect(second.ok).toBe(false)
    if (!second.ok) expect(second.error).toMatchObject({ key: 'projectInUse', params: { pid: process.pid } })
    await session.close()
    await crash()
    await (await open()).close()
  })

  it('made by a newer version is left untouched', async () => {
    const path = join(folder, 'project.json')
    const newer = (await readFile(path, 'utf8')).replace(
      `{"format":${formatVersion}`,
      `{"format":${formatVersion + 1}`
    )
    await writeFile(path, newer)
    const before = (await readdir(folder)).sort()
    const opened = await openProject(folder)
    expect(!opened.ok && opened.error.key).toBe('projectNewer')
    expect(await readFile(path, 'utf8')).toBe(newer)
    expect((await readdir(folder)).sort()).toEqual(before)
  })

  it('says what is wrong with a folder that is none', async () => {
    const missing = await openProject(join(folder, 'nowhere'))
    expect(!missing.ok && missing.error.key).toBe('folderMissing')
    const none = await openProject(join(folder, 'texts'))
    expect(!none.ok && none.error.key).toBe('notAProject')
  })

  it('is not made in a folder that holds something', async () => {
    const created = await createProject(folder, 'Another', coder)
    expect(!created.ok && created.error.key).toBe('folderNotEmpty')
  })

  it('is not made where nothing can be written', async () => {
    const created = await createProject(join(folder, 'project.json', 'inside'), 'Another', coder)
    expect(!created.ok && created.error.key).toBe('folderNotWritable')
  })
})

describe('many changes at once', () => {
  it('share writes and all arrive, in order', async () => {
    const session = await open()
    const results = await Promise.all(Array.from({ length: 200 }, (_, i) => addTheme(session, `t${i}`, i)))
    expect(results.every((result) => result.ok)).toBe(true)
    expect(results.map((result) => result.ok && result.value.seq)).toEqual(
      Array.from({ length: 200 }, (_, i) => i + 2)
    )
    await crash()
    const again = await open()
    expect(Object.keys(again.state.themes)).toHaveLength(200)
    expect(again.state.themes['t199' as ThemeId]?.order).toBe(199)
    await again.close()
  })
})

describe('what is written', () => {
  it('can be read back, and a changed byte is noticed', () => {
    fc.assert(
      fc.property(operationArbitrary, fc.nat(), (operation, at) => {
        const record = {
          seq: 1,
          time: '2026-01-02T03:04:05.000Z',
          coder: coder.id,
          kind: 'do' as const,
          undo: 1,
          redo: 0,
          below: 0,
          operation,
          inverse: operation
        }
        const line = journalLine(record).trimEnd()
        expect(parseJournalLine(line)).toEqual(record)
        const place = at % line.length
        const changed = `${line.slice(0, place)}${line.charAt(place) === '~' ? '!' : '~'}${line.slice(place + 1)}`
        expect(parseJournalLine(changed)).toBeNull()
      })
    )
  })

  it('keeps one record a line, in one order', () => {
    expect(stableLines({ b: { y: 1, x: 2 }, a: 1 })).toBe('{\n"a":1,\n"b":{"x":2,"y":1}\n}')
    expect(parseShard('a.json', shardText('a.json', 7, '{}'))).toEqual({ seq: 7, body: '{}' })
    expect(() => parseShard('a.json', shardText('a.json', 7, '{}').replace('{}', '{ }'))).toThrow()
  })
})
