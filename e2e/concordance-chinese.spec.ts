import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, launch, test } from './fixtures'
import { violations } from './pages/axe'

test('in Chinese and by key: search, sort, group by rendering, tick, code, chart, save, export, and all of it is there the next day', async ({
  usedData,
  ownApp: { app, desk, page, errors }
}) => {
  test.slow()
  await desk.setAppearance('light', 'zh-CN')
  await desk.go('concordance')
  await expect(desk.query()).toBeFocused()
  await page.keyboard.type('最多跑一次')
  await expect(desk.lines()).toHaveCount(5)

  // Names and formulae of the register are words: in the list of words, and beside a hit.
  await page.locator('.panel-tabs [role="tab"]').first().focus()
  await desk.press('ArrowRight', 'ArrowRight', 'ArrowRight')
  const words = page.locator('.figure-rows tbody button')
  await page.locator('.figure-choices select').nth(1).selectOption('zh')
  await page.locator('.figure-choices input').fill('最多')
  await expect(words.first()).toHaveText(/最多/)
  await page.locator('.figure-choices input').fill('')
  await expect.poll(() => words.count()).toBeGreaterThan(20)
  // One stop for Tab, and the arrow keys go to the last of hundreds.
  await page.locator('.figure-choices input').focus()
  await page.keyboard.press('Tab')
  await expect(words.first()).toBeFocused()
  await page.keyboard.press('End')
  const total = Number(await page.locator('.figure-rows table').getAttribute('aria-rowcount'))
  expect(total).toBeGreaterThan(300)
  await expect(page.locator(`.figure-rows [data-at="${total - 2}"]`)).toBeFocused()
  await expect(page.locator(`.figure-rows [data-at="${total - 2}"]`)).not.toHaveText('…')
  expect(await violations(page)).toEqual([])

  // Sorted by the word before, put together by what the renderings say.
  await page.locator('.line-tools .tool').first().press('Enter')
  await page.getByRole('button', { name: 'L1', exact: true }).press('Enter')
  await page.keyboard.press('Escape')
  await page.locator('.line-tools .tool').nth(1).press('Enter')
  await page
    .locator('.lines-pop .tool')
    .filter({ hasText: /^译文$/ })
    .press('Enter')
  await page.keyboard.press('Escape')
  const heads = page.locator('.group-head')
  await expect(heads.first()).toBeVisible({ timeout: 60_000 })
  await expect(heads.first()).toContainText('%')
  await page.locator('.line-tools .tool[aria-pressed]').press('Enter')
  await expect(page.locator('.answer mark').first()).toBeVisible({ timeout: 60_000 })
  expect(await violations(page)).toEqual([])

  // Two lines are ticked and coded with a theme of their own.
  await page.locator('.lines').focus()
  await desk.press('Home', 'ArrowDown', 'Space', 'End', 'Space')
  await expect(page.locator('.ticked-bar')).toContainText('2')
  await page.keyboard.press('/')
  await desk.picker().fill('提法的译法')
  await page.keyboard.press('Enter')
  await expect(page.locator('.line-code', { hasText: '提法的译法' })).toHaveCount(2)

  // The chart opens by key and is saved; the query is kept; the lines are written with their steps.
  await page.locator('.panel-tabs [data-selected]').focus()
  await desk.press('ArrowLeft', 'ArrowLeft')
  await expect(page.locator('.chart-picture [data-mark]').first()).toBeVisible()
  const chart = join(usedData, '分布.svg')
  await desk.answerSave(chart)
  await page.locator('.chart-tools button').last().press('Enter')
  await page.locator('.chart-save .button').first().press('Enter')
  await expect(desk.toast().filter({ hasText: '分布.svg' })).toBeVisible()
  await page.locator('.panel-tabs [data-selected]').focus()
  await page.keyboard.press('ArrowLeft')
  await page.locator('.save-form input').focus()
  await page.keyboard.type('最多跑一次怎么译')
  await page.keyboard.press('Enter')
  await expect(page.locator('.saved-list li')).toHaveText(/最多跑一次怎么译/)
  await page.keyboard.press('Control+e')
  await desk.exportAs('csv')
  const table = join(usedData, '索引行.csv')
  await desk.saveExport(table)
  const written = await readFile(table, 'utf8')
  expect(written.match(/最多跑一次/g)?.length).toBeGreaterThanOrEqual(5)
  expect(written).toContain('提法的译法')
  expect(errors).toEqual([])
  await app.close()

  // Tomorrow.
  const next = await launch(usedData)
  await next.desk.waitForLibrary()
  await next.desk.go('concordance')
  await next.page.locator('.saved-list .step').press('Enter')
  await expect(next.desk.query()).toHaveValue('最多跑一次')
  await expect(next.page.locator('.group-head').first()).toContainText('%', { timeout: 60_000 })
  await expect(next.page.locator('.line-code', { hasText: '提法的译法' })).toHaveCount(2)
  await expect(next.page.locator('.steps .on')).toBeVisible()
  expect(next.errors).toEqual([])
  await next.app.close()
})
