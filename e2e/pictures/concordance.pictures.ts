import { join } from 'node:path'
import { expect, root, test } from '../fixtures'

const folder = join(root, 'docs', 'screenshots')

test('what the figures beside the lines look like', async ({ sample: { desk, page } }) => {
  test.slow()
  const picture = (name: string) => page.screenshot({ path: join(folder, `concordance-${name}.png`) })
  const tab = (at: number) => page.locator('.panel-tabs [role="tab"]').nth(at).click()
  const words = page.locator('.figure-rows tbody button')
  const marks = page.locator('.lines-panel .chart-picture [data-mark]')
  await desk.go('concordance')

  // All renderings of one phrase, put together.
  await desk.query().fill('最多跑一次')
  await expect(desk.lines()).toHaveCount(5)
  await page.locator('.line-tools .tool').nth(1).click()
  await page.locator('.lines-pop .tool', { hasText: /^rendering$/ }).click()
  await page.keyboard.press('Escape')
  await page.locator('.line-tools .tool', { hasText: 'Parallel' }).click()
  await expect(page.locator('.answer mark').first()).toBeVisible({ timeout: 60_000 })
  await page.locator('.lines').focus()
  await page.keyboard.press('Home')
  await expect(page.locator('.group-head').first()).toBeInViewport()
  await picture('renderings')
  await page.locator('.line-tools .tool', { hasText: 'Parallel' }).click()
  await page.locator('.steps .step').first().click()

  await desk.query().fill('snow')
  await expect(page.locator('.lines-status')).toContainText('29 lines')
  await tab(1)
  await expect(marks.first()).toBeVisible()
  await picture('spread')
  await page.locator('.figure-choices select').selectOption('year')
  await expect(page.locator('.lines-panel .panel-hint').last()).toContainText('95 %')
  await expect(marks.first()).toBeVisible()
  await picture('years')
  await tab(2)
  await expect(words.first()).toHaveText('Ice')
  await picture('collocates')
  await tab(4)
  await page.locator('.figure-choices select').nth(1).selectOption('machine')
  await page.locator('.figure-choices select').nth(2).selectOption('en')
  await expect(words.first()).toBeVisible()
  await expect(page.locator('.figure-rows table')).toHaveAttribute('aria-busy', 'false')
  await picture('keywords')
  await tab(0)
  await page.locator('.line-tools .tool', { hasText: 'Overview' }).click()
  await expect(page.locator('.word-page section').last().locator('tbody button').first()).toBeVisible({
    timeout: 60_000
  })
  await picture('overview')
})
