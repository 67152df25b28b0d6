import { expect, launch, test } from './fixtures'

const text = 'Province Calls for a Running Start'

test('words are found in a text, counted, gone through, by key and by pointer', async ({
  sample: { desk, page }
}) => {
  await desk.openDocument(text)
  await page.keyboard.press('Control+f')
  const field = page.locator('.find-bar input')
  const count = page.locator('.find-count')
  await field.fill('THE MEETING')
  await expect(count).toHaveText('1 of 2')
  await page.keyboard.press('Enter')
  await expect(count).toHaveText('2 of 2')
  await page.keyboard.press('Shift+Enter')
  await expect(count).toHaveText('1 of 2')
  const marked = () => page.evaluate(() => CSS.highlights.get('found')?.size ?? 0)
  await expect.poll(marked).toBe(2)
  await page.getByRole('button', { name: 'Match case' }).click()
  await expect(count).toHaveText('No match')
  await page.getByRole('button', { name: 'Match case' }).click()
  await field.fill('other')
  await expect(count).toHaveText('1 of 1')
  await field.fill('the')
  await expect(count).toHaveText(/of 1\d$/)
  const parts = Number((await count.textContent())?.split(' of ')[1])
  await page.getByRole('button', { name: 'Whole words' }).click()
  await expect.poll(async () => Number((await count.textContent())?.split(' of ')[1])).toBeLessThan(parts)
  await page.getByRole('button', { name: 'Next match' }).click()
  await expect(count).toHaveText(/^2 of/)
  await page.keyboard.press('Escape')
  await expect(field).toHaveCount(0)
  expect(await marked()).toBe(0)
})

test('one goes to a paragraph, by the outline, and back and forward', async ({ sample: { desk, page } }) => {
  await desk.openDocument(text)
  await desk.press('g')
  await page.getByLabel('¶').fill('5')
  await desk.press('Enter')
  await expect(page.locator('.foot')).toContainText('¶ 5 of 5')
  await expect(page.locator('.block[data-n="5"]')).toBeInViewport()
  await page.keyboard.press('Control+Shift+o')
  const outline = page.locator('.outline button')
  await expect(outline).toHaveCount(1)
  await outline.click()
  await expect(page.locator('.text .heading')).toBeInViewport()
  await desk.go('library')
  await page.keyboard.press('Control+[')
  await expect(desk.text()).toBeVisible()
  await page.keyboard.press('Control+[')
  await expect(page.locator('.block[data-n="5"]')).toBeInViewport()
  await page.keyboard.press('Control+]')
  await page.keyboard.press('Control+]')
  await desk.waitForLibrary()
})

test('the same by pointer: the bar has the tools, the foot leads to a paragraph', async ({
  sample: { desk, page }
}) => {
  await desk.openDocument(text)
  await page.locator('.block[data-n="1"]').click()
  await page.locator('.foot button', { hasText: '¶' }).click()
  await page.getByLabel('¶').fill('5')
  await page.getByRole('button', { name: 'Go to a paragraph' }).click()
  await expect(page.locator('.block[data-n="5"]')).toBeInViewport()
  await page.getByRole('button', { name: 'Show or hide the outline' }).click()
  await page.locator('.outline button').first().click()
  await expect(page.locator('.text .heading')).toBeInViewport()
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(page.locator('.block[data-n="5"]')).toBeInViewport()
  await page.getByRole('button', { name: 'Forward', exact: true }).click()
  await expect(page.locator('.text .heading')).toBeInViewport()
  await page.getByRole('button', { name: 'Find in this text' }).click()
  await expect(page.locator('.find-bar input')).toBeFocused()
  await page.getByRole('button', { name: 'Close the search' }).click()
  await page.getByRole('button', { name: 'Coding mode' }).click()
  await page.locator('.coding-key').first().click()
  await expect(desk.marks()).toHaveCount(1)
  await page.locator('.coding-bar').getByRole('button', { name: 'Close' }).click()
  await desk.drag('golden season')
  await page.getByRole('button', { name: 'In vivo' }).click()
  await expect(page.locator('.card.on .chip:not(.add)')).toHaveText(['golden season'])
})

test('the place in a text, and how texts are set, are there again tomorrow', async ({ usedData: data }) => {
  const first = await launch(data)
  await first.desk.waitForLibrary()
  await first.desk.openDocument(text)
  await first.desk.press('g')
  await first.page.getByLabel('¶').fill('4')
  await first.desk.press('Enter')
  await expect(first.page.locator('.block[data-n="4"]')).toBeInViewport()
  await first.page.getByRole('button', { name: 'Appearance and language' }).click()
  await first.page.getByLabel('Type size').focus()
  for (let i = 0; i < 6; i++) await first.desk.press('ArrowRight')
  await expect
    .poll(() =>
      first.page.evaluate(() => getComputedStyle(document.querySelector('.text') ?? document.body).fontSize)
    )
    .toBe('24px')
  await first.page.getByText('Narrow').click()
  await first.page.getByLabel('Justified').check()
  await first.page.getByText('Sans serif').click()
  await first.desk.press('Escape')
  await expect(first.page.locator('.block[data-n="4"]')).toBeInViewport()
  await first.desk.go('library')
  await first.desk.waitForLibrary()
  await first.app.close()

  const again = await launch(data)
  await again.desk.waitForLibrary()
  await again.desk.openDocument(text)
  await expect(again.page.locator('.block[data-n="4"]')).toBeInViewport()
  const style = await again.page.evaluate(() => {
    const { fontSize, textAlign, fontFamily } = getComputedStyle(
      document.querySelector('.text') ?? document.body
    )
    return { fontSize, textAlign, sans: fontFamily.startsWith('"Inter') }
  })
  expect(style).toEqual({ fontSize: '24px', textAlign: 'justify', sans: true })
  await again.app.close()
})

test('the margin shows themes and memos beside their lines, the rail all highlights', async ({
  sample: { desk, page }
}) => {
  await desk.openDocument(text)
  await desk.code('golden season', 'Seasons')
  await page.keyboard.press('m')
  await desk.memo().fill('Also in the almanac')
  await page.keyboard.press('Escape')
  await expect(page.locator('.lane-note p')).toHaveText('Also in the almanac')
  await expect(page.locator('.lane-note span')).toHaveText('Seasons')
  const rail = page.locator('.minimap')
  const painted = () =>
    rail.evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return 0
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {
        data: []
      }
      return data.filter((value, index) => index % 4 === 3 && value > 0).length
    })
  await expect.poll(painted).toBeGreaterThan(0)
  const box = await rail.boundingBox()
  if (!box) throw new Error('no rail')
  await page.mouse.click(box.x + 5, box.y + box.height - 4)
  await expect(page.locator('.block[data-n="5"]')).toBeInViewport()
})

test('a whole text is printed with its highlights and without the desk', async ({
  sample: { app, desk, page }
}) => {
  await desk.openDocument(text)
  await desk.code('golden season', 'Seasons')
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.side')).toBeHidden()
  await expect(page.locator('.minimap')).toBeHidden()
  await expect(page.locator('.block[data-n="5"]')).toBeVisible()
  await expect(desk.marks().first()).toBeVisible()
  const bytes = await app.evaluate(async ({ BrowserWindow }) => {
    const pdf = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ printBackground: true })
    return pdf?.length ?? 0
  })
  expect(bytes).toBeGreaterThan(10_000)
  await page.emulateMedia({ media: null })
})
