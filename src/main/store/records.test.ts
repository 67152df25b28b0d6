import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { oddOperationArbitrary } from '../../shared/testing/odd-operation-arbitrary'
import { coder } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import { describeProject, expectSameAgain } from '../project/testing/same-again'
import { openSample } from '../project/testing/sample-project'
import { readTree, type Tree, writeTree } from './testing/power-states'

/** How many changes are tried; 100,000 in `npm run test:crash`. */
const records = Number(process.env.VARIORUM_RECORDS ?? 2000)
const seed = process.env.VARIORUM_SEED === undefined ? {} : { seed: Number(process.env.VARIORUM_SEED) }
const aRun = 50

let home: string
let folder: string
let blank: Tree

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-records-'))
  folder = join(home, 'project')
  expect((await createProject(folder, 'Records', coder)).ok).toBe(true)
  blank = readTree(folder)
})

afterAll(() => rm(home, { recursive: true, force: true }))

const changes = fc.array(fc.record({ operation: oddOperationArbitrary, what: fc.nat(19) }), {
  minLength: aRun,
  maxLength: aRun
})

describe('whatever a project takes', () => {
  it(`is there again after closing and opening, with all that can be undone, for ${records} changes`, async () => {
    let taken = 0
    const property = fc.asyncProperty(changes, async (all) => {
      writeTree(folder, blank)
      const session = await openSample(folder, { segmentBytes: 20_000 })
      for (const { operation, what } of all) {
        if (what === 0) await session.undo(coder.id)
        else if (what === 1) await session.redo(coder.id)
        else if (what === 2) await session.snapshots?.flush()
        const done = await session.do(operation, coder.id)
        if (done.ok) taken++
      }
      const before = await describeProject(session)
      await session.close()
      await expectSameAgain(folder, before)
    })
    await fc.assert(property, { ...seed, numRuns: Math.max(1, Math.round(records / aRun)) })
    // Most are odd, and many of those must be refused; but a property of refusals alone would prove nothing.
    expect(taken).toBeGreaterThan(records / 20)
  }, 7_200_000)
})
