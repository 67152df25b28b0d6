import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@playwright/test'
import { launch } from '../fixtures'
import { makeBookProject } from './book-project'
import { row } from './statistics'
import { type Took, timeUntil } from './time-until'
import { annotationsIn, mustHold } from './work-done'

/** A whole book in the real app: disk, IPC and every panel included. */
const lines: string[] = []
let folder: string

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-book-bench-'))
})
test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  console.log(`\n${lines.join('\n')}\n`)
})

function say(name: string, took: readonly Took[], bar: string): void {
  lines.push(
    row(
      name,
      took.map((each) => each.there),
      undefined,
      bar
    )
  )
  lines.push(
    row(
      '    … painted, the wait for the frame included',
      took.map((each) => each.painted)
    )
  )
}

for (const [words, highlights, bar] of [
  [200_000, 5_000, '120 ms'],
  [1_200_000, 20_000, '400 ms']
] as const) {
  test(`a book of ${words} words in the app`, async () => {
    test.setTimeout(900_000)
    const project = join(folder, `book-${words}`)
    await makeBookProject(project, words, highlights)
    const made = await annotationsIn(project)
    mustHold(made > highlights * 0.9, `a book of ${highlights} highlights: ${made}`)
    const { app, page, desk } = await launch(join(folder, `data-${words}`))
    await desk.waitForLibrary()
    await desk.answerOpen(project)
    await page.keyboard.press('Control+o')
    await desk.document('A book').waitFor()
    const opened: Took[] = []
    for (let i = 0; i < 8; i++) {
      opened.push(
        await timeUntil(page, 'click', '.text .block', () => desk.document('A book').first().click())
      )
      await page.locator('.lanes .lane').first().waitFor()
      if (i === 7) break
      await desk.go('library')
      await desk.waitForLibrary()
    }
    lines.push(`${words} words, ${highlights} highlights, in the app`)
    say('  click in the library to interactive, the first time', opened.slice(0, 1), bar)
    say('  … and coming back', opened.slice(1), bar)

    const bars: Took[] = []
    const added: Took[] = []
    const chosen: Took[] = []
    for (let i = 0; i < 30; i++) {
      await desk.press('Control+ArrowDown', 'Control+ArrowDown', 'ArrowRight')
      bars.push(await timeUntil(page, 'keydown', '.selection-bar', () => page.keyboard.press('w')))
      const before = await page.evaluate(() => document.querySelectorAll('.card.on').length)
      if (before > 0) throw new Error('something is active already')
      added.push(await timeUntil(page, 'keydown', '.mark.active', () => page.keyboard.press('1')))
      await desk.press('Escape')
      await page.locator('.mark.active').first().waitFor({ state: 'detached' })
    }
    for (let i = 0; i < 10; i++) {
      const nested = page.locator('.mark .mark').nth(i)
      await nested.scrollIntoViewIfNeeded()
      chosen.push(await timeUntil(page, 'mousedown', '.chooser', () => nested.click({ force: true })))
      await desk.press('Escape', 'Escape')
      await page.locator('.chooser').waitFor({ state: 'detached' })
    }
    say('  key to the bar beside the selection', bars, 'one frame')
    say('  key to highlight (IPC and disk included)', added, 'one frame')
    say('  press to the chooser', chosen, 'one frame')
    await app.close()
    mustHold(
      (await annotationsIn(project)) === made + added.length,
      `${added.length} highlights added to the ${made} on disk`
    )
  })

  test(`a book of ${words} words on which the pointer has rested`, async () => {
    test.setTimeout(300_000)
    // As it was left open by the test before: a new process, which has read nothing of it yet.
    const { app, page, desk } = await launch(join(folder, `data-${words}`))
    const title = desk.document('A book').first()
    await title.hover()
    const read = await page.evaluate(
      (id): Promise<unknown> => Reflect.get(window, 'variorum').call('document.prefetch', id),
      'dbook'
    )
    mustHold(String(read).includes('"ok":true'), 'the book was read beforehand')
    const took = await timeUntil(page, 'click', '.text .block', () => title.click())
    await page.locator('.lanes .lane').first().waitFor()
    say(`${words} words: click to interactive, the pointer having rested on it`, [took], bar)
    await app.close()
  })
}
