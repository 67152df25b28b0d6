import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CoderId } from '../../shared/model/ids'
import { formatVersion } from '../../shared/model/project'
import { plainState } from '../../shared/model/state'
import { countAll } from '../../shared/operations/counts'
import { checkBackup, listBackups } from '../backup/backup'
import { restore } from '../services/backups'
import { verifyProject } from '../services/verify'
import { FaultyFiles } from '../store/testing/faulty-files'
import { filesIn } from '../store/testing/files-in'
import { openProject } from './open'

const fixtures = join(import.meta.dirname, 'fixtures')
const coder = 'c00000000ann' as CoderId
let folder: string

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'variorum-migrate-')), 'project')
})

afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }))

async function open(files?: FaultyFiles) {
  const opened = await openProject(folder, files ? { files } : {})
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
}

/** What the fixture's maker did, whatever the format that it lies in. */
async function expectContent({ may = [] as readonly string[] } = {}) {
  const session = await open()
  expect(session.notices.filter((each) => !may.includes(each.key))).toEqual([])
  const { info, themes, documents, annotations, alignments } = plainState(session.state)
  expect(info.name).toBe('River port')
  expect(
    Object.values(themes)
      .map((theme) => theme.name)
      .sort()
  ).toEqual(['Figures', 'Formulae', 'one visit'])
  expect(
    Object.values(documents)
      .map((document) => document.notes)
      .sort()
  ).toEqual(['', ''])
  const passages = Object.values(annotations).flatMap((own) => Object.values(own))
  expect(passages.map((each) => `${each.selector.exact} | ${each.memo}`).sort()).toEqual([
    'One form, one visit | capital letter',
    'nine cases of ten | no source given',
    'one form, one visit | ',
    '一张表、跑一次 | '
  ])
  expect(Object.values(alignments).flatMap((own) => Object.values(own))).toHaveLength(1)
  expect(session.canRedo).toBe(true)
  expect((await session.redo(coder)).ok).toBe(true)
  expect([...session.state.documents.values()].map((each) => each.notes).sort()).toEqual([
    '',
    'From the port office.'
  ])
  let undone = 0
  while (session.canUndo) {
    expect((await session.undo(coder)).ok).toBe(true)
    undone++
  }
  expect(session.state.documents.size).toBe(0)
  expect(session.state.themes).toEqual({})
  while (undone-- > 1) expect((await session.redo(coder)).ok).toBe(true)
  await session.close()
  expect((await verifyProject(folder)).problems).toEqual([])
}

describe('a project of an older format', () => {
  it('exists as a fixture for every format there has been', async () => {
    const names = (await readdir(fixtures)).filter((name) => /^format-\d+$/.test(name)).sort()
    expect(names).toEqual(Array.from({ length: formatVersion }, (_, index) => `format-${index + 1}`))
  })

  it.each(['format-1', 'format-2', 'format-3', 'format-4', 'format-5', 'format-6'])(
    '%s opens with everything in it, history too',
    async (name) => {
      await cp(join(fixtures, name), folder, { recursive: true })
      await expectContent()
      expect(await readFile(join(folder, 'project.json'), 'utf8')).toContain(`{"format":${formatVersion},`)
    }
  )

  it('keeps what came with its format: memos and groups of format 3', async () => {
    await cp(join(fixtures, 'format-3'), folder, { recursive: true })
    const session = await open()
    expect(Object.values(session.state.memos).map((memo) => memo.title)).toEqual(['Where it begins'])
    expect(Object.values(session.state.groups).map((group) => group.name)).toEqual(['For the article'])
    const [work] = [...session.state.works.values()]
    expect([...session.state.documents.values()].map((each) => each.works)).toEqual([[work?.id], [work?.id]])
    await session.close()
  })

  it('tells whose theme is whose, although format 5 did not: the journal knows', async () => {
    await cp(join(fixtures, 'format-5-two-coders'), folder, { recursive: true })
    const session = await open()
    const codings = () => {
      const { themes, annotations, info } = plainState(session.state)
      return Object.values(annotations)
        .flatMap((own) => Object.values(own))
        .map(
          (each) =>
            `${each.selector.exact} (${info.coders[each.coder]?.name}): ${each.codings
              .map(({ theme, coder: by }) => `${themes[theme]?.name} by ${info.coders[by]?.name}`)
              .join(', ')}`
        )
        .sort()
    }
    const all = codings()
    expect(all).toEqual([
      'One form, one visit (A. Reader): one visit by A. Reader, Figures by B. Reader',
      'One form, one visit (B. Reader): Figures by B. Reader, one visit by A. Reader',
      'nine cases of ten (A. Reader): Figures by B. Reader',
      'one form, one visit (A. Reader): one visit by A. Reader',
      '一张表、跑一次 (A. Reader): one visit by A. Reader'
    ])
    expect(session.counts).toEqual(countAll(session.state))
    // All the way back and forth again: undoing gives back the codings that there were, each its own coder's.
    let undone = 0
    while (session.canUndo && (await session.undo(coder)).ok) undone++
    for (let left = undone; left > 0; left--) expect((await session.redo(coder)).ok).toBe(true)
    expect(codings()).toEqual(all)
    await session.close()
    expect((await verifyProject(folder)).problems).toEqual([])
  })

  it('is backed up first, and the backup is whole', async () => {
    await cp(join(fixtures, 'format-1'), folder, { recursive: true })
    await (await open()).close()
    const [backup] = await listBackups(folder)
    expect(backup?.reason).toBe('migration')
    await checkBackup(folder, backup?.file ?? '')
  })

  it('can be gone back to from the backup that was made before the upgrade', async () => {
    await cp(join(fixtures, 'format-1'), folder, { recursive: true })
    const session = await open()
    const before = plainState(session.state)
    expect((await session.do({ type: 'project.rename', name: 'Renamed' }, coder)).ok).toBe(true)
    const [backup] = await listBackups(folder)
    const restored = await restore(session, backup?.file ?? '', coder)
    if (!restored.ok) throw new Error(restored.error.message)
    expect(plainState(session.state)).toEqual(before)
    await session.close()
  })

  it.each(['format-1', 'format-2'])(
    '%s is migrated whole in the end, wherever the first try was cut short',
    async (name) => {
      await cp(join(fixtures, name), folder, { recursive: true })
      const rehearsal = new FaultyFiles()
      await (await open(rehearsal)).close()
      expect(rehearsal.calls.length).toBeGreaterThan(100)
      const step = Math.ceil(rehearsal.calls.length / 40)
      for (let at = 0; at < rehearsal.calls.length; at += step) {
        await rm(folder, { recursive: true })
        await cp(join(fixtures, name), folder, { recursive: true })
        const files = new FaultyFiles()
        // From one call on nothing works any more, as when the power goes.
        files.fault = (_, __, index) => (index >= at ? { kind: 'fail', code: 'EIO' } : null)
        const opened = await openProject(folder, { files })
        if (opened.ok) await opened.value.close()
        await rm(join(folder, '.lock'), { force: true })
        await expectContent({ may: ['checkpointMissing'] })
      }
    },
    120_000
  )

  it('is not written to when it is opened for reading', async () => {
    await cp(join(fixtures, 'format-1'), folder, { recursive: true })
    const before = await filesIn(folder)
    const opened = await openProject(folder, { readOnly: true })
    expect(!opened.ok && opened.error.key).toBe('projectOlder')
    expect(await filesIn(folder)).toEqual(before)
  })
})
