import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { launch } from '../fixtures'
import { type MadeText, makeCorpusProject, makeTextsProject } from './corpus-project'
import { memoryOf, watchMemory } from './process-memory'
import { dropped, scrollFrames, showEmptyList } from './scroll-frames'
import { row } from './statistics'
import { mustHold } from './work-done'

/** A concordance of over 100,000 lines in the real window, and corpora of odd shapes; of a million lines with VARIORUM_BENCH_LARGE=1. */
const characters = process.env.VARIORUM_BENCH_LARGE === '1' ? 100_000_000 : 12_000_000
const lines: string[] = []
let folder: string

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-lines-bench-'))
})
test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  console.log(`\n${lines.join('\n')}\n`)
})

async function opened(project: string) {
  const launched = await launch(join(folder, `data of ${project}`))
  const { desk, page } = launched
  await desk.waitForLibrary()
  await desk.answerOpen(join(folder, project))
  await page.keyboard.press('Control+o')
  await page.locator('.open-document', { hasText: 'Text' }).first().waitFor({ timeout: 120_000 })
  await desk.go('concordance')
  return launched
}

async function sortByThreeWords(page: Page): Promise<void> {
  await page.locator('.line-tools .tool').first().press('Enter')
  for (const slot of ['L1', 'L2', 'L3'])
    await page.getByRole('button', { name: slot, exact: true }).press('Enter')
  await page.keyboard.press('Escape')
}

const complete = /^[\d,]+ lines? in [\d,]+ texts?$/

test('over 100,000 lines are scrolled', async () => {
  test.setTimeout(600_000)
  await makeCorpusProject(join(folder, 'corpus'), join(folder, 'plain'), characters)
  const { app, desk, page } = await opened('corpus')
  const status = page.locator('.lines-status')
  await desk.query().fill('the')
  await expect(status).toHaveText(complete, { timeout: 120_000 })
  const count = Number((await status.textContent())?.replace(/ .*|,/g, ''))
  mustHold(count > 100_000, `over 100,000 lines: ${count}`)
  lines.push(`${count} lines in the window`)
  const list = page.locator('.lines')
  const frames = await scrollFrames(list)
  mustHold(frames.length > 0, 'the lines were scrolled')
  await page.locator('.panel-tabs [role="tab"]').nth(3).click()
  const words = page.locator('.figure-rows')
  await expect(words.locator('tbody tr').first()).toBeVisible({ timeout: 120_000 })
  const wordFrames = await scrollFrames(words)
  mustHold(wordFrames.length > 0, 'the words were scrolled')
  const empty = await scrollFrames(await showEmptyList(page, Math.min(count, 150_000), 30))
  mustHold(empty.length > 0, 'the empty list was scrolled')
  const told = (gaps: readonly number[]) => `  frames dropped: ${dropped(gaps)} of ${gaps.length}`
  lines.push(row('  frames while scrolling an empty list', empty), told(empty))
  lines.push(row('  … the lines', frames, empty), `${told(frames)}  (bar: as the empty list)`)
  lines.push(row('  … the words of the corpus', wordFrames, empty), told(wordFrames))
  await app.close()
})

test('memory of the whole app', async () => {
  test.setTimeout(600_000)
  await makeCorpusProject(join(folder, 'memory'), join(folder, 'memory as plain files'), characters)
  const { app, desk, page } = await opened('memory')
  const highest = watchMemory(app)
  const told = async (what: string) => lines.push(`  ${what.padEnd(44)} ${await memoryOf(app)}`)
  lines.push(`memory of the whole app at ${characters / 1e6} million characters`)
  await told('opened, nothing searched')
  const status = page.locator('.lines-status')
  const rows = page.locator('.figure-rows tbody button:not([aria-disabled="true"])')
  for (const word of ['government', 'the']) {
    await desk.query().fill(word)
    await expect(status).toHaveText(complete, { timeout: 120_000 })
    await told(`“${word}”: ${await status.textContent()}`)
    // The order is kept for the next query.
    if (word === 'government') await sortByThreeWords(page)
    await expect(page.locator('.slot.rank-3').first()).toBeVisible({ timeout: 120_000 })
    await told('  sorted by three words left')
    for (const [at, figures] of ['collocates', 'words'].entries()) {
      await page
        .locator('.panel-tabs [role="tab"]')
        .nth(at + 2)
        .click()
      await expect(rows.first()).toBeVisible({ timeout: 120_000 })
      await told(`  ${figures}`)
    }
  }
  await page.locator('.figure-choices select').first().selectOption('2')
  await expect(rows.first()).toContainText(' ', { timeout: 300_000 })
  await told('sequences of two words')
  lines.push(`  ${'at the highest'.padEnd(44)} ${highest.stop()}`)
  await app.close()
})

function* shortTexts(count: number): Generator<MadeText> {
  for (let at = 0; at < count; at++)
    yield { language: 'en', paragraphs: [`Notice ${at}: one visit to window ${at % 97} is enough.`] }
}

const long = (language: string, sentence: string): MadeText => ({
  language,
  paragraphs: [sentence.repeat(Math.ceil(20_000_000 / Buffer.byteLength(sentence)))]
})

const odd: Readonly<Record<string, { texts: () => Iterable<MadeText>; query: string }>> = {
  '50,000 texts of one line': { texts: () => shortTexts(50_000), query: 'one visit' },
  'one line of 20 MB in English': {
    texts: () => [long('en', 'One visit is enough for most matters, and no second visit was needed. ')],
    query: 'second visit'
  },
  'one line of 20 MB in Chinese': {
    texts: () => [long('zh', '多数事项最多跑一次即可办结，办事员可以跑一次。')],
    query: '最多跑'
  }
}

for (const [name, { texts, query }] of Object.entries(odd))
  test(name, async () => {
    test.setTimeout(900_000)
    await makeTextsProject(join(folder, name), texts())
    const { app, desk, page } = await opened(name)
    const timed = async (what: string, work: () => Promise<unknown>) => {
      const begun = performance.now()
      await work()
      lines.push(`  ${what.padEnd(44)} ${((performance.now() - begun) / 1000).toFixed(2)} s`)
    }
    const status = page.locator('.lines-status')
    lines.push(name)
    await timed('first lines, nothing read before', async () => {
      await desk.query().fill(query)
      await expect(desk.lines().first()).toBeVisible({ timeout: 300_000 })
    })
    await timed('all lines', () => expect(status).toHaveText(complete, { timeout: 300_000 }))
    await timed('the same words again', async () => {
      await desk.query().fill(`${query} `)
      await desk.query().fill(query.slice(0, -1))
      await desk.query().fill(query)
      await expect(status).toHaveText(complete, { timeout: 300_000 })
    })
    await timed('sorted by the word on the left', async () => {
      await page.locator('.line-tools .tool').first().press('Enter')
      await page.getByRole('button', { name: 'L1', exact: true }).press('Enter')
      await page.keyboard.press('Escape')
      await expect(page.locator('.slot.rank-1').first()).toBeVisible({ timeout: 300_000 })
    })
    for (const [at, figures] of ['spread', 'collocates', 'words'].entries())
      await timed(figures, async () => {
        await page
          .locator('.panel-tabs [role="tab"]')
          .nth(at + 1)
          .click()
        const there =
          at === 0 ? '.chart-picture [data-mark]' : '.figure-rows tbody button:not([aria-disabled="true"])'
        await expect(page.locator(there).first()).toBeVisible({ timeout: 600_000 })
      })
    await app.close()
  })
