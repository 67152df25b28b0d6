import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeSampleProject } from '../project/testing/sample-project'
import { buildChild, runChild } from './testing/child-process'

/** How many hostile projects are opened; 1,000 in `npm run test:crash`. */
const count = Number(process.env.VARIORUM_CRAFTED ?? 50)
/** Each project has a seed of its own, from this one on; what fails names it. */
const firstSeed = Number(process.env.VARIORUM_SEED ?? Math.floor(Math.random() * 1e6))
/** How long one project may take at most, and how much memory all of them. */
const patienceMilliseconds = 60_000
const mostMegabytes = 700

let home: string
let child: string

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-crafted-'))
  child = await buildChild('src/main/store/testing/crafted-child.ts', join(home, 'child'))
  await makeSampleProject(join(home, 'sound'), { left: 3 })
}, 120_000)

afterAll(() => rm(home, { recursive: true, force: true }))

interface Told {
  readonly seed: number
  readonly how: string
  readonly wrong?: readonly string[]
  readonly mostMegabytes?: number
}

describe('a project folder that somebody made to do harm', () => {
  it(`reaches nothing outside itself, and holds nothing up, in ${count} forms`, async () => {
    const wrong: string[] = []
    let done = 0
    for (let seed = firstSeed; seed < firstSeed + count; ) {
      const args = [join(home, 'run'), join(home, 'sound'), String(seed), String(firstSeed + count - seed)]
      const { lines, end } = await runChild(child, args, patienceMilliseconds)
      const told = lines.map((line): Told => JSON.parse(line))
      for (const each of told) {
        if (!each.wrong) continue
        done++
        const faults = [...each.wrong]
        if ((each.mostMegabytes ?? 0) > mostMegabytes) faults.push(`${each.mostMegabytes} MB of memory`)
        for (const fault of faults) wrong.push(`VARIORUM_SEED=${each.seed}: ${each.how}: ${fault}`)
      }
      const last = told.at(-1)
      if (end === 'over') break
      wrong.push(`VARIORUM_SEED=${last?.seed}: ${last?.how}: ${end}`)
      seed = (last?.seed ?? seed) + 1
    }
    expect(wrong).toEqual([])
    expect(done).toBe(count)
  }, 7_200_000)
})
