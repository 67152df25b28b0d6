import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launch } from '../fixtures'
import { dropped, scrollFrames, showEmptyList } from './scroll-frames'
import { row } from './statistics'
import { mustHold } from './work-done'
import { makeWorkProject } from './work-project'

/** A work of two thousand sentences in four versions, in the real app. */
const sentences = 2000
const lines: string[] = []
let folder: string

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-compare-bench-'))
})
test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  console.log(`\n${lines.join('\n')}\n`)
})

test('a long work opens and scrolls', async () => {
  test.setTimeout(600_000)
  const project = join(folder, 'work')
  await makeWorkProject(project, sentences)
  const { app, page, desk } = await launch(join(folder, 'data'))
  await desk.waitForLibrary()
  await desk.answerOpen(project)
  await page.keyboard.press('Control+o')
  const work = page.locator('.work', { hasText: 'A long work' }).first()
  await work.waitFor()
  const open = async (): Promise<number> => {
    await page.evaluate(() => {
      const times = { begun: 0, there: 0 }
      Reflect.set(window, 'benchTimes', times)
      const watch = new MutationObserver(() => {
        if (!document.querySelector('.compare-row')) return
        watch.disconnect()
        requestAnimationFrame(() => {
          times.there = performance.now()
        })
      })
      watch.observe(document.body, { childList: true, subtree: true })
      document.addEventListener('click', ({ timeStamp }) => Object.assign(times, { begun: timeStamp }), {
        capture: true,
        once: true
      })
    })
    await work.click()
    const took = await page.waitForFunction(
      () => {
        const { begun, there } = Reflect.get(window, 'benchTimes')
        return there > 0 ? there - begun : null
      },
      undefined,
      { timeout: 300_000 }
    )
    return (await took.jsonValue()) ?? Number.NaN
  }
  const first = await open()
  const opened: number[] = []
  for (let i = 0; i < 8; i++) {
    await desk.go('library')
    await desk.waitForLibrary()
    opened.push(await open())
  }
  lines.push(`${sentences} sentences in four versions`)
  lines.push(`  the first time, aligned on the way: ${(first / 1000).toFixed(1)} s`)
  lines.push(row('  again: click to rows in the page', opened, undefined, 'p95 200 ms'))
  const table = page.locator('.compare')
  await expect(page.locator('.compare-row').first().locator('.cell')).toHaveCount(4)
  await expect(page.locator('.compare-row :is(.parts-substituted, .parts-added)').first()).toBeVisible()
  await table.evaluate((frame) => frame.scrollTo(0, 0))
  const frames = await scrollFrames(table)
  mustHold(frames.length > 0, 'the comparison was scrolled')
  await table.evaluate((frame) => frame.scrollTo(0, 0))
  await desk.press('d')
  await expect(page.locator('.compare-row :is(.parts-substituted, .parts-added)')).toHaveCount(0)
  const plain = await scrollFrames(table)
  mustHold(plain.length > 0, 'the plain comparison was scrolled')
  // The floor: a list of as many rows with nothing in them, in the same window.
  const empty = await scrollFrames(await showEmptyList(page, sentences, 120))
  mustHold(empty.length > 0, 'the empty list was scrolled')
  lines.push(row('  frames while scrolling an empty list', empty))
  lines.push(`  frames dropped: ${dropped(empty)} of ${empty.length}`)
  lines.push(row('  … the comparison with its differences', frames, empty))
  lines.push(`  frames dropped: ${dropped(frames)} of ${frames.length}  (bar: as the empty list)`)
  lines.push(row('  … without differences', plain, empty))
  lines.push(`  frames dropped: ${dropped(plain)} of ${plain.length}  (bar: as the empty list)`)
  await app.close()
})
