import { cpSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PlainState, type ProjectState, plainState } from '../../shared/model/state'
import { operationArbitrary } from '../../shared/testing/operation-arbitrary'
import { coder } from '../../shared/testing/sample-records'
import { checkBackup, listBackups } from '../backup/backup'
import type { Session } from '../project/session'
import { holdingOf, makeSampleProject, openSample } from '../project/testing/sample-project'
import { backUp } from '../services/backups'
import { type DiskEvent, PowerFiles } from './testing/power-files'
import { afterPowerFailure, inodesOf, readTree, type Tree, writeTree } from './testing/power-states'
import { seededRandom } from './testing/seeded-random'

/** How many states after a power failure are looked at; 5,000 in `npm run test:crash`. */
const states = Number(process.env.VARIORUM_POWER ?? 160)
/** The first seed; each run of work has the next. What fails names its seed and state. */
const firstSeed = Number(process.env.VARIORUM_SEED ?? Math.floor(Math.random() * 1e6))
const statesARun = 40
const segmentBytes = 2000
/** What may be said after a power failure: that the write was incomplete in whose midst it came. */
const truthful = new Set(['tornLineCut', 'journalEndCut'])
const fixtures = join(import.meta.dirname, '../project/fixtures')

let home: string
let folder: string
let start: Tree

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-power-'))
  folder = join(home, 'project')
  await makeSampleProject(folder)
  start = readTree(folder)
}, 60_000)

afterAll(() => rm(home, { recursive: true, force: true }))

/** What was promised, and by which event on the disk. */
interface Promised {
  readonly seq: number
  readonly backup: string | null
  readonly events: number
}

/** A run of work: what the disk was asked for, what was promised, and the state after each change. */
interface Run {
  readonly start: Tree
  readonly events: readonly DiskEvent[]
  readonly promises: readonly Promised[]
  readonly states: ReadonlyMap<number, ProjectState>
}

/** Works in the project at random: single changes, changes at once, undo, redo, snapshots, backups, texts. */
async function workAtRandom(seed: number): Promise<Run> {
  writeTree(folder, start)
  const files = new PowerFiles(folder, inodesOf(start))
  const random = seededRandom(seed)
  const operations = fc.sample(operationArbitrary, { seed, numRuns: 200 }).values()
  const next = () => operations.next().value ?? { type: 'project.rename' as const, name: 'Again' }
  const session = await openSample(folder, { files, segmentBytes })
  const promises: Promised[] = [{ seq: session.seq, backup: null, events: 0 }]
  const known = new Map<number, ProjectState>([[session.seq, session.state]])
  session.onChange(({ record }) => known.set(record.seq, session.state))
  const note = (seq: number, backup: string | null = null) =>
    promises.push({ seq, backup, events: files.events.length })
  const tell = (done: Awaited<ReturnType<Session['do']>>) => {
    if (done.ok) note(done.value.seq)
  }
  for (let step = 0; step < 30; step++) {
    const what = random.below(12)
    if (what < 4) {
      const group = Array.from({ length: 2 + random.below(12) }, next)
      await Promise.all(group.map((each) => session.do(each, coder.id).then(tell)))
    } else if (what < 8) tell(await session.do(next(), coder.id))
    else if (what === 8) tell(await session.undo(coder.id))
    else if (what === 9) tell(await session.redo(coder.id))
    else if (what === 10) await session.snapshots?.flush()
    else {
      if (random.chance(0.7)) void session.snapshots?.flush()
      await session.contents.addText({ format: 1, blocks: [] })
      const made = random.chance(0.3) ? await backUp(session, 'asked') : null
      if (made?.ok) note(session.seq, made.value.file)
    }
  }
  await session.close()
  return { start, events: files.events, promises, states: known }
}

/** After how many events the power goes: mostly close to a write to the journal. */
function momentIn(events: readonly DiskEvent[], random: ReturnType<typeof seededRandom>): number {
  if (random.chance(0.3)) return random.below(events.length + 1)
  const syncs = events.flatMap((each, index) => (each.kind === 'sync' ? [index] : []))
  return Math.max(0, Math.min(events.length, random.pick(syncs) - 2 + random.below(4)))
}

