import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plainState } from '../../shared/model/state'
import { coder, makeAnnotation, makeDocument, makeTheme } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import { openProject } from '../project/open'
import type { Session } from '../project/session'
import { backUp, backUpIfDue, previewRestore, restore } from '../services/backups'
import { FaultyFiles } from '../store/testing/faulty-files'
import { listBackups } from './backup'
import { backupFile, isDue, outdated, parseBackupFile } from './backup-names'

let folder: string

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'variorum-backup-')), 'project')
  expect((await createProject(folder, 'Test', coder)).ok).toBe(true)
})

afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }))

async function open(files?: FaultyFiles): Promise<Session> {
  const opened = await openProject(folder, files ? { files } : {})
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
}

async function work(session: Session): Promise<void> {
  await session.do({ type: 'theme.add', theme: makeTheme('t1'), index: 0 }, coder.id)
  await session.do({ type: 'document.add', document: makeDocument('d1') }, coder.id)
  await session.do({ type: 'annotation.add', annotation: makeAnnotation('a1', 'd1', ['t1']) }, coder.id)
}

describe('a backup', () => {
  it('is restored as one change, after its differences were shown; and that can be undone', async () => {
    const session = await open()
    await work(session)
    const before = plainState(session.state)
    const made = await backUp(session, 'asked')
    if (!made.ok) throw new Error(made.error.message)
    await session.do(
      { type: 'annotation.remove', document: makeDocument('d1').id, id: makeAnnotation('a1', 'd1').id },
      coder.id
    )
    await session.do({ type: 'theme.add', theme: makeTheme('t2'), index: 0 }, coder.id)
    const later = plainState(session.state)
    const preview = await previewRestore(session, made.value.file)
    expect(preview.ok && preview.value.map(({ kind, change }) => `${change} ${kind}`).sort()).toEqual([
      'added annotation',
      'changed theme',
      'removed theme'
    ])
    expect((await restore(session, made.value.file, coder.id)).ok).toBe(true)
    expect(plainState(session.state)).toEqual(before)
    expect((await listBackups(folder)).map((each) => each.reason)).toContain('restore')
    await session.undo(coder.id)
    expect(plainState(session.state)).toEqual(later)
    await session.close()
  })

  it('that is damaged is not restored from, and nothing changes', async () => {
    const session = await open()
    await work(session)
    const made = await backUp(session, 'asked')
    if (!made.ok) throw new Error(made.error.message)
    const path = join(folder, 'backups', made.value.file)
    const bytes = await readFile(path)
    await writeFile(path, bytes.subarray(0, bytes.length >> 1))
    const { seq } = session
    const done = await restore(session, made.value.file, coder.id)
    expect(!done.ok && done.error.key).toBe('backupDamaged')
    expect(session.seq).toBe(seq)
    await session.close()
  })

  it('is made once a day, and not where nothing has changed', async () => {
    const session = await open()
    expect((await backUpIfDue(session)).ok && (await listBackups(folder))).toEqual([])
    await work(session)
    await backUpIfDue(session)
    expect(await listBackups(folder)).toHaveLength(1)
    await session.do({ type: 'project.rename', name: 'Other' }, coder.id)
    await backUpIfDue(session)
    expect(await listBackups(folder)).toHaveLength(1)
    await backUpIfDue(session, new Date(Date.now() + 25 * 60 * 60 * 1000))
    expect(await listBackups(folder)).toHaveLength(2)
    await session.close()
  })

  it('leaves no half archive behind when the disk is full, and the project goes on', async () => {
    const files = new FaultyFiles()
    const session = await open(files)
    await work(session)
    files.fault = (call, path) =>
      call === 'sync' && path.includes('.zip') ? { kind: 'fail', code: 'ENOSPC' } : null
    const made = await backUp(session, 'asked')
    expect(!made.ok && made.error.key).toBe('backupFailed')
    expect((await readdir(join(folder, 'backups'))).filter((name) => name.includes('zip'))).toEqual([])
    expect((await session.do({ type: 'project.rename', name: 'Other' }, coder.id)).ok).toBe(true)
    await session.close()
  })
})

const day = 24 * 60 * 60 * 1000

describe('which backups stay', () => {
  const backups = fc
    .array(fc.record({ days: fc.nat(800), hours: fc.nat(23), daily: fc.boolean() }), { maxLength: 60 })
    .map((list) =>
      list.map(({ days, hours, daily }, seq) => {
        const made = new Date(Date.UTC(2026, 0, 1) + days * day + hours * 3_600_000)
        const parsed = parseBackupFile(backupFile(made, daily ? 'daily' : 'migration', seq))
        if (!parsed) throw new Error('not read back')
        return parsed
      })
    )

  it('always the newest of each kind, never more than a few dozen, and cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const gone = new Set(outdated(all))
        const left = all.filter((each) => !gone.has(each))
        expect(outdated(left)).toEqual([])
        expect(left.length).toBeLessThanOrEqual(7 + 4 + 12 + 5)
        for (const reason of ['daily', 'migration'] as const) {
          const own = all.filter((each) => each.reason === reason)
          const newest = Math.max(...own.map((each) => each.seq))
          if (own.length > 0) expect(left.some((each) => each.seq === newest)).toBe(true)
        }
      })
    )
  })

  it('does not depend on a clock that jumps: what is newest is told by what is in it', () => {
    const early = parseBackupFile(backupFile(new Date(Date.UTC(2031, 0, 1)), 'daily', 5))
    const late = parseBackupFile(backupFile(new Date(Date.UTC(2026, 0, 1)), 'daily', 9))
    if (!early || !late) throw new Error('not read back')
    expect(isDue([early, late], new Date(Date.UTC(2026, 0, 1, 12)), 10)).toBe(false)
    expect(isDue([early, late], new Date(Date.UTC(2025, 11, 1)), 10)).toBe(true)
    expect(isDue([early, late], new Date(Date.UTC(2026, 0, 3)), 9)).toBe(false)
    expect(isDue([], new Date(), 1)).toBe(false)
  })
})
