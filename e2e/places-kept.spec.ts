import { expect, test } from './fixtures'

/** What stands at the top of the text, in any width of the window; and what lists do not do while one works in them. */
const text = 'One Month into the'

test('the line at the top stays at the top in a wider and in a narrower window', async ({
  sample: { app, desk, page }
}) => {
  const size = async (width: number, height: number) => {
    await app.evaluate(
      ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setContentSize(...wanted),
      [width, height] as [number, number]
    )
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width)
  }
  await size(900, 600)
  await desk.openDocument(text)
  const scroller = page.locator('.reader-page')
  await scroller.evaluate((each) => each.scrollTo(0, 330))
  /** The words that begin at the top of the text. */
  const top = () =>
    scroller.evaluate((each) => {
      const { top: edge } = each.getBoundingClientRect()
      const box = document.querySelector('.text')?.getBoundingClientRect()
      const at = document.caretRangeFromPoint((box?.left ?? 0) + (box?.width ?? 0) / 2, edge + 12)
      const all = document.querySelector('.text')?.textContent ?? ''
      const before = document.createRange()
      before.setStart(document.querySelector('.text') ?? document.body, 0)
      if (at) before.setEnd(at.startContainer, at.startOffset)
      return { offset: before.toString().length, length: all.length }
    })
  await expect.poll(async () => (await top()).offset).toBeGreaterThan(120)
  const before = await top()
  // A line holds fewer characters than this.
  const line = 110
  for (const [width, height] of [
    [1920, 1080],
    [1280, 800],
    [900, 600]
  ] as const) {
    await size(width, height)
    await expect.poll(async () => Math.abs((await top()).offset - before.offset)).toBeLessThan(line)
  }
})

test('ticking an annotation does not move the list', async ({ sample: { desk, page } }) => {
  await desk.openDocument(text)
  await desk.code('37,000 services', 'Figures')
  await desk.go('annotations')
  const entry = page.locator('.annotation-list li').first()
  const before = await entry.boundingBox()
  await entry.locator('input[type="checkbox"]').check()
  await expect(page.locator('.recode-bar')).toBeVisible()
  expect(await entry.boundingBox()).toEqual(before)
})

test('the list of links opens at the line that is written in, and a memo does not move between Write and Read', async ({
  sample: { desk, page }
}) => {
  await desk.go('memos')
  await page.locator('.place-tools .button').first().click()
  await page.locator('.memo-editor [name="title"]').fill('A note')
  const field = page.locator('.memo-editor textarea')
  await field.click()
  await page.keyboard.type('See [[one vis')
  const list = page.locator('.link-list')
  await expect(list.locator('[role="option"]').first()).toBeVisible()
  const [box, shown] = [await field.boundingBox(), await list.boundingBox()]
  const below = (shown?.y ?? 0) - (box?.y ?? 0)
  expect(below).toBeLessThan(50)
  // The line itself is not covered.
  expect(below).toBeGreaterThan(20)
  await page.keyboard.press('Enter')
  const editor = page.locator('.memo-editor')
  const before = await editor.boundingBox()
  await editor.getByText('Read', { exact: true }).click()
  await expect(page.locator('.memo-editor .markdown')).toBeVisible()
  const after = await editor.boundingBox()
  expect([after?.x, after?.width]).toEqual([before?.x, before?.width])
})
