import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import type { Desk } from './pages/desk'

/** What keys act on: the selection, else the highlight at the caret, else nothing; and then they say what they need. */
const text = 'Province Calls for a Running Start'

/** What is marked as selected while the focus is somewhere else. */
function keptSelection(page: Page): Promise<string> {
  return page.evaluate(() => [...(CSS.highlights.get('kept-selection') ?? [])].map(String).join('|'))
}

/** Selects words by a click and keys alone. */
async function selectWord(desk: Desk, words: string): Promise<void> {
  await desk.clickOn(words)
  await desk.press('w')
  await expect.poll(() => desk.selected()).not.toBe('')
}

async function importAlone(desk: Desk, data: string): Promise<void> {
  const file = join(data, 'alone.md')
  await writeFile(
    file,
    '# A note on boats\n\nThe trawler left the harbour at dawn. It came back late.\n\nNobody saw it.\n'
  )
  await desk.drop(file)
  await desk.page.locator('.dialog-foot .primary').click()
  await desk.text().filter({ hasText: 'trawler' }).waitFor()
}

test('a highlight that was undone can be made again on the same words', async ({
  sample: { desk, page }
}) => {
  await desk.openDocument(text)
  await desk.drag('golden season')
  await desk.press('h')
  await expect(page.locator('.handle')).toHaveCount(2)
  await desk.press('Control+z')
  await expect(desk.marks()).toHaveCount(0)
  await expect(page.locator('.handle')).toHaveCount(0)
  await desk.drag('golden season')
  await desk.press('h')
  await expect(desk.marks()).toHaveText('golden season')
  await expect(page.locator('.lane')).toHaveCount(1)
  await expect(desk.activeQuote()).toHaveText('golden season')
  await expect(page.locator('.toast.error')).toHaveCount(0)

  // The same with the keyboard alone.
  await desk.press('Control+z')
  await expect(desk.marks()).toHaveCount(0)
  await selectWord(desk, 'stockpiling')
  await desk.press('h', 'Control+z')
  await expect(desk.marks()).toHaveCount(0)
  await selectWord(desk, 'stockpiling')
  await desk.press('h')
  await expect(desk.activeQuote()).toHaveText('stockpiling')
  await expect(page.locator('.toast.error')).toHaveCount(0)
})

test('after an undo the picker opens on the same words, and what is typed goes into it', async ({
  sample: { desk, page }
}) => {
  await desk.openDocument(text)
  await desk.drag('golden season')
  await desk.press('h')
  await expect(page.locator('.handle')).toHaveCount(2)
  await desk.press('Control+z')
  await expect(desk.marks()).toHaveCount(0)
  await desk.drag('golden season')
  await page.keyboard.type('/Harvest')
  await expect(desk.picker()).toHaveValue('Harvest')
  await desk.press('Enter')
  await expect(page.locator('.card.on .chip:not(.add)')).toHaveText(['Harvest'])
  await expect(desk.marks()).toHaveText('golden season')
})

test('Delete takes one highlight, however long it is held, and the toast brings it back', async ({
  sample: { desk, page }
}) => {
  await desk.openDocument(text)
  for (const words of ['golden season', 'decisions of', 'every week']) {
    await desk.code(words, 'Sundry')
    await desk.press('Escape')
  }
  await desk.clickOn('golden season')
  await expect(desk.activeQuote()).toHaveText('golden season')
  await page.keyboard.down('Delete')
  await expect(desk.marks()).toHaveCount(2)
  for (let held = 0; held < 8; held++) await page.keyboard.down('Delete')
  await page.keyboard.up('Delete')
  await expect(desk.toast().last()).toContainText('Highlight deleted')
  await expect(page.locator('.card.on')).toHaveCount(0)
  await expect(page.locator('.handle')).toHaveCount(0)
  await desk.press('Delete')
  await expect(desk.toast().last()).toContainText('No highlight at the caret')
  await expect(desk.marks()).toHaveCount(2)
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click()
  await expect(desk.marks()).toHaveCount(3)
  await expect(desk.activeQuote()).toHaveText('golden season')
})

test('Delete on the inner of two highlights leaves the outer alone', async ({ sample: { desk, page } }) => {
  await desk.openDocument(text)
  await desk.code('golden season for stockpiling', 'Outer')
  await desk.press('Escape')
  await desk.code('season for', 'Inner')
  await expect(desk.activeQuote()).toHaveText('season for')
  await desk.press('Delete')
  await expect(page.locator('.lane')).toHaveCount(1)
  await desk.press('Delete')
  await expect(desk.toast().last()).toContainText('No highlight is selected')
  await expect(page.locator('.lane')).toHaveCount(1)
})

