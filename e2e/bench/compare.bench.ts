import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launch } from '../fixtures'
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
  lines.push(row('  again: click to rows in the page', opened, undefined, '300 ms'))
  const scroll = () =>
    page.evaluate(
      () =>
        new Promise<number[]>((done) => {
          const frame = document.querySelector('.compare')
          const gaps: number[] = []
          let last = performance.now()
          const from = frame?.scrollTop ?? 0
          const step = () => {
            const now = performance.now()
            gaps.push(now - last)
            last = now
            frame?.scrollBy(0, 180)
            if (gaps.length < 200) requestAnimationFrame(step)
            else done((frame?.scrollTop ?? 0) > from ? gaps.slice(1) : [])
          }
          requestAnimationFrame(step)
        })
    )
  await expect(page.locator('.compare-row').first().locator('.cell')).toHaveCount(4)
  await expect(page.locator('.compare-row :is(.parts-substituted, .parts-added)').first()).toBeVisible()
  const frames = await scroll()
  mustHold(frames.length > 0, 'the comparison was scrolled')
  lines.push(row('  frames while scrolling 200 frames of 180 px', frames, undefined, '16.7 ms'))
  lines.push(`  frames dropped: ${frames.filter((gap) => gap > 25).length} of ${frames.length}`)
  await page.locator('.compare').evaluate((frame) => frame.scrollTo(0, 0))
  await desk.press('d')
  await expect(page.locator('.compare-row :is(.parts-substituted, .parts-added)')).toHaveCount(0)
  const plain = await scroll()
  mustHold(plain.length > 0, 'the plain comparison was scrolled')
  lines.push(row('  … without differences', plain))
  lines.push(`  frames dropped: ${plain.filter((gap) => gap > 25).length} of ${plain.length}`)
  await app.close()
})
