import { expect, test } from './fixtures'
import type { Desk } from './pages/desk'

const text = 'Province Calls for a Running Start'

async function openComparison(desk: Desk): Promise<void> {
  await desk.openDocument(text)
  await desk.press('Control+Shift+c')
  await expect(desk.rows().first()).toBeVisible()
  await expect(desk.page.locator('.parts').first()).toBeVisible()
}

test('texts on different events are said to be, and no confidence is named for them', async ({
  sample: { desk, page }
}) => {
  await desk.document(text).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Edit metadata…' }).click()
  await page.locator('.dialog input[name="event"]').fill('2018-12-07')
  await page.locator('.dialog-foot .primary').click()
  await expect(page.locator('.dialog')).toHaveCount(0)
  await openComparison(desk)
  await expect(page.locator('.unlike')).toContainText(
    'These texts report different events: 2018-12-03, 2018-12-07'
  )
  await expect(page.locator('.compare-foot')).not.toContainText('confidence')
})

test('the comparison leaves its height to the rows, says what differs with what, and where one is', async ({
  sample: { desk, page }
}) => {
  await openComparison(desk)
  await desk.press('Control+Shift+b')
  await test.step('the controls take a tenth of the window', async () => {
    const frame = await page.locator('.place-frame').boundingBox()
    const head = await page.locator('.compare-head').boundingBox()
    expect((head?.y ?? 0) - (frame?.y ?? 0)).toBeLessThanOrEqual(90)
    // And each of them stands in one line.
    const tops = await page
      .locator('.compare-bar > *')
      .evaluateAll((all) =>
        all.map((each) => each.getBoundingClientRect()).map(({ top, height }) => top + height / 2)
      )
    expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(14)
  })

  await test.step('a sign says what is at odds, and with which version', async () => {
    const name = page.locator('.parts-name').filter({ hasText: 'Dynasty' }).first()
    await expect(name).toHaveAttribute('title', /Dynasty: .+ (has|does not have)/)
  })

  await test.step('the foot names the row that is chosen', async () => {
    await desk.rows().nth(4).locator('.slot').nth(1).click()
    await expect(page.locator('.compare-foot')).toContainText('Row 5 of')
  })

  await test.step('a row has a menu', async () => {
    await desk.rows().nth(4).locator('.slot').nth(1).click({ button: 'right' })
    await expect(page.getByRole('menuitem').first()).toBeVisible()
    await desk.press('Escape')
  })
})

test('a sentence that is dragged is seen, and so is where it would land', async ({
  sample: { desk, page }
}) => {
  await openComparison(desk)
  await desk.rows().nth(1).hover()
  const grip = await desk.rows().nth(1).locator('.slot').nth(2).locator('.grip').first().boundingBox()
  const target = await desk.rows().nth(2).boundingBox()
  if (!grip || !target) throw new Error('the rows are not in sight')
  await page.mouse.move(grip.x + 5, grip.y + 6)
  await page.mouse.down()
  await page.mouse.move(grip.x + 20, grip.y + 40, { steps: 5 })
  await page.mouse.move(target.x + target.width / 2, target.y + 20, { steps: 5 })
  await page.mouse.move(target.x + target.width / 2 + 6, target.y + 24)
  await expect(page.locator('.compare-row.landing')).toHaveCount(1)
  await expect(desk.rows().nth(2)).toHaveClass(/landing/)
  await expect(page.locator('.whole-sentence.dragged')).toHaveCount(1)
  await page.mouse.up()
  await expect(page.locator('.landing, .dragged')).toHaveCount(0)
  await desk.press('Control+z')
})

test('where the panel of a highlight lies over the comparison, it is never over the highlight or the controls', async ({
  sample: { app, desk, page }
}) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await openComparison(desk)
  await expect(page.locator('.compare-head [role="columnheader"] b')).toHaveCount(3)
  const overlaps = async (words: string) => {
    const mark = await desk.marks().filter({ hasText: words }).first().boundingBox()
    const panel = await page.locator('aside').boundingBox()
    if (!mark || !panel) throw new Error('it is not there')
    return mark.x < panel.x + panel.width && panel.x < mark.x + mark.width
  }
  for (const words of ['golden season', 'winter key engineering promotion']) {
    await desk.drag(words)
    await desk.press('h')
    await expect(desk.activeQuote()).toHaveText(words)
    await expect.poll(() => overlaps(words)).toBe(false)
    await page.getByText('Running text', { exact: true }).click({ trial: true })
    await desk.press('Escape', 'Escape')
    await expect(page.locator('aside')).toBeHidden()
    // The next words stand in the version that had no room.
    await desk.press('>')
  }
})

test('the bar of a selection leads to the other renderings', async ({ sample: { desk, page } }) => {
  await desk.openDocument(text)
  await desk.drag('one main axis and six pairs')
  await page
    .locator('.selection-bar')
    .getByRole('button', { name: /Other renderings/ })
    .click()
  await expect(page.locator('.renderings-here dd').first()).toContainText('一主六双')
})

test('columns are never too narrow to read: where there is no room for all, the others are a key away', async ({
  sample: { app, desk, page }
}) => {
  const heads = page.locator('.compare-head [role="columnheader"] b')
  const cells = page.locator('.compare-row').first().locator('.slot')
  const resize = async (width: number, height: number) => {
    await app.evaluate(
      ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setContentSize(...wanted),
      [width, height] as [number, number]
    )
    await expect.poll(() => page.evaluate(() => Math.round(outerWidth))).toBeGreaterThanOrEqual(width)
  }
  await openComparison(desk)
  for (const [width, height, scale, columns] of [
    [1440, 900, 1, 3],
    [1280, 800, 1, 3],
    [900, 600, 1, 2],
    [1440, 900, 2, 2],
    [1440, 900, 0.8, 4]
  ] as const) {
    await resize(width, height)
    await desk.setAppearance('light', 'en', scale)
    await expect(heads).toHaveCount(columns)
    for (const cell of await cells.all())
      expect(
        await cell.evaluate((each) => each.clientWidth || each.getBoundingClientRect().width)
      ).toBeGreaterThan(205)
  }
  await resize(1440, 900)
  await desk.setAppearance('light', 'en', 1)

  await test.step('each of the others comes with a key, and all of them without the panel', async () => {
    await expect(heads).toHaveText(['Source', 'Official translation', 'Unofficial translation'])
    await desk.press('>')
    await expect(heads).toHaveText(['Official translation', 'Unofficial translation', 'Machine translation'])
    await desk.press('Control+Shift+b')
    await expect(heads).toHaveCount(4)
  })

  await test.step('the column with the selection stays when the panel takes its room', async () => {
    await desk.drag('winter key engineering promotion')
    await desk.press('Control+Shift+b')
    await expect(heads).toHaveText(['Official translation', 'Unofficial translation', 'Machine translation'])
    expect(await desk.selected()).toBe('winter key engineering promotion')
    await desk.press('h')
    await expect(desk.marks().filter({ hasText: 'winter key engineering promotion' })).toBeInViewport()
  })
})