test('keys act on the highlight at the caret, and its card stands first', async ({
  sample: { desk, page }
}) => {
  await desk.openDocument(text)
  await desk.code('stockpiling', 'Later')
  await desk.press('Escape')
  await desk.code('golden', 'Earlier')
  await desk.press('Escape')
  await desk.clickOn('stockpiling')
  await expect(desk.activeQuote()).toHaveText('stockpiling')
  await desk.press('Control+ArrowLeft', 'Control+ArrowLeft', 'Control+ArrowLeft', 'Control+ArrowLeft')
  await expect(desk.quotes().first()).toHaveText('golden')
  await expect(desk.activeQuote()).toHaveText('golden')
  await desk.press('m')
  await expect(desk.memo()).toBeFocused()
  await page.keyboard.type('on the gold')
  await desk.press('Escape')
  await expect(page.locator('.card.on .memo')).toHaveValue('on the gold')
  await expect(page.locator('.card.on .quote')).toHaveText('golden')
  // j moves the caret along, so that what comes next begins there.
  await desk.press('j')
  await expect(desk.activeQuote()).toHaveText('stockpiling')
  await desk.press('ArrowRight')
  await expect(desk.activeQuote()).toHaveText('stockpiling')
})

test('what is typed after m goes into the memo, however fast', async ({ sample: { desk, page } }) => {
  await desk.openDocument(text)
  await desk.drag('golden season')
  await page.keyboard.type('mxthe best time')
  await expect(desk.memo()).toHaveValue('xthe best time')
  await expect(page.locator('.text .furniture')).toHaveCount(
    await page.evaluate(() => document.querySelectorAll('.text .furniture').length)
  )
  await expect(desk.marks()).toHaveText('golden season')
})

test('handles follow the end that was dragged', async ({ sample: { desk, page } }) => {
  await desk.openDocument(text)
  await desk.drag('golden season')
  await desk.press('h')
  const handle = page.locator('.handle.at-end')
  await expect(handle).toHaveCount(1)
  const from = await handle.boundingBox()
  const point = await desk.pointOf('stockpiling')
  if (!from) throw new Error('no handle')
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(point.x, point.y, { steps: 5 })
  const during = await handle.boundingBox()
  expect(Math.abs((during?.x ?? 0) - point.x)).toBeLessThan(20)
  await page.mouse.up()
  await expect(desk.activeQuote()).toHaveText(/^golden season for stock/)
  await expect.poll(async () => Math.abs(((await handle.boundingBox())?.x ?? 0) - point.x)).toBeLessThan(20)
  await desk.press('Control+z')
  await expect(desk.activeQuote()).toHaveText('golden season')
  await expect.poll(async () => Math.round((await handle.boundingBox())?.x ?? 0)).toBe(Math.round(from.x))
})

test('Escape leaves what was found selected, ready for a highlight', async ({ sample: { desk, page } }) => {
  await desk.openDocument(text)
  await desk.press('Control+f')
  await expect(page.locator('.find-bar input')).toBeFocused()
  // Typed on without a pause: Enter and Escape mean what was typed, not what was found of its beginning.
  await page.keyboard.type('spring festival')
  await desk.press('Enter', 'Escape')
  await expect(page.locator('.find-bar')).toHaveCount(0)
  await expect.poll(() => desk.selected()).toBe('Spring Festival')
  await desk.press('w')
  await expect.poll(() => desk.selected()).toBe('Spring')
  // Opened once more it looks for the same words, from the selection on.
  await desk.press('Control+f')
  await expect(page.locator('.find-count')).toHaveText('2 of 2')
  await desk.press('F3')
  await expect(page.locator('.find-count')).toHaveText('1 of 2')
  await desk.press('Escape')
  await expect.poll(() => desk.selected()).toBe('Spring Festival')
  await desk.press('h')
  await expect(desk.marks()).toHaveText(/^Spring.Festival$/)
})

test('the selection stays in sight while a theme is chosen', async ({ sample: { desk, page } }) => {
  await desk.openDocument(text)
  await desk.drag('golden season')
  await desk.press('/')
  await expect(desk.picker()).toBeFocused()
  await expect.poll(() => keptSelection(page)).toBe('golden season')
  await desk.press('Escape')
  await expect.poll(() => keptSelection(page)).toBe('')
  expect(await desk.selected()).toBe('golden season')

  await desk.press('Control+Shift+c')
  await expect(desk.rows().first()).toBeVisible()
  await desk.drag('golden season')
  await desk.press('/')
  await expect(desk.picker()).toBeFocused()
  await expect.poll(() => keptSelection(page)).toBe('golden season')
  await desk.press('Escape')
  await expect.poll(() => desk.selected()).toBe('golden season')
})

