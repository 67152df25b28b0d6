import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Holding, holdingOf, makeSampleProject, openSample } from '../project/testing/sample-project'
import { repairProject } from '../services/repair'
import { verifyProject } from '../services/verify'
import { crc32 } from './crc32'
import { PassingFiles } from './testing/passing-files'

let home: string
let folder: string
/** Closed, with everything in snapshots; and killed, with changes that are in the journal alone. */
let closed: string
let killed: string
let whole: Holding
let ahead: Holding

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-bad-lines-'))
  folder = join(home, 'project')
  closed = join(home, 'closed')
  killed = join(home, 'killed')
  whole = await makeSampleProject(closed)
  ahead = await makeSampleProject(killed, { left: 8 })
}, 60_000)

afterAll(() => rm(home, { recursive: true, force: true }))

function flipped(line: string): string {
  const at = line.length >> 1
  return `${line.slice(0, at)}${String.fromCharCode(line.charCodeAt(at) ^ 1)}${line.slice(at + 1)}`
}

/** A line with a checksum that fits, of a kind of change that no build knows. */
function unknownKind(line: string): string {
  const rest = line
    .replace(/^\{"sum":"[0-9a-f]{8}",/, '')
    .replace('"operation":{"type":"', '"operation":{"type":"x')
  return `{"sum":"${crc32(rest)}",${rest}`
}

const damages: Readonly<Record<string, (line: string) => string | null>> = {
  'in which a bit has flipped': flipped,
  'that is sound, of a kind that is not known': unknownKind,
  'that is not there': () => null
}

interface Place {
  readonly seq: number
  readonly segment: string
  readonly line: number
}

function placesIn(project: string): Place[] {
  return readdirSync(join(project, 'journal'))
    .sort()
    .flatMap((segment) =>
      readFileSync(join(project, 'journal', segment), 'utf8')
        .split('\n')
        .slice(0, -1)
        .map((text, line) => ({ segment, line, seq: Number(/"seq":(\d+)/.exec(text)?.[1]) }))
    )
}

function spoil(from: string, { segment, line }: Place, how: string): void {
  rmSync(folder, { recursive: true, force: true })
  cpSync(from, folder, { recursive: true })
  const path = join(folder, 'journal', segment)
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1)
  const spoiled = damages[how]?.(lines[line] ?? '')
  if (spoiled === null) lines.splice(line, 1)
  else lines[line] = spoiled ?? ''
  writeFileSync(path, lines.map((each) => `${each}\n`).join(''))
}

/** What can be undone, from the last change down to the one that cannot be read. */
function above(seq: number, { done }: Holding) {
  const at = done.findIndex((each) => each.seq === seq)
  return at === -1 ? done : done.slice(0, at)
}

describe.each(Object.keys(damages))('a line of the journal %s', (how) => {
  it('takes nothing from the state, nor from the history before and after it; the backup gives it back', async () => {
    for (const place of placesIn(closed)) {
      const { seq } = place
      const where = `change ${seq}, ${place.segment}`
      spoil(closed, place, how)
      const session = await openSample(folder)
      const found = await holdingOf(session)
      expect(found.state, where).toEqual(whole.state)
      // A closed segment of the length that it had is not read at opening; verifying reads it.
      const told = session.notices.length + (await verifyProject(folder)).problems.length
      expect(told, where).toBeGreaterThan(0)
      for (let at = 1; at <= whole.seq; at++)
        if (at !== seq) expect((await session.look(at))?.seq, `${where}: change ${at}`).toBe(at)
      // Without the last line it is not known what stood on top.
      if (seq < whole.seq) expect(found.done, where).toEqual(above(seq, whole))
      await session.close()
      const repaired = await repairProject(folder, { files: new PassingFiles() })
      if (!repaired.ok) throw new Error(repaired.error.message)
      const again = await openSample(folder)
      expect((await holdingOf(again)).state, `${where}, repaired`).toEqual(whole.state)
      if (seq < whole.seq - 3) expect((await again.look(seq))?.seq, `${where}, repaired`).toBe(seq)
      await again.close()
    }
  }, 300_000)

  it('hides no later one, where no snapshot holds them yet', async () => {
    const tail = placesIn(killed).filter(({ seq }) => seq > ahead.seq - 8 && seq < ahead.seq)
    expect(tail).toHaveLength(7)
    for (const place of tail) {
      const { seq } = place
      spoil(killed, place, how)
      const session = await openSample(folder)
      expect(session.seq).toBe(ahead.seq)
      expect(session.notices.length).toBeGreaterThan(0)
      for (let at = 1; at <= ahead.seq; at++)
        if (at !== seq) expect((await session.look(at))?.seq, `bad ${seq}: change ${at}`).toBe(at)
      const { done, state } = await holdingOf(session)
      expect(done).toEqual(above(seq, ahead))
      const others = Object.keys(ahead.state.memos).filter((id) => id in state.memos)
      expect(others.length).toBeGreaterThanOrEqual(Object.keys(ahead.state.memos).length - 1)
      await session.close()
    }
  }, 300_000)
})
