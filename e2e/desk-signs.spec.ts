import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'

/** Signs and words of the desk that must not be misread: keys, colours, marks, names; and keys in the smaller fields. */
const text = 'Province Calls for a Running Start'

const colourOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((each) => getComputedStyle(each).backgroundColor)

test('the sidebar shows counts as counts: the keys of the places come under the pointer', async ({
  sample: { page }
}) => {
  const annotations = page.locator('.places button', { hasText: 'Annotations' })
  await page.mouse.move(700, 400)
  await expect(annotations.locator('kbd')).toBeHidden()
  await annotations.hover()
  await expect(annotations.locator('kbd')).toBeVisible()
  await expect(annotations).toHaveAttribute('title', /2/)
})

test('h gives the theme that the bar names; a click in the list leaves the page where it is', async ({
  sample: { desk, page }
}) => {
  await desk.openDocument(text)
  await desk.code('golden season', 'Seasons')
  await desk.press('Escape')
  await desk.drag('every week')
  await expect(page.locator('.selection-bar .bar-theme')).toHaveText('Seasons')
  await desk.press('h')
  await expect(desk.activeQuote()).toHaveText('every week')
  await expect(page.locator('.card.on .chip:not(.add)')).toHaveText(['Seasons'])
  await desk.press('Escape')

  const scroller = page.locator('.reader-page')
  await desk.clickOn('golden season')
  const top = await scroller.evaluate((each) => Math.round(each.scrollTop))
  await page.locator('.brief-list button', { hasText: 'every week' }).click()
  await expect(desk.activeQuote()).toHaveText('every week')
  expect(await scroller.evaluate((each) => Math.round(each.scrollTop))).toBe(top)
})

test('marks of a translation are told in the margin and under their name on the card', async ({
  sample: { desk, page }
}) => {
  await desk.openDocument(text)
  await desk.drag('six pairs')
  await desk.press('Alt+1')
  const marks = page.locator('.card.on .quality-marks')
  await expect(marks.locator('legend')).toBeVisible()
  await expect(marks.locator('legend')).toHaveText('Translation quality')
  const said = await marks.locator('.on').innerText()
  await expect(page.locator('.lane[data-marked]')).toHaveAttribute('title', new RegExp(said))
})

test('new themes have colours of their own, and the form shows them as the page does, in the dark too', async ({
  sample: { desk, page }
}) => {
  await desk.openDocument(text)
  for (const [words, theme] of [
    ['golden season', 'Industry'],
    ['every week', 'Rhythm'],
    ['six pairs', 'Pairs']
  ] as const) {
    await desk.code(words, theme)
    await desk.press('Escape')
  }
  await desk.setAppearance('dark')
  await desk.go('themes')
  await page.locator('.codebook-item').first().waitFor()
  const items = page.locator('.codebook-item')
  const colours = await items.evaluateAll((all) =>
    all.map((each) => {
      const dot = each.querySelector('.dot')
      return { name: each.textContent ?? '', colour: dot ? getComputedStyle(dot).backgroundColor : '' }
    })
  )
  // A theme of the sample has the colour of the one that it lies under; no new one has that of another.
  for (const name of ['Industry', 'Rhythm', 'Pairs']) {
    const own = colours.find((each) => each.name.includes(name))
    expect(colours.filter(({ colour }) => colour === own?.colour)).toEqual([own])
  }
  await page.locator('.codebook-item', { hasText: 'Rhythm' }).click()
  await page.locator('.swatch[data-selected]').waitFor()
  expect(await colourOf(page, '.swatch[data-selected]')).toBe(
    await page
      .locator('.codebook-item', { hasText: 'Rhythm' })
      .locator('.dot')
      .evaluate((each) => getComputedStyle(each).backgroundColor)
  )
})

test('a photo credit is labelled above its text, and does not read as the author', async ({
  sample: { desk, page }
}) => {
  await desk.document(text).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Edit metadata…' }).click()
  const dialog = page.locator('.dialog')
  await dialog.locator('[name="credit"]').click()
  await page.keyboard.type('Li Na')
  await dialog.locator('.primary').click()
  await expect(dialog).toHaveCount(0)
  await desk.openDocument(text)
  await expect(page.locator('.meta')).toContainText('Photo credit: Li Na')
})

test('gathering texts on different events says so, while they can still be left apart', async ({
  sample: { desk, page }
}) => {
  await desk.document(text).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Edit metadata…' }).click()
  await page.locator('.dialog [name="event"]').click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('2018-12-07')
  await page.locator('.dialog .primary').click()
  await expect(page.locator('.dialog')).toHaveCount(0)
  await page.getByRole('button', { name: 'Versions of Winter works meeting' }).click()
  await expect(page.locator('.dialog .unlike')).toContainText('different events')
  await expect(page.locator('.dialog .unlike')).toContainText('2018-12-07')
})