test('the words of a highlight are selected again by a drag that ends on its handle', async ({
  sample: { desk, page }
}) => {
  await desk.openDocument(text)
  await desk.drag('golden season for stockpiling')
  await desk.press('h')
  await expect(page.locator('.handle')).toHaveCount(2)
  await desk.drag('for stockpiling')
  expect(await desk.selected()).toBe('for stockpiling')
  // The same words once more, over themselves.
  await desk.drag('for stockpiling')
  await desk.press('h')
  await expect(desk.quotes()).toHaveText(['for stockpiling', 'golden season for stockpiling'])
})

test('without a selection the picker takes the sentence at the caret', async ({ sample: { desk, page } }) => {
  await desk.openDocument(text)
  await desk.clickOn('golden season')
  await page.keyboard.type('/Industry')
  await expect(desk.picker()).toHaveValue('Industry')
  expect(await keptSelection(page)).toMatch(/^Winter is no reason .*investors\.$/)
  await desk.press('Enter')
  await expect(page.locator('.card.on .quote')).toHaveText(/^Winter is no reason .*investors\.$/)
})

test('keys without an object say what they need, and change nothing', async ({
  sample: { desk, page },
  data
}) => {
  await importAlone(desk, data)
  const said = desk.toast().last()
  await desk.clickOn('trawler')
  await desk.press('h')
  await expect(said).toContainText('Select a passage first')
  await desk.press('Delete')
  await expect(said).toContainText('No highlight at the caret')
  for (const key of ['|', '&']) {
    await desk.press('w', 'Escape', key)
    await expect(said).toContainText('No highlight at the caret')
  }
  for (const key of ['1', '.', 'v', 'm', ']', 'Alt+1']) {
    await desk.press(key)
    await expect(said).toContainText('Select a passage, or put the caret in a highlight')
  }
  for (const key of ['j', 'k']) {
    await desk.press(key)
    await expect(said).toContainText('No further highlight')
  }
  for (const key of ['o', 'Control+Shift+c', 't']) {
    await desk.press('w', 'Escape')
    await desk.press(key)
    await expect(said).toContainText('This text has no other versions.')
  }
  await desk.press('w', 't')
  await expect(said).toContainText('This text has no other versions.')
  await expect(desk.marks()).toHaveCount(0)
  await expect(page.locator('.toast.error')).toHaveCount(0)
  // No key says the same thing twice over.
  expect(await desk.toast().count()).toBeLessThanOrEqual(4)

  await desk.press('Escape', 'x')
  await expect(said).toContainText('Paragraph marked as boilerplate')
  await expect(page.locator('.text .furniture')).toHaveCount(1)
  await said.getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('.text .furniture')).toHaveCount(0)
})

test('a held key moves, and neither codes nor makes anything twice', async ({ sample: { desk, page } }) => {
  await desk.openDocument(text)
  await desk.press('Control+ArrowDown', 'Control+ArrowDown', 'c')
  await expect.poll(() => desk.selected()).toMatch(/^On December 3/)
  for (let held = 0; held < 4; held++) await page.keyboard.down('1')
  await page.keyboard.up('1')
  await expect.poll(() => desk.selected()).toMatch(/^The meeting conveyed/)
  await expect(page.locator('.lane')).toHaveCount(1)
  for (let held = 0; held < 3; held++) await page.keyboard.down('Space')
  await page.keyboard.up('Space')
  await expect.poll(() => desk.selected()).toMatch(/^Every county/)
  await desk.press('Escape', 'Control+Home')
  await page.keyboard.down('Shift')
  for (let held = 0; held < 5; held++) await page.keyboard.down('ArrowRight')
  await page.keyboard.up('ArrowRight')
  await page.keyboard.up('Shift')
  expect((await desk.selected()).length).toBe(5)
})

test('an arrow key leaves a selection at the side it points to', async ({ sample: { desk } }) => {
  await desk.openDocument(text)
  await desk.clickOn('golden', 2)
  await desk.press('ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowRight')
  expect(await desk.selected()).toBe('go')
  await desk.clickOn('golden', 2)
  await desk.press('ArrowRight', 'Shift+ArrowLeft', 'Shift+ArrowLeft')
  expect(await desk.selected()).toBe('en')
  // Between two sentences there is no word: the next one is taken.
  await desk.clickOn('golden', 3)
  await desk.press('ArrowRight', 'w')
  expect(await desk.selected()).toMatch(/^\w+$/)
})

test('two keys in quick succession each act on what is there by then', async ({ sample: { desk, page } }) => {
  await desk.openDocument(text)
  await desk.drag('golden season')
  // One call, so that no key waits for the app: theme, on to the next word, another theme.
  await page.keyboard.type('1w2')
  await expect(page.locator('.lane')).toHaveCount(2)
  await expect(desk.quotes()).toHaveText(['season', 'golden season'])
})
