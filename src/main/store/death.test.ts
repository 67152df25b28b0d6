import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainState } from '../../shared/model/state'
import { checkBackup, listBackups } from '../backup/backup'
import { openProject } from '../project/open'
import { type Holding, holdingOf, makeSampleProject, openSample } from '../project/testing/sample-project'
import { backUp } from '../services/backups'
import { repairProject } from '../services/repair'
import { verifyProject } from '../services/verify'
import { type ChangingCall, DyingFiles } from './testing/dying-files'
import { PassingFiles } from './testing/passing-files'

/**
 * At how many of the changing calls of each piece of work the process dies: at about so many in `npm test`, at every
 * one in `npm run test:crash` (VARIORUM_DEATHS=all).
 */
const most = process.env.VARIORUM_DEATHS === 'all' ? Number.POSITIVE_INFINITY : 10
/** In the long form, in milliseconds: every call to the disk, on whatever machine. */
const patienceMs = most === Number.POSITIVE_INFINITY ? 7_200_000 : 600_000
const fixtures = join(import.meta.dirname, '../project/fixtures')

let home: string
let folder: string
/** A project that was killed with changes that no snapshot holds yet. */
let ahead: string
let holding: Holding

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-death-'))
  ahead = join(home, 'ahead')
  folder = join(home, 'project')
  holding = await makeSampleProject(ahead, { left: 8 })
}, 60_000)

afterAll(() => rm(home, { recursive: true, force: true }))

/** Puts a fresh copy of a project into the folder. */
function fresh(from: string, prepare: () => void): void {
  rmSync(folder, { recursive: true, force: true })
  cpSync(from, folder, { recursive: true })
  prepare()
}

type Work = (files: DyingFiles) => Promise<void>

const open: Work = async (files) => {
  const opened = await openProject(folder, { files })
  if (opened.ok) await opened.value.close()
}

/**
 * Does a piece of work again and again, each time dying at another of its changing calls, every second time with half
 * a buffer written; and looks each time at what is left.
 */
async function dieEverywhere(
  from: string,
  work: Work,
  after: (where: string) => Promise<void>,
  prepare = () => {}
): Promise<number> {
  fresh(from, prepare)
  const rehearsal = new DyingFiles()
  await work(rehearsal)
  const points = chosen(rehearsal.calls)
  for (const at of points) {
    fresh(from, prepare)
    const files = new DyingFiles(at, at % 2 === 1)
    await work(files).catch(() => {})
    expect(files.dead, `call ${at} is reached`).toBe(true)
    const call = files.calls[at]
    await after(`dead at call ${at}: ${call?.what} ${call?.path.slice(folder.length + 1)}`)
  }
  return points.length
}

/** The calls to die at: all; or those about the journal and what is moved first, and some of the others. */
function chosen(calls: readonly ChangingCall[]): number[] {
  const all = calls.map((_, index) => index)
  if (all.length <= most) return all
  const grave = all.filter((index) => {
    const { what, path = '' } = calls[index] ?? {}
    return what === 'move' || what === 'truncate' || (path.includes('/journal/') && what !== 'make')
  })
  const some = everyFew(grave, most >> 1)
  const rest = all.filter((index) => !some.includes(index))
  return [...some, ...everyFew(rest, most - some.length)].sort((a, b) => a - b)
}

function everyFew(indices: readonly number[], count: number): number[] {
  const step = Math.max(1, indices.length / count)
  return Array.from(
    { length: Math.min(count, indices.length) },
    (_, at) => indices[Math.floor(at * step)] ?? 0
  )
}

/** Opens what a dead process has left, with everything that it ever acknowledged, and works in it. */
async function expectWhole(
  where: string,
  expected: Holding,
  { may = [] as readonly string[], problems = [] as readonly string[] } = {}
): Promise<void> {
  const session = await openSample(folder)
  const keys = session.notices.map((each) => each.key).filter((key) => !may.includes(key))
  expect(keys, `${where}: notices`).toEqual([])
  expect(await holdingOf(session), where).toEqual(expected)
  await session.close()
  const report = await verifyProject(folder)
  const wrong = report.problems.filter((each) => !problems.includes(each.key))
  expect(
    wrong.map((each) => each.message),
    `${where}: verify`
  ).toEqual([])
}

