import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { oddOperationArbitrary } from '../../shared/testing/odd-operation-arbitrary'
import { coder } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import { describeProject, expectSameAgain } from '../project/testing/same-again'
import { makeHost } from '../rpc/testing/make-host'
import { readTree, type Tree, writeTree } from '../store/testing/power-states'
import { answerCall } from './ipc'

/** How many changes are tried; 5,000 in `npm run test:crash`. */
const records = Math.round(Number(process.env.VARIORUM_RECORDS ?? 3000) / 20)
const seed = process.env.VARIORUM_SEED === undefined ? {} : { seed: Number(process.env.VARIORUM_SEED) }
const aRun = 40

let home: string
let folder: string
let blank: Tree

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-window-'))
  folder = join(home, 'project')
  expect((await createProject(folder, 'Records', coder)).ok).toBe(true)
  blank = readTree(folder)
})

afterAll(() => rm(home, { recursive: true, force: true }))

const messages = fc.array(fc.record({ operation: oddOperationArbitrary, what: fc.nat(19) }), {
  minLength: aRun,
  maxLength: aRun
})

describe('whatever a window may ask', () => {
  it(`is refused, or there again after closing and opening, for ${records} changes`, async () => {
    let taken = 0
    const property = fc.asyncProperty(messages, async (all) => {
      writeTree(folder, blank)
      const { host } = await makeHost(join(home, 'desk'))
      const client = { shows: new Set<never>(), left: new Set<never>(), send() {} }
      expect((await host.open(folder)).ok).toBe(true)
      for (const { operation, what } of all) {
        if (what === 0) await answerCall(host, client, 'project.undo', null)
        // A message is cloned on its way.
        const done = await answerCall(host, client, 'project.do', structuredClone(operation))
        if (done.ok) taken++
      }
      const { session } = host
      if (!session.ok) throw new Error(session.error.message)
      const before = await describeProject(session.value)
      await host.close()
      await expectSameAgain(folder, before)
    })
    const numRuns = Math.max(2, Math.round(records / aRun))
    await fc.assert(property, { ...seed, numRuns })
    expect(taken).toBeGreaterThan(numRuns)
  }, 7_200_000)
})
