import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { crowd, crowdedText, longName, overlaps } from './crowded-project'
import { test as base, expect, sampleName } from './fixtures'

const test = base.extend({
  usedData: async ({ usedData }, use) => {
    await crowd(join(usedData, sampleName))
    await use(usedData)
  }
})

/** Whether something is cut off at its side: what it holds is wider than it. */
const isCut = (place: Locator) => place.evaluate((each) => each.scrollWidth > each.clientWidth + 1)

test('sixty themes, names of 175 signs and 84 highlights over one another burst nothing', async ({
  sample: { app, desk, page }
}) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600))
  const window = { width: 900, height: 600 }
  const within = async (place: Locator) => {
    const box = await place.boundingBox()
    if (!box) throw new Error('it is not there')
    expect(box.x).toBeGreaterThanOrEqual(0)
    expect(box.y).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width).toBeLessThanOrEqual(window.width)
    expect(box.y + box.height).toBeLessThanOrEqual(window.height)
  }

  await test.step('sidebar: texts and themes each have room, and a highlight with two themes of a branch counts once', async () => {
    for (const list of await page.locator('.side .tree').all())
      expect((await list.boundingBox())?.height ?? 0).toBeGreaterThan(80)
    const field = page.locator('.side [data-menu-theme]', { hasText: 'Field 1 of policy' }).locator('.number')
    await expect(field).toHaveText(`2 · ${overlaps}`)
  })

  await test.step('library: titles that begin alike are told apart', async () => {
    const names = page.locator('.open-document .name')
    await page.getByLabel('Filter the texts').fill('A notice on the further')
    await expect(names).toHaveCount(2)
    await expect(names.first()).toHaveText(/^….*\(No\. 46\)$/)
    await expect(names.last()).toHaveText(/^….*\(No\. 47\)$/)
    for (const name of await names.all())
      expect(await name.evaluate((each) => each.scrollHeight > each.clientHeight + 2)).toBe(false)
    await page.getByLabel('Filter the texts').fill('')
  })

  await test.step('reader: the chooser stays in the window and scrolls, by key to its last entry', async () => {
    await desk.openDocument(crowdedText)
    await desk.clickOn('no reason')
    const chooser = page.locator('.chooser')
    await within(chooser)
    await desk.press('End')
    const last = chooser.locator('[role="option"]').last()
    await expect(last).toBeFocused()
    await expect(last).toBeInViewport()
    await desk.press('Enter')
    await expect(page.locator('.card.on')).toBeVisible()
  })

  await test.step('reader: a card keeps to its panel', async () => {
    expect(await isCut(page.locator('aside'))).toBe(false)
    expect(await isCut(page.locator('.card.on'))).toBe(false)
    await within(page.locator('.card.on .chips').first())
  })

  await test.step('picker: each theme is told by its own name, not by those above it', async () => {
    await desk.press('Escape')
    await desk.drag('120 key projects')
    await desk.press('/')
    await page.keyboard.type('Question 3.2')
    const found = page.locator('.picker li')
    await expect(found.first()).toBeVisible()
    await within(page.locator('.picker'))
    for (const own of await page.locator('.picker .own', { hasText: /^Question/ }).all())
      expect(await isCut(own)).toBe(false)
    await desk.press('Escape', 'Escape')
  })

  await test.step('annotations: in the table the heads stay in sight, and are not covered', async () => {
    await desk.go('annotations')
    await page.getByText('Table', { exact: true }).click()
    const place = page.locator('.page[data-scroller]')
    await place.evaluate((each) => each.scrollTo(0, 900))
    const head = page.locator('.annotation-table th.quote button')
    const isOnTop = () =>
      head.evaluate((each) => {
        const box = each.getBoundingClientRect()
        return each.contains(document.elementFromPoint(box.left + 4, box.top + box.height / 2))
      })
    await expect.poll(isOnTop).toBe(true)
    await page.locator('.annotation-table tbody input').nth(30).check()
    for (const choice of await page.locator('.recode-bar select').all())
      expect((await choice.boundingBox())?.width ?? 0).toBeGreaterThan(85)
    await page.getByText('None', { exact: true }).click()
    await page.getByText('Cards', { exact: true }).click()
  })

  await test.step('themes: in a narrow place too a name has more than a word to a line', async () => {
    await desk.go('themes')
    const item = page.locator('.codebook-item', { hasText: longName }).last()
    expect((await item.boundingBox())?.width ?? 0).toBeGreaterThan(200)
  })
})

test('what is to be coded is listed, however much it is', async ({ sample: { desk, page } }) => {
  await desk.press('Control+Shift+a')
  await page.locator('.dialog input').first().fill('e')
  await page.keyboard.press('Enter')
  await expect(page.locator('.autocode-preview [role="status"]')).toContainText(/^\d{4,} passages/)
  await expect(page.locator('.autocode-row').first()).toBeInViewport()
  await page.locator('.autocode-row input').first().uncheck()
  await expect(page.locator('.dialog-foot .primary')).toBeEnabled()
})

test('thirty annotations stand on a screen in compact lines, and no filter is cut in a small window', async ({
  sample: { app, desk, page }
}) => {
  const resize = async (width: number, height: number) => {
    await app.evaluate(
      ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setContentSize(...wanted),
      [width, height] as [number, number]
    )
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width)
  }
  const rows = page.locator('.annotation-table [data-annotation]')
  const whole = () =>
    rows.evaluateAll((all) => {
      const bottom = document.querySelector('.page[data-scroller]')?.getBoundingClientRect().bottom ?? 0
      return all.filter((each) => each.getBoundingClientRect().bottom <= bottom).length
    })
  await resize(1440, 900)
  await desk.go('annotations')
  await page.getByText('Compact', { exact: true }).click()
  await expect.poll(whole).toBeGreaterThanOrEqual(30)
  await page.reload()
  await desk.waitForLibrary()
  await desk.go('annotations')
  await expect.poll(whole).toBeGreaterThanOrEqual(30)
  await rows.nth(29).locator('input').check()
  await expect(page.locator('.recode-bar')).toContainText('1 selected')
  await rows.nth(29).locator('input').uncheck()

  await resize(900, 600)
  const cut = await page.locator('.annotation-filters select, .view-tools select').evaluateAll((all) =>
    all.flatMap((each) => {
      if (!(each instanceof HTMLSelectElement)) return []
      const pen = document.createElement('canvas').getContext('2d')
      const { font, paddingLeft, paddingRight } = getComputedStyle(each)
      if (pen) pen.font = font
      const words = each.selectedOptions[0]?.text ?? ''
      const room = each.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
      return (pen?.measureText(words).width ?? 0) > room + 1 ? [words] : []
    })
  )
  expect(cut).toEqual([])
})
