import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@playwright/test'
import { openProject } from '../../src/main/project/open'
import type { SimpleOperation } from '../../src/shared/operations/operation'
import { coder, makeFormula, makeRendering } from '../../src/shared/testing/sample-records'
import { launch } from '../fixtures'
import { makeBookProject } from './book-project'
import { dropped, scrollFrames } from './scroll-frames'
import { percentile, row } from './statistics'
import { timeUntil } from './time-until'
import { mustDo, mustHold } from './work-done'

/** What underlining formulae costs the reader: the same book opened and scrolled with and without it, in turn, in one window. */
const words = 200_000
const highlights = 1000
const rounds = 6
/** Each pair of these words stands some five hundred times in the book. */
const first = ['office', 'gate', 'river', 'port', 'window']
const second = ['desk', 'visit', 'stamp', 'ledger']

test('a book with and without underlined formulae', async () => {
  test.setTimeout(600_000)
  const home = await mkdtemp(join(tmpdir(), 'variorum-underlining-'))
  const project = join(home, 'book')
  await makeBookProject(project, words, highlights)
  const session = mustDo(await openProject(project), 'opening')
  const formulae = first.flatMap((one) =>
    second.map((other, at): SimpleOperation & { type: 'formula.add' } => ({
      type: 'formula.add',
      formula: makeFormula(`f${one}${other}`, [], [makeRendering(`r${one}${at}`, `${one} ${other}`)])
    }))
  )
  mustDo(await session.do({ type: 'batch', label: 'import', operations: formulae }, coder.id), 'formulae')
  await session.close()
  const { app, page, desk } = await launch(join(home, 'data'))
  await desk.waitForLibrary()
  await desk.answerOpen(project)
  await page.keyboard.press('Control+o')
  await desk.document('A book').waitFor()
  const underlined = () => page.evaluate(() => CSS.highlights.get('formula')?.size ?? 0)
  const opened = { on: [] as number[], off: [] as number[] }
  const gaps = { on: [] as number[], off: [] as number[] }
  for (let round = 0; round < rounds; round++)
    for (const kind of ['on', 'off'] as const) {
      const took = await timeUntil(page, 'click', '.text .block', () =>
        desk.document('A book').first().click()
      )
      opened[kind].push(took.there)
      if (kind === 'on') await page.waitForFunction(() => (CSS.highlights.get('formula')?.size ?? 0) > 0)
      const text = page.locator('.reader-page')
      await text.evaluate((each) => each.scrollTo(0, 0))
      const own = await scrollFrames(text)
      mustHold(own.length > 0, 'the text moved')
      gaps[kind].push(...own)
      mustHold((await underlined()) > 0 === (kind === 'on'), `underlined: ${kind}`)
      // The switch of the underlining, for the next round.
      await page.keyboard.press('Shift+F')
      await page.waitForFunction(
        (isOn) => (CSS.highlights.get('formula')?.size ?? 0) > 0 !== isOn,
        kind === 'on'
      )
      await desk.go('library')
      await desk.waitForLibrary()
    }
  const frames = (kind: 'on' | 'off') =>
    `  ${dropped(gaps[kind])} of ${gaps[kind].length} frames dropped, p95 ${percentile(gaps[kind], 0.95).toFixed(1)} ms`
  console.log(
    `\n${[
      `${words} words with ${formulae.length} formulae`,
      row('opened with underlining, against without', opened.on, opened.off, 'ratio 1'),
      row('frame to frame while scrolling', gaps.on, gaps.off, 'ratio 1'),
      `with:   ${frames('on')}`,
      `without:${frames('off')}`
    ].join('\n')}\n`
  )
  await app.close()
  await rm(home, { recursive: true, force: true })
})