describe('a process that dies', () => {
  it(
    'while it brings a project up to date leaves everything that was acknowledged',
    async () => {
      const points = await dieEverywhere(ahead, open, (where) => expectWhole(where, holding))
      expect(points).toBeGreaterThan(9)
    },
    patienceMs
  )

  it(
    'while it mends several damaged files at once leaves everything, and what was damaged',
    async () => {
      const damaged = ['codebook.json', 'memos.json', 'checkpoint.json', 'project.json']
      const points = await dieEverywhere(
        ahead,
        open,
        async (where) => {
          await expectWhole(where, holding, {
            may: ['snapshotRebuilt', 'checkpointDamaged', 'checkpointMissing']
          })
          const kept = readdirSync(join(folder, 'damaged')).join()
          for (const name of damaged) expect(kept, where).toContain(name)
        },
        () => {
          for (const name of damaged) {
            const path = join(folder, name)
            writeFileSync(path, readFileSync(path, 'utf8').replace('"data":\n{', '"data":\n!'))
          }
          for (const name of readdirSync(join(folder, 'annotations')))
            writeFileSync(join(folder, 'annotations', name), '')
          for (const name of ['library/0.json', 'library/7.json']) rmSync(join(folder, name), { force: true })
        }
      )
      expect(points).toBeGreaterThan(9)
    },
    patienceMs
  )

  it.each([1, 2, 3, 4])(
    'while it brings a project of format %i up to date leaves it whole',
    async (format) => {
      const from = join(fixtures, `format-${format}`)
      fresh(from, () => {})
      const session = await openSample(folder)
      const migrated = await holdingOf(session)
      await session.close()
      const points = await dieEverywhere(from, open, (where) =>
        expectWhole(where, migrated, { may: ['checkpointMissing'] })
      )
      expect(points).toBeGreaterThan(9)
    },
    patienceMs
  )

  it(
    'while it makes a backup leaves the project as it was, and no half backup that counts',
    async () => {
      let before = 0
      const work: Work = async (files) => {
        const opened = await openProject(folder, { files })
        if (!opened.ok) return
        before = (await listBackups(folder)).length
        await backUp(opened.value, 'asked')
        await opened.value.close()
      }
      const points = await dieEverywhere(ahead, work, async (where) => {
        await expectWhole(where, holding)
        const backups = await listBackups(folder)
        expect(backups.length, where).toBeGreaterThanOrEqual(before)
        for (const { file } of backups) await checkBackup(folder, file)
      })
      expect(points).toBeGreaterThan(9)
    },
    patienceMs
  )
})

/** Damages a line in the midst of a closed segment that the backup has, and the end of the open one. */
function damageJournal(): void {
  const path = join(folder, 'journal', '000002.jsonl')
  const bytes = readFileSync(path)
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 4
  writeFileSync(path, bytes)
}

describe('a process that dies while it repairs a damaged journal', () => {
  const repair: Work = async (files) => {
    await repairProject(folder, { files })
  }

  it(
    'leaves a project that opens with the same state, and that the next repair makes whole',
    async () => {
      let opensFirst = true
      const points = await dieEverywhere(
        ahead,
        repair,
        async (where) => {
          // Opening changes what repair finds: it is repaired at once one time, after an opening the other.
          if (opensFirst) await expectState(where)
          opensFirst = !opensFirst
          await expectRepaired(where)
        },
        damageJournal
      )
      expect(points).toBeGreaterThan(9)
    },
    patienceMs
  )

  it(
    'and dies again at the next repair, leaves one that the third makes whole',
    async () => {
      fresh(ahead, damageJournal)
      const rehearsal = new DyingFiles()
      await repair(rehearsal)
      const deaths = everyFew(
        rehearsal.calls.map((_, index) => index),
        Number.isFinite(most) ? 6 : 30
      )
      for (const first of deaths) {
        const second = await dieEverywhereAfter(first)
        expect(second).toBeGreaterThan(0)
      }
    },
    patienceMs
  )

  async function dieEverywhereAfter(first: number): Promise<number> {
    fresh(ahead, damageJournal)
    await repair(new DyingFiles(first)).catch(() => {})
    const between = join(home, 'between')
    rmSync(between, { recursive: true, force: true })
    cpSync(folder, between, { recursive: true })
    const rehearsal = new DyingFiles()
    await repair(rehearsal)
    const calls = rehearsal.calls.map((_, index) => index)
    const points = everyFew(calls, Number.isFinite(most) ? 4 : calls.length)
    for (const at of points) {
      fresh(between, () => {})
      await repair(new DyingFiles(at, at % 2 === 1)).catch(() => {})
      await expectRepaired(`dead at call ${first} of the first repair and at ${at} of the second`)
    }
    return points.length
  }

  async function expectState(where: string): Promise<void> {
    const session = await openSample(folder)
    await session.loadAll()
    expect(plainState(session.state), where).toEqual(holding.state)
    await session.close()
  }

  /** A repair that nothing disturbs gives the whole journal back, and nothing is left to complain of. */
  async function expectRepaired(where: string): Promise<void> {
    const repaired = await repairProject(folder, { files: new PassingFiles() })
    if (!repaired.ok) throw new Error(`${where}: ${repaired.error.message}`)
    expect(
      repaired.value.problems.map((each) => each.message),
      where
    ).toEqual([])
    expect(existsSync(join(folder, 'journal', '000001.jsonl')), where).toBe(true)
    await expectWhole(where, holding)
  }
})
