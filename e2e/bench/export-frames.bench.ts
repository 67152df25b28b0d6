import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Page, test } from '@playwright/test'
import { launch } from '../fixtures'
import { makeBookProject } from './book-project'
import { dropped } from './scroll-frames'
import { annotationsIn, mustHold } from './work-done'

/** Frames of the real window while a large export is written, beside those of the same window with nothing to do. */
const lines: string[] = []
const highlights = 40_000
/** So long the window is watched with nothing to do, in milliseconds. */
const idleMs = 4000
/** What an export is followed for at most, in milliseconds. */
const longestMs = 240_000
let folder: string

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-export-frames-'))
})
test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  console.log(`\n${lines.join('\n')}\n`)
})

interface Watched {
  /** Whether what is watched is scrolled all the while, by a selector; it turns round at its end. */
  readonly scroller?: string
  /** Ends when a saved file has been told of; else after `ms`. */
  readonly untilSaved?: boolean
  readonly ms: number
}

/** The time from each frame to the next, in milliseconds. */
function frames(page: Page, watched: Watched): Promise<number[]> {
  return page.evaluate(
    ({ scroller, untilSaved, ms }) =>
      new Promise<number[]>((done) => {
        const gaps: number[] = []
        const begun = performance.now()
        const frame = scroller ? document.querySelector(scroller) : null
        let [last, step] = [begun, 60]
        const next = () => {
          const now = performance.now()
          gaps.push(now - last)
          last = now
          if (frame) {
            const before = frame.scrollTop
            frame.scrollBy(0, step)
            if (frame.scrollTop === before) step = -step
          }
          const isOver = untilSaved && document.querySelector('.toast') !== null
          if (isOver || now - begun > ms) done(gaps.slice(1))
          else requestAnimationFrame(next)
        }
        requestAnimationFrame(next)
      }),
    watched
  )
}

function say(name: string, gaps: readonly number[], idle: readonly number[]): void {
  const told = (each: readonly number[]) =>
    `${dropped(each)} of ${each.length} frames dropped, the longest took ${Math.max(...each).toFixed(0)} ms`
  lines.push(`${name.padEnd(36)} ${told(gaps)}  (idle: ${told(idle)})`)
}

test(`the window while ${highlights} excerpts are written`, async () => {
  test.setTimeout(900_000)
  const project = join(folder, 'book')
  await makeBookProject(project, 400_000, highlights)
  const made = await annotationsIn(project)
  mustHold(made > highlights * 0.9, `a book of ${highlights} highlights: ${made}`)
  const { app, page, desk } = await launch(join(folder, 'data'))
  await desk.waitForLibrary()
  await desk.answerOpen(project)
  await page.keyboard.press('Control+o')
  await desk.document('A book').waitFor()

  const save = async (format: string) => {
    const file = join(folder, `${Date.now()}.${format}`)
    await desk.answerSave(file)
    await page.locator('.export-save').click()
    return async () => mustHold((await stat(file)).size > highlights * 5, `${format} was written`)
  }
  const goToDesk = async (format: string) => {
    await desk.press('Control+e')
    await desk.exportAs(format)
    await page.locator('.export-save:enabled').waitFor()
    const closing = page.locator('.toast .icon-button')
    while ((await closing.count()) > 0) await closing.first().click()
  }
  for (const format of ['csv', 'docx']) {
    await goToDesk(format)
    const idle = await frames(page, { ms: idleMs })
    const wasWritten = await save(format)
    const gaps = await frames(page, { untilSaved: true, ms: longestMs })
    await wasWritten()
    say(`at the export desk, ${format}`, gaps, idle)
  }

  // Reading goes on meanwhile.
  await desk.go('library')
  await desk.document('A book').first().click()
  await page.locator('.text .block').first().waitFor()
  const scroller = '.reader-page[data-scroller]'
  mustHold((await page.locator(scroller).count()) === 1, 'the text scrolls')
  const idle = await frames(page, { scroller, ms: idleMs })
  await goToDesk('csv')
  const wasWritten = await save('csv')
  await desk.go('library')
  await desk.document('A book').first().click()
  await page.locator('.text .block').first().waitFor()
  mustHold((await page.locator('.toast').count()) === 0, 'the export is still written')
  const gaps = await frames(page, { scroller, untilSaved: true, ms: longestMs })
  await wasWritten()
  say('scrolling the book, csv', gaps, idle)
  await app.close()
})
