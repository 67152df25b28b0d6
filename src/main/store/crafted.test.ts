import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeSampleProject } from '../project/testing/sample-project'
import { archiveBomb } from './testing/archive-bomb'
import { buildChild, runChild } from './testing/child-process'

/** How many hostile projects are opened; 1,000 in `npm run test:crash`. */
const count = Number(process.env.VARIORUM_CRAFTED ?? 50)
/** Each project has a seed of its own, from this one on; what fails names it. */
/** `npm test` opens the same folders each time; the long form opens others. */
const anySeed = process.env.VARIORUM_CRAFTED ? Math.floor(Math.random() * 1e6) : 1
const firstSeed = Number(process.env.VARIORUM_SEED ?? anySeed)
/** How long one project may take at most, and how much memory all of them. */
const patienceMilliseconds = 120_000
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

describe('an archive among the backups that unpacks to very much', () => {
  const bombMegabytes = 100
  const mostGrowthMegabytes = 120

  it('is not unpacked into memory, neither at opening nor by verifying or repairing', async () => {
    const bomb = await buildChild('src/main/store/testing/bomb-child.ts', join(home, 'bomb-child'))
    const folder = join(home, 'bombed')
    cpSync(join(home, 'sound'), folder, { recursive: true })
    const archive = archiveBomb(['codebook.json', 'journal/000001.jsonl'], bombMegabytes)
    writeFileSync(join(folder, 'backups', '2030-01-01T00-00-00-000Z-daily-9999.zip'), archive)
    // What is lost has to be looked for in the backups.
    rmSync(join(folder, 'codebook.json'))
    for (const name of readdirSync(join(folder, 'journal')).slice(0, 2)) rmSync(join(folder, 'journal', name))
    const { lines, end } = await runChild(bomb, [folder], patienceMilliseconds)
    expect(end).toBe('over')
    expect(Math.max(...lines.map(Number))).toBeLessThan(mostGrowthMegabytes)
  }, 300_000)
})
