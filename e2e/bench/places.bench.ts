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
const rounds = 5
/** Each place, and what of the project it shows once it is filled; null where it is empty in this one. */
const places: readonly (readonly [name: string, filled: string | null])[] = [
  ['Annotations', '.annotation-list li, .annotation-table tbody tr'],
  ['Themes', '.codebook-item'],
  ['Concordance', '.query-box'],
  ['Memos', null],
  ['Export', '.export-formats'],
  ['Quotations', null],
  ['Formulae', null],
  ['Recycled text', null],
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
  // The first visit to each makes what the next ones find; it is told by itself.
  const first = new Map<string, number>()
  const pictures = new Map<string, number[]>(places.map(([name]) => [name, []]))
  const filled = new Map<string, number[]>(places.map(([name]) => [name, []]))
  for (let round = 0; round <= rounds * 2; round++)
    for (const [name, content] of places) {
      const link = page.locator('.places button', { hasText: name }).first()
      const isFilled = round % 2 === 1 && content !== null
      const there = isFilled ? content : '.places button.on'
      const took = await timeUntil(page, 'click', there, () => link.click(), isFilled ? '' : name)
      if (round === 0) first.set(name, took.painted)
      else (isFilled ? filled : pictures).get(name)?.push(took.painted)
      if (content !== null) await page.locator(content).first().waitFor()
    }
  for (const [name, content] of places) {
    const shown = pictures.get(name) ?? []
    mustHold(shown.length >= rounds, `${name} was shown each time`)
    lines.push(row(`${name}: first picture`, shown, undefined, '100 ms'))
    lines.push(`  at the first visit ${first.get(name)?.toFixed(0)} ms`)
    if (content !== null) lines.push(row('  filled', filled.get(name) ?? []))
  }
  await app.close()
})
