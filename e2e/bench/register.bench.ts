import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { countRegister } from '../../src/main/formulae/find-occurrences'
import { FormulaThread } from '../../src/main/formulae/formula-thread'
import { openProject } from '../../src/main/project/open'
import { seededRandom } from '../../src/main/store/testing/seeded-random'
import type { SimpleOperation } from '../../src/shared/operations/operation'
import { coder, makeFormula, makeRendering } from '../../src/shared/testing/sample-records'
import { cli, launch } from '../fixtures'
import { makeTextsProject } from './corpus-project'
import { row } from './statistics'
import { type Took, timeUntil } from './time-until'
import { mustDo, mustHold } from './work-done'

/** How long a register of 2,000 formulae with over 100,000 places takes to be counted, as the place Formulae asks for it. */
const formulae = 2000
const texts = 1000
const placesOfEach = 52
const rounds = 7

const name = (at: number) =>
  `Plan ${at.toString(36).replace(/\d/g, (digit) => 'qwxzvkjyhu'[Number(digit)] ?? 'q')} of the year`

function made(): { language: string; paragraphs: string[] }[] {
  const { next: random } = seededRandom(5)
  const all = Array.from({ length: texts }, (): string[] => [])
  for (let at = 0; at < formulae; at++)
    for (let place = 0; place < placesOfEach; place++)
      all[Math.floor(random() * texts)]?.push(`The meeting heard how ${name(at)} went, and was glad of it.`)
  return all.map((paragraphs) => ({ language: 'en', paragraphs }))
}

/** When the places of the formulae were kept last, in milliseconds; 0: never. */
async function keptAt(cache: string): Promise<number> {
  const names = await readdir(cache).catch(() => [])
  const name = names.find((each) => each.endsWith('.formulae'))
  return name === undefined ? 0 : (await stat(join(cache, name))).mtimeMs
}

/** How long after the key the names of the register are there, and their counts: first of all, the next day, and coming back. */
async function inWindow(data: string, project: string): Promise<string[]> {
  const named: Took[] = []
  const counted: number[] = []
  const again: Took[] = []
  for (let day = 0; day < 4; day++) {
    const { app, page, desk } = await launch(data)
    if (day === 0) {
      await desk.waitForLibrary()
      await desk.answerOpen(project)
      await page.keyboard.press('Control+o')
    }
    await page.locator('.open-document', { hasText: 'Text' }).first().waitFor({ timeout: 120_000 })
    const begun = performance.now()
    named.push(await timeUntil(page, 'keydown', '.formulae-list button', () => desk.press('Control+8')))
    await expect(page.locator('.formulae-list .number').first()).toHaveText(/\d/, { timeout: 120_000 })
    counted.push(performance.now() - begun)
    await desk.go('library')
    await desk.waitForLibrary()
    again.push(await timeUntil(page, 'keydown', '.formulae-list .year-bars', () => desk.press('Control+8')))
    // What was found is put away when nobody asks for anything.
    await expect.poll(() => keptAt(join(data, 'folded-texts')), { timeout: 60_000 }).toBeGreaterThan(0)
    await app.close()
  }
  const there = (all: readonly Took[]) => all.map((each) => each.there)
  return [
    row('in the window: names are there after the key', there(named), undefined, '100 ms'),
    row('… and counts, where all texts are read', counted.slice(0, 1)),
    row('… and counts, another day', counted.slice(1)),
    row('… names, counts and timelines, coming back', there(again), undefined, '100 ms')
  ]
}

test('a register of 2,000 formulae and 100,000 places', async () => {
  test.setTimeout(900_000)
  const home = await mkdtemp(join(tmpdir(), 'variorum-register-'))
  const folder = join(home, 'project')
  await makeTextsProject(folder, made())
  const session = mustDo(await openProject(folder), 'opening')
  const adding = Array.from({ length: formulae }, (_, at) => makeFormula(`f${at}`, [name(at)])).map(
    (formula): SimpleOperation & { type: 'formula.add' } => ({ type: 'formula.add', formula })
  )
  mustDo(
    await session.do({ type: 'batch', label: 'import', operations: adding }, coder.id),
    'adding formulae'
  )
  const script = join(dirname(cli), 'formula-thread.js')
  const cache = join(home, 'cache')
  const thread = new FormulaThread(script, cache)
  const count = async (of = session, by = thread) => {
    const begun = performance.now()
    const answer = await countRegister(of, by)
    JSON.stringify(answer)
    const took = performance.now() - begun
    const places = answer.formulae.reduce((sum, each) => sum + each.count, 0)
    mustHold(places >= 100_000, `places: ${places}`)
    return took
  }
  const lines = [row('register opened first: all texts are read and matched', [await count()])]
  const again: number[] = []
  for (let round = 0; round < rounds; round++) again.push(await count())
  lines.push(row('opened again', again, undefined, '100 ms'))
  const changed: number[] = []
  for (let round = 0; round < rounds; round++) {
    const patch = { gloss: `Glossed ${round} times` }
    const id = adding[0]?.formula.id
    if (id === undefined) throw new Error('no formula')
    mustDo(await session.do({ type: 'formula.update', id, patch }, coder.id), 'a change of the register')
    changed.push(await count())
  }
  lines.push(row('opened after a gloss was changed', changed, undefined, '100 ms'))
  const accepted: number[] = []
  for (let round = 0; round < rounds; round++) {
    const id = adding[round]?.formula.id
    if (id === undefined) throw new Error('no formula')
    const rendering = makeRendering(`r${round}`, `the meeting heard how ${round}`)
    mustDo(await session.do({ type: 'rendering.add', formula: id, rendering }, coder.id), 'a rendering')
    accepted.push(await count())
  }
  lines.push(row('opened after a rendering was accepted: looked for alone', accepted))
  const since = Date.now()
  await expect.poll(() => keptAt(cache)).toBeGreaterThan(since)
  thread.end()
  await session.close()
  const later: number[] = []
  for (let round = 0; round < rounds; round++) {
    const again = mustDo(await openProject(folder), 'opening again')
    const own = new FormulaThread(script, cache)
    later.push(await count(again, own))
    own.end()
    await again.close()
  }
  lines.push(row('opened first on another day, with a thread begun for it', later, undefined, '100 ms'))
  lines.push(...(await inWindow(join(home, 'data'), folder)))
  console.log(`\n${lines.join('\n')}\n`)
  await rm(home, { recursive: true, force: true })
})