test('a memo has a menu under the right button, which opens and deletes it', async ({
  sample: { desk, page }
}) => {
  await desk.go('memos')
  await page.getByRole('button', { name: 'New memo' }).click()
  await expect(page.locator('.memo-editor [name="title"]')).toBeFocused()
  await page.keyboard.type('Why they count')
  const entries = page.locator('.memo-list [data-menu-memo]')
  await expect(page.locator('.memo-list strong')).toHaveText('Why they count')
  await entries.first().click({ button: 'right' })
  await page.getByRole('menuitem', { name: /^Delete/ }).click()
  await expect(entries).toHaveCount(0)
  await desk.press('Control+z')
  await expect(page.locator('.memo-list strong')).toHaveText('Why they count')
})

test('Enter goes on from each field of autocoding, and the history shows names, never ids', async ({
  sample: { desk, page }
}) => {
  await desk.openDocument(text)
  await desk.press('Control+Shift+a')
  await page.keyboard.type('Spring Festival')
  await desk.press('Enter')
  await expect(page.locator('.autocode-row')).toHaveCount(2)
  await page.getByLabel('With the theme').selectOption({ label: 'a new theme…' })
  await page.locator('.dialog input[type="text"], .dialog input:not([type])').last().click()
  await desk.press('Control+a')
  await page.keyboard.type('Feasts')
  await desk.press('Enter')
  await expect(page.locator('.dialog')).toHaveCount(0)
  await expect(desk.marks()).toHaveCount(2)

  await desk.marks().first().click()
  await desk.press('m')
  await expect(desk.memo()).toBeFocused()
  await page.keyboard.type('See [[feasts')
  await expect(page.locator('.link-list [role="option"]').first()).toContainText('Feasts')
  await desk.press('Enter', 'Escape')
  await desk.press('Control+Shift+h')
  const entries = page.locator('.history-entry')
  await expect(entries.first()).toContainText('Write memo on highlight')
  await expect(entries.first()).toContainText('See Feasts')
  for (const words of await entries.allInnerTexts()) expect(words).not.toMatch(/\[\[\w+:/)
})

test('the way in the bar is whole words in a small window, for a text with a long title', async ({
  sample: { app, desk, page }
}) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600))
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(900)
  await desk.openDocument('A Harvest Festival')
  const home = page.locator('.crumbs .home')
  if (await home.isVisible())
    expect(await home.evaluate((each) => each.scrollWidth <= each.clientWidth + 1)).toBe(true)
  const title = await page.locator('.crumbs h1').boundingBox()
  expect(title?.width ?? 0).toBeGreaterThan(60)
})

test('a second click on a theme keeps its form, and merging and splitting are named in words', async ({
  sample: { desk, page }
}) => {
  await desk.go('themes')
  const theme = page.locator('.codebook-item', { hasText: 'Exhortation' })
  for (let clicks = 0; clicks < 2; clicks++) {
    await theme.click()
    await expect(page.locator('.theme-editor [name="name"]')).toHaveValue('Exhortation')
  }
  for (const words of ['Merge into…', 'Split…'])
    await expect(page.getByText(words, { exact: true })).toBeVisible()
})

test('the bar of a selection at the left edge stays off the sidebar', async ({
  sample: { app, desk, page }
}) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1000, 700))
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1000)
  await desk.openDocument(text)
  await desk.drag('Winter is')
  const [bar, side] = [
    await page.locator('.selection-bar').boundingBox(),
    await page.locator('.side').boundingBox()
  ]
  expect(bar?.x ?? 0).toBeGreaterThanOrEqual((side?.x ?? 0) + (side?.width ?? 0))
})

test('the menu has what is done in a text, and says where there is none', async ({
  sample: { app, desk, page }
}) => {
  const choose = (label: string) =>
    app.evaluate(({ Menu }, wanted) => {
      const all = Menu.getApplicationMenu()?.items.flatMap((each) => each.submenu?.items ?? []) ?? []
      all.find((each) => each.label === wanted)?.click()
    }, label)
  await choose('Find in this text')
  await expect(desk.toast().last()).toContainText('Open a text first')
  await desk.openDocument(text)
  await choose('Find in this text')
  await expect(page.locator('.find-bar input')).toBeFocused()
  await desk.press('Escape')
  await choose('Compare the versions')
  await expect(desk.rows().first()).toBeVisible()
})
