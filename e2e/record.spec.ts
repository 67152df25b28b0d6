import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures'

test('what the app proposed of a text says so until a person confirms it', async ({
  sample: { app, desk, page },
  data
}) => {
  const file = join(data, 'notice.txt')
  writeFileSync(file, '最多跑一次改革\n\n发布日期：2018-12-05\n\n第一章 总则。本条例自公布之日起施行。\n')
  await desk.drop(file)
  await page.locator('.dialog-foot .primary').click()
  await expect(desk.text()).toBeVisible()
  await desk.go('library')
  const row = page.locator('.documents tr', { hasText: '最多跑一次改革' })
  await row.locator('.row-actions button').first().click()
  const dialog = page.locator('.dialog')
  const proposed = dialog.locator('.proposed')
  const before = await proposed.count()
  expect(before).toBeGreaterThan(1)
  // Pressed, it is confirmed; changed, it is said by whoever changed it.
  await proposed.first().focus()
  await page.keyboard.press('Enter')
  await expect(proposed).toHaveCount(before - 1)
  await dialog.locator('input[name="published"]').fill('2018-12')
  await expect(proposed).toHaveCount(before - 2)
  await dialog.locator('input[name="author"]').fill('Clerk, Anna; 省政府办公厅')
  await dialog.locator('.record-fields summary').click()
  await dialog.getByLabel('Original title').fill('Running only once')
  await dialog.getByLabel('Accessed').fill('2026-11-28')
  await page.keyboard.press('Tab')
  await dialog.locator('.primary').click()
  await expect(dialog).toHaveCount(0)
  await row.locator('.row-actions button').first().click()
  await expect(proposed).toHaveCount(before - 2)
  await expect(dialog.locator('input[name="author"]')).toHaveValue('Clerk, Anna; 省政府办公厅')
  await dialog.locator('.record-fields summary').click()
  await expect(dialog.getByLabel('Accessed')).toHaveValue('2026-11-28')
  expect(app.windows()).toHaveLength(1)
})

test('an attribute has a type in the whole project, and tells what does not fit it', async ({
  sample: { page }
}) => {
  await page.locator('.documents .row-actions button').first().click()
  const attributes = page.locator('.attributes')
  await attributes.locator('input').last().click()
  await page.keyboard.type('population')
  await page.keyboard.press('Enter')
  await page.keyboard.type('many')
  await attributes.getByLabel('Type of population').selectOption('number')
  await expect(attributes.locator('.field-error')).toBeVisible()
  await attributes.getByLabel('population', { exact: true }).fill('1200')
  await expect(attributes.locator('.field-error')).toHaveCount(0)
  await page.locator('.dialog .primary').click()
  await expect(page.locator('.dialog')).toHaveCount(0)
  await page.locator('.documents .row-actions button').first().click()
  await expect(attributes.getByLabel('Type of population')).toHaveValue('number')
  await expect(attributes.getByLabel('population', { exact: true })).toHaveValue('1200')
})

test("a theme that somebody else puts on a highlight is theirs, and the first one's stays", async ({
  sample: { desk, page }
}) => {
  await desk.openDocument('A Harvest Festival')
  await desk.code('giant panda of farmland', 'soil')
  const chips = desk.cards().first().locator('.chip:not(.add)')
  await expect(chips).toHaveCount(1)
  await page.locator('.foot button').last().click()
  const coders = page.locator('.dialog')
  await coders.locator('.inline-form input').fill('B. Reader')
  await page.keyboard.press('Enter')
  await expect(page.locator('.coders li')).toHaveCount(2)
  await expect(coders.locator('.inline-form input')).toHaveValue('')
  await page.keyboard.press('Escape')
  await expect(coders).toHaveCount(0)
  await desk.marks().first().click()
  await page.keyboard.press('1')
  await expect(chips).toHaveCount(2)
  await expect(chips.last()).toContainText('B. Reader')
  // The key pressed again takes away one's own alone.
  await page.keyboard.press('1')
  await expect(chips).toHaveCount(1)
  await expect(chips.first()).not.toContainText('B. Reader')
})
