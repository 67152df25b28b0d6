import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launch } from '../fixtures'
import { makeLargeProject } from './large-project'
import { row } from './statistics'
import { timeUntil } from './time-until'
import { mustHold } from './work-done'

/** From the click on a place to its first picture, in a project of 10,000 texts with 200,000 highlights. */
const texts = 10_000
const highlightsEach = 20
const rounds = 6
/** Each place, and what its first picture holds; of those that are empty in this project: that the place is marked. */
const places: readonly (readonly [name: string, first: string])[] = [
  ['Annotations', '.annotation-list li, .annotation-table tbody tr'],
  ['Themes', '.codebook-item'],
  ['Concordance', '.query-box'],
  ['Memos', '.places button.on'],
  ['Export', '.export-formats'],
  ['Quotations', '.places button.on'],
  ['Formulae', '.places button.on'],
  ['Recycled text', '.places button.on'],
  ['Library', '.open-document']
]
const lines: string[] = []
let folder: string

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-places-bench-'))
})
test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  console.log(`\n${lines.join('\n')}\n`)
})

test('every place of 10,000 texts', async () => {
  test.setTimeout(600_000)
  await makeLargeProject(join(folder, 'large'), texts, highlightsEach)
  const { app, page, desk } = await launch(join(folder, 'data'))
  await desk.waitForLibrary()
  await desk.answerOpen(join(folder, 'large'))
  await page.keyboard.press('Control+o')
  await expect(page.locator('.brand')).toContainText(`${texts} texts`, { timeout: 60_000 })
  await page.locator('.open-document', { hasText: 'of the provincial office' }).first().waitFor()
  const painted = new Map(places.map(([name]) => [name, [] as number[]]))
  for (let round = 0; round < rounds; round++)
    for (const [name, first] of places) {
      const link = page.locator('.places button', { hasText: name }).first()
      const said = first.startsWith('.places') ? name : ''
      const took = await timeUntil(page, 'click', first, () => link.click(), said)
      painted.get(name)?.push(took.painted)
    }
  for (const [name] of places) {
    const all = painted.get(name) ?? []
    mustHold(all.length === rounds, `${name} was shown each time`)
    lines.push(row(`${name}: first time`, all.slice(0, 1)))
    lines.push(row('  and again', all.slice(1), undefined, '100 ms'))
  }
  await app.close()
})
