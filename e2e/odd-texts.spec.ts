import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Launched } from './fixtures'
import { expect, test } from './fixtures'

/** Imports a text of a test's own and opens it. */
async function read({ desk, page }: Launched, data: string, name: string, text: string): Promise<void> {
  const file = join(data, `${name}.txt`)
  await writeFile(file, text)
  await desk.drop(file)
  await page.locator('.dialog-foot .primary').click({ timeout: 60_000 })
  await desk.text().waitFor({ timeout: 60_000 })
  await page.locator('.lanes').waitFor({ state: 'attached' })
}

const quote = (page: Page) => page.locator('.card.on .quote')

test('a paragraph of a megabyte is read, searched and coded', async ({ sample, data }) => {
  const { desk, page } = sample
  const sentence = 'The clerk counts the forms of the day and writes the sum into the ledger. '
  const text = `${sentence.repeat(7000)}The heron stands in the reeds. ${sentence.repeat(7000)}`
  await read(sample, data, 'One paragraph', text)
  await page.keyboard.press('Control+f')
  await page.locator('.find-bar input').fill('heron')
  await expect(page.locator('.find-count')).toHaveText('1 of 1', { timeout: 20_000 })
  await page.getByRole('button', { name: 'Close the search' }).click()
  await desk.clickOn('heron', 2)
  expect(await desk.selected()).toBe('heron')
  await desk.press('s')
  expect(await desk.selected()).toBe('The heron stands in the reeds.')
  await desk.press('1')
  await expect(quote(page)).toHaveText('The heron stands in the reeds.')
  await expect(page.locator('.lane')).toHaveCount(1)
})

test('a hundred thousand paragraphs of one word are read and coded', async ({ sample, data }) => {
  test.setTimeout(180_000)
  const { desk, page } = sample
  const text = Array.from({ length: 100_000 }, (_, index) => `word${index}`).join('\n\n')
  await read(sample, data, 'Many paragraphs', text)
  await desk.press('g')
  await page.getByLabel('¶').fill('70001')
  await desk.press('Enter')
  const far = page.locator('.block', { hasText: /^word70000$/ })
  await expect(far).toBeInViewport()
  await expect(desk.text()).toBeFocused()
  await far.dblclick()
  await expect(page.locator('.selection-bar')).toBeVisible()
  await desk.press('1')
  // Asked in the page itself: among a hundred thousand paragraphs a locator is not found in time.
  await page.waitForFunction(() => document.querySelector('.card.on .quote')?.textContent === 'word70000')
  await desk.press('Escape', 'Control+Home')
  await expect(page.locator('.block', { hasText: /^word0$/ })).toBeInViewport()
  await desk.press('j')
  await expect(far).toBeInViewport()
})

test('right-to-left and mixed scripts, emoji, combining marks and what cannot be seen are coded whole', async ({
  sample,
  data
}) => {
  const { desk, page } = sample
  const text = [
    'המשרד מקבל את הטפסים ביום שני. The office takes the forms on Monday.',
    'The family 👩‍👩‍👧‍👦 waited; the cafe\u0301 was closed.',
    'Zero\u200bwidth and soft\u00adhyphen, then 一张表\u200b跑一次。'
  ].join('\n\n')
  await read(sample, data, 'Scripts', text)
  await desk.clickOn('הטפסים', 2)
  await desk.press('1')
  await expect(quote(page)).toHaveText('הטפסים')
  await desk.press('Escape')

  await desk.clickOn('waited', 2)
  for (let i = 0; i < 2; i++) await desk.press('Alt+[')
  await desk.press('2')
  await expect(quote(page)).toHaveText('👩‍👩‍👧‍👦 waited')
  await desk.press('Escape')

  await desk.clickOn('caf', 2)
  await desk.press('3')
  await expect(quote(page)).toHaveText('cafe\u0301')
  await desk.press('Alt+}')
  await expect(quote(page)).toHaveText('caf')
  await desk.press('Escape')

  await page.keyboard.press('Control+f')
  await page.locator('.find-bar input').fill('zerowidth and softhyphen')
  await expect(page.locator('.find-count')).toHaveText('1 of 1')
  await page.locator('.find-bar input').fill('一张表跑一次')
  await expect(page.locator('.find-count')).toHaveText('1 of 1')
})

test('two hundred highlights on one sentence, five hundred themes: each can still be reached', async ({
  sample: { desk, page }
}) => {
  test.setTimeout(120_000)
  await desk.openDocument('Province Calls for a Running Start')
  await page.evaluate(async () => {
    const call = async (method: string, input: unknown) => {
      const answer = await window.variorum.call(method, input)
      return JSON.parse(String(answer))
    }
    const start = await call('app.start', null)
    const { documents, themes, coder } = start.value.project
    const document = Object.values<{ id: string; title: string; revisions: { text: string }[] }>(
      documents
    ).find((each) => each.title.startsWith('Province Calls'))
    const blank = { description: '', inclusion: '', exclusion: '', example: '', parent: null }
    const operations: unknown[] = []
    const first = Object.keys(themes).length
    for (let i = 0; i < 500; i++)
      operations.push({
        type: 'theme.add',
        theme: { id: `tmany${i}`, name: `Theme number ${i}`, colour: '#2f7a82', ...blank },
        index: first + i
      })
    const read = await call('document.subscribe', { document: document?.id, known: null })
    const text = read.value.blocks.map((block: { text: string }) => block.text).join('\n')
    const from = text.indexOf('Winter is no reason')
    const now = new Date().toISOString()
    for (let i = 0; i < 200; i++) {
      const end = from + 20 + (i % 90)
      operations.push({
        type: 'annotation.add',
        annotation: {
          id: `amany${i}`,
          document: document?.id,
          coder,
          created: now,
          modified: now,
          selector: {
            revision: document?.revisions.at(-1)?.text,
            start: from,
            end,
            exact: text.slice(from, end),
            prefix: text.slice(from - 32, from),
            suffix: text.slice(end, end + 32)
          },
          proposal: null,
          codings: [{ theme: `tmany${i}`, coder, created: now }],
          quality: [],
          parallel: null,
          memo: ''
        }
      })
    }
    const done = await call('project.do', { type: 'batch', label: 'autocode', operations })
    if (!done.ok) throw new Error(JSON.stringify(done.error))
  })
  await expect(desk.marks().first()).toBeVisible()
  await expect(page.locator('.lane').first()).toBeVisible()
  const options = page.locator('.chooser [role="option"]')
  await desk.clickOn('no reason')
  await expect(options).toHaveCount(200)
  await desk.press('End', 'Enter')
  await expect(page.locator('.card.on .quote')).toContainText('Winter is no reason to stop work')
  await desk.press('/')
  await desk.picker().fill('number 417')
  await desk.press('Enter')
  await expect(page.locator('.card.on .chip:not(.add)')).toContainText(['Theme number 417'])
  await desk.go('themes')
  await expect(page.locator('.codebook-item')).toHaveCount(507)
  await page.locator('.codebook-item', { hasText: 'Theme number 417' }).click()
  await expect(page.locator('.theme-editor input').first()).toHaveValue('Theme number 417')
})
