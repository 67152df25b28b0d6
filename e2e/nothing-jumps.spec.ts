import { expect, test } from './fixtures'

/** What stays where it is under a hand and an eye: the page, the list, what is selected. */
const text = 'Province Calls for a Running Start'

test('the page stands still where the next highlight is in sight', async ({ sample: { desk, page } }) => {
  await desk.openDocument(text)
  for (const words of ['golden season', 'every week']) {
    await desk.code(words, 'Sundry')
    await desk.press('Escape')
  }
  const scroller = page.locator('.reader-page')
  const top = () => scroller.evaluate((each) => Math.round(each.scrollTop))
  await desk.clickOn('golden season')
  const before = await top()
  await desk.press('j')
  await expect(desk.activeQuote()).toHaveText('every week')
  expect(await top()).toBe(before)
  await desk.press('k')
  await expect(desk.activeQuote()).toHaveText('golden season')
  expect(await top()).toBe(before)
  // Out of sight it is gone to.
  await scroller.evaluate((each) => each.scrollTo(0, 0))
  await desk.press('j')
  await expect(desk.activeQuote()).toHaveText('every week')
  await expect(desk.marks().filter({ hasText: 'every week' })).toBeInViewport()
})

test('the list of highlights does not slide from under the pointer', async ({ sample: { desk, page } }) => {
  await desk.openDocument(text)
  for (const words of ['golden season', 'decisions of', 'every week', 'Spring Festival', 'six pairs']) {
    await desk.code(words, 'Sundry')
    await desk.press('Escape')
  }
  const entries = page.locator('.brief-list button')
  await expect(entries).toHaveCount(5)
  const texts = await entries.allInnerTexts()
  const entry = entries.nth(3)
  const box = await entry.boundingBox()
  if (!box) throw new Error('no list')
  await page.mouse.click(box.x + 40, box.y + box.height / 2)
  await expect(desk.activeQuote()).toHaveText(texts[3]?.trim() ?? '')
  await expect(page.locator('.brief-list [aria-current="true"]')).toHaveText(texts[3]?.trim() ?? '')
  await expect(page.locator('.other-renderings')).toBeVisible()
  await expect.poll(async () => Math.round((await entry.boundingBox())?.y ?? 0)).toBe(Math.round(box.y))
  expect(await entries.allInnerTexts()).toEqual(texts)
  const above = await page.locator('.other-renderings').boundingBox()
  const list = await page.locator('.following').boundingBox()
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(list?.y ?? 0)
})

test('in the comparison a correction keeps selection, focus and an open memo', async ({
  sample: { app, desk, page }
}) => {
  await desk.openDocument(text)
  await desk.press('Control+Shift+c')
  await expect(desk.rows().first()).toBeVisible()
  await expect(page.locator('.parts').first()).toBeVisible()
  await desk.drag('golden season')
  await desk.press('h')
  await expect(desk.activeQuote()).toHaveText('golden season')

  // A correction from another window, while a memo is being written here.
  const other = app.waitForEvent('window')
  await desk.press('Control+n')
  const second = await other
  await second.locator('.open-document', { hasText: text }).first().click()
  await second.locator('.text').waitFor()
  await second.keyboard.press('Control+Shift+C')
  await second.locator('.compare-row').first().waitFor()

  await page.bringToFront()
  await desk.press('m')
  await expect(desk.memo()).toBeFocused()
  await page.keyboard.type('half a ')
  await second.keyboard.press('ArrowDown')
  await second.keyboard.press('ArrowDown')
  await second.keyboard.press('Alt+Enter')
  await expect(page.locator('.compare-row [aria-label="Corrected by hand"]').first()).toBeAttached()
  await expect(desk.memo()).toBeFocused()
  await page.keyboard.type('thought')
  await expect(desk.memo()).toHaveValue('half a thought')

  // One's own, and its undoing.
  await desk.press('Escape')
  await desk.drag('golden season')
  const byHand = page.locator('.compare-row [aria-label="Corrected by hand"]')
  const corrected = (await byHand.count()) + 1
  await desk.press('Alt+Enter')
  await expect(byHand).toHaveCount(corrected)
  await expect.poll(() => desk.selected()).toBe('golden season')
  await desk.press('Control+z')
  await expect(byHand).not.toHaveCount(corrected)
  await expect.poll(() => desk.selected()).toBe('golden season')
  await desk.press('v')
  await expect(page.locator('.card.on .chip:not(.add)')).toContainText(['golden season'])
})