const plain = new WeakMap<ProjectState, PlainState>()
function plainOf(state: ProjectState | undefined): PlainState | undefined {
  if (!state) return undefined
  const known = plain.get(state) ?? plainState(state)
  plain.set(state, known)
  return known
}

/** Opens what the power failure has left, and looks whether all that was promised is there and nothing is in halves. */
async function expectPromisesKept(run: Run, events: number, where: string, goesOn: boolean): Promise<void> {
  const session = await openSample(folder, { segmentBytes })
  const said = session.notices.filter((each) => !truthful.has(each.key))
  expect(
    said.map((each) => each.message),
    `${where}: notices`
  ).toEqual([])
  const promised = run.promises.filter((each) => each.events <= events)
  const { seq } = session
  expect(seq, `${where}: acknowledged`).toBeGreaterThanOrEqual(Math.max(...promised.map((each) => each.seq)))
  expect(plainState(session.state), `${where}: the state after change ${seq}`).toEqual(
    plainOf(run.states.get(seq))
  )
  for (let at = 1; at <= seq; at++) expect((await session.look(at))?.seq, `${where}: change ${at}`).toBe(at)
  const last = await session.look(seq)
  expect([session.current.undo, session.current.redo], where).toEqual([last?.undo, last?.redo])
  for (const { file } of await listBackups(folder)) await checkBackup(folder, file)
  const backups = (await listBackups(folder)).map((each) => each.file)
  for (const { backup } of promised) if (backup !== null) expect(backups, where).toContain(backup)
  if (goesOn) {
    const done = await session.do({ type: 'project.rename', name: 'After the failure' }, coder.id)
    expect(done.ok, `${where}: a change`).toBe(true)
  }
  await session.close()
  if (!goesOn) return
  const again = await openSample(folder)
  expect(again.notices, `${where}: opened again`).toEqual([])
  expect(again.seq, where).toBe(seq + 1)
  await again.close()
}

describe('a power failure', () => {
  it(`takes no acknowledged change and leaves none in halves, in ${states} states`, async () => {
    let looked = 0
    for (let seed = firstSeed; looked < states; seed++) {
      const run = await workAtRandom(seed)
      const random = seededRandom(seed)
      for (let state = 0; state < statesARun && looked < states; state++, looked++) {
        const events = momentIn(run.events, random)
        const model = random.chance(0.6) ? 'strict' : 'ordered'
        writeTree(folder, afterPowerFailure(start, run.events, { events, model, random }))
        const where = `VARIORUM_SEED=${seed}, state ${state} (${model}, after ${events} of ${run.events.length} events)`
        await expectPromisesKept(run, events, where, looked % 4 === 0)
      }
    }
  }, 3_600_000)

  it.each([1, 2, 3, 4])(
    'in the midst of bringing a project of format %i up to date takes nothing',
    async (format) => {
      cpSync(join(fixtures, `format-${format}`), join(home, `format-${format}`), { recursive: true })
      const old = readTree(join(home, `format-${format}`))
      writeTree(folder, old)
      const files = new PowerFiles(folder, inodesOf(old))
      const session = await openSample(folder, { files })
      const holding = await holdingOf(session)
      await session.close()
      const random = seededRandom(firstSeed + format)
      for (let state = 0; state < Math.ceil(states / 20); state++) {
        const events = random.below(files.events.length + 1)
        const model = random.chance(0.6) ? 'strict' : 'ordered'
        writeTree(folder, afterPowerFailure(old, files.events, { events, model, random }))
        const where = `VARIORUM_SEED=${firstSeed}, format ${format}, state ${state} (${model}, after ${events} events)`
        const opened = await openSample(folder)
        const said = opened.notices.filter((each) => each.key !== 'checkpointMissing')
        expect(
          said.map((each) => each.message),
          where
        ).toEqual([])
        expect(await holdingOf(opened), where).toEqual(holding)
        await opened.close()
      }
    },
    3_600_000
  )
})
