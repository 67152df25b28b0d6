import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync
} from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { coder, makeTheme } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import type { Session } from '../project/session'
import { openSample } from '../project/testing/sample-project'

let home: string
let folder: string
let segment: string
let session: Session

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-foreign-'))
  folder = join(home, 'project')
  segment = join(folder, 'journal', '000001.jsonl')
  expect((await createProject(folder, 'Test', coder)).ok).toBe(true)
  session = await openSample(folder)
  await addTheme(session, 'mine')
})

afterEach(async () => {
  await session.close()
  await rm(home, { recursive: true, force: true })
})

const addTheme = (to: Session, id: string) =>
  to.do({ type: 'theme.add', theme: makeTheme(id), index: 0 }, coder.id)

/** The journal of a copy of the project in which somebody else went on working, on another computer. */
async function continuedElsewhere(): Promise<Buffer> {
  const copy = join(home, 'copy')
  cpSync(folder, copy, { recursive: true })
  const elsewhere = await openSample(copy)
  for (const id of ['theirs1', 'theirs2', 'theirs3']) expect((await addTheme(elsewhere, id)).ok).toBe(true)
  await elsewhere.close()
  return readFileSync(join(copy, 'journal', '000001.jsonl'))
}

describe('a journal into which another program has put changes while it is open', () => {
  it.each([
    [
      'written to its end',
      (theirs: Buffer) => appendFileSync(segment, theirs.subarray(readFileSync(segment).length))
    ],
    [
      'put in its place',
      (theirs: Buffer) => {
        writeFileSync(`${segment}.sync`, theirs)
        renameSync(`${segment}.sync`, segment)
      }
    ]
  ] as const)('%s, keeps them, says so, and has them at the next opening', async (_, put) => {
    const theirs = await continuedElsewhere()
    put(theirs)
    const refused = await addTheme(session, 'mine2')
    expect(!refused.ok && refused.error.key).toBe('projectChangedElsewhere')
    expect(session.problem?.key).toBe('projectChangedElsewhere')
    await session.probe()
    expect((await addTheme(session, 'mine3')).ok).toBe(false)
    await session.close()
    expect(readFileSync(segment).equals(theirs)).toBe(true)
    const again = await openSample(folder)
    expect(Object.keys(again.state.themes).sort()).toEqual(['mine', 'theirs1', 'theirs2', 'theirs3'])
    expect(again.notices.map((each) => each.message)).toEqual([])
    await again.close()
  })

  it('and taken some away, writes nothing to it', async () => {
    const shorter = readFileSync(segment)
    await addTheme(session, 'mine2')
    writeFileSync(segment, shorter)
    const refused = await addTheme(session, 'mine3')
    expect(!refused.ok && refused.error.key).toBe('projectChangedElsewhere')
    expect(readFileSync(segment).equals(shorter)).toBe(true)
  })

  it('as a segment that would be the next, writes nothing into that', async () => {
    await session.close()
    session = await openSample(folder, { segmentBytes: 100 })
    const next = join(folder, 'journal', '000002.jsonl')
    const theirs = await continuedElsewhere()
    await addTheme(session, 'mine2')
    await session.snapshots?.flush()
    writeFileSync(next, theirs)
    const done = await addTheme(session, 'mine3')
    expect(readFileSync(next).equals(theirs)).toBe(true)
    expect(Object.keys(session.state.themes).includes('mine3')).toBe(done.ok)
    await session.close()
    const again = await openSample(folder)
    for (const id of ['mine', 'mine2', ...(done.ok ? ['mine3'] : [])])
      expect(again.state.themes).toHaveProperty(id)
    await again.close()
  })
})

describe('a journal into which another program has put what is no change', () => {
  it.each(['no line end', 'one line\nand another\n', '\0\0\0\0\0\0\0\0', '{"sum":"00000000","seq":3}\n'])(
    'goes on, and keeps a copy of it first: %j',
    async (garbage) => {
      appendFileSync(segment, garbage)
      expect((await addTheme(session, 'mine2')).ok).toBe(true)
      await session.close()
      const damaged = join(folder, 'damaged')
      const kept = existsSync(damaged) ? readdirSync(damaged) : []
      expect(kept.map((name) => readFileSync(join(damaged, name), 'utf8'))).toEqual([garbage])
      const again = await openSample(folder)
      expect(again.notices.map((each) => each.message)).toEqual([])
      expect(Object.keys(again.state.themes).sort()).toEqual(['mine', 'mine2'])
      await again.close()
    }
  )
})
