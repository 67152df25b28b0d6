import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures'
import { stopTransitions } from './pages/appearances'
import { violations } from './pages/axe'

test('the lines are charted by text, date, year and language; each mark opens its lines, and a chart is saved', async ({
  sample: { app, desk, page, errors },
  data
}) => {
  test.slow()
  await desk.go('concordance')
  await desk.query().fill('snow')
  await expect(page.locator('.lines-status')).toContainText('29 lines')
  await page.locator('.panel-tabs [role="tab"]').nth(1).click()
  const marks = page.locator('.lines-panel .chart-picture [data-mark]')
  await expect(marks.first()).toBeVisible()
  await stopTransitions(page)
  expect(await violations(page)).toEqual([])

  // By key: one stop, the arrows go along the marks, Enter leaves the lines of one.
  await page.locator('.chart-tools button').last().focus()
  await page.keyboard.press('Tab')
  await expect(marks.first()).toBeFocused()
  await desk.press('End', 'ArrowLeft')
  const says = await page.locator('.chart-says').textContent()
  expect(says).toMatch(/in part \d+ of 60/)
  await page.keyboard.press('Enter')
  await expect(page.locator('.lines-status')).toContainText('(of 29 hits)')
  await page.locator('.panel-tabs [role="tab"]').first().click()
  await expect(page.locator('.steps .on')).toContainText(says ?? '')
  await page.locator('.steps .step').first().click()
  await expect(page.locator('.lines-status')).not.toContainText('hits')

  // Through time, by year, by language; by mouse.
  await page.locator('.panel-tabs [role="tab"]').nth(1).click()
  for (const by of ['time', 'year', 'language']) {
    await page.locator('.figure-choices select').selectOption(by)
    await expect(marks.first()).toBeVisible()
    await expect(page.getByText('Counting')).toHaveCount(0)
  }
  await page.locator('.chart-tools button').first().click()
  await expect(page.locator('.chart .figures tbody tr').first()).toContainText('en')
  await page.locator('.chart-tools button').first().click()

  // Saved as a picture that stands by itself, as pixels, as a table.
  for (const [at, kind] of (['svg', 'png', 'csv'] as const).entries()) {
    const target = join(data, `chart.${kind}`)
    await app.evaluate(({ dialog }, file) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: file })
    }, target)
    await page.locator('.chart-tools button').last().click()
    await page.locator('.chart-save .button').nth(at).click()
    await expect(desk.toast().filter({ hasText: `chart.${kind}` })).toBeVisible()
    const bytes = await readFile(target)
    if (kind === 'png') expect(bytes.readUInt32BE(16)).toBeGreaterThan(2000)
    else expect(bytes.toString()).toContain('language')
    if (kind === 'svg') expect(bytes.toString()).not.toMatch(/var\(|<style|data-mark/)
  }

  // Enlarged; a mark there closes it and opens its lines.
  await page.locator('.figure-choices select').selectOption('document')
  await expect(marks.nth(7)).toBeVisible()
  await page.locator('.chart-tools button').nth(1).click()
  await expect(page.locator('.chart-large [data-mark]').first()).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.locator('.chart-large [data-mark]').first().click()
  await expect(page.locator('.chart-large')).toHaveCount(0)
  await expect(page.locator('.lines-status')).toContainText('of 29 hits')

  // What marks the machine's English off from the rest of the English, by how sure and by how much; a row is looked for there.
  await page.locator('.panel-tabs [role="tab"]').nth(4).click()
  await page.locator('.figure-choices select').nth(1).selectOption('machine')
  await page.locator('.figure-choices select').nth(2).selectOption('en')
  await page.locator('.figure-choices select').nth(4).selectOption('percent')
  // A word that the rest does not have at all is infinitely more frequent.
  await expect(page.locator('.lines-panel .figures tbody tr').first()).toContainText('∞')
  await expect(page.locator('.lines-panel .figures tbody tr', { hasText: '%' }).first()).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.locator('.lines-panel .figures tbody button').first().click()
  await expect(desk.query()).toHaveValue(/^".+" lang:en kind:machine$/)
  await expect(page.locator('.lines-status')).toContainText('lines in')

  // All about one word on one page: a rendering leaves its lines and closes it.
  await desk.query().fill('最多跑一次')
  await expect(desk.lines()).toHaveCount(5)
  await page.locator('.line-tools .tool', { hasText: 'Overview' }).click()
  await expect(page.locator('.first-lines li')).toHaveCount(5)
  await expect(page.locator('.word-page .chart-picture [data-mark]').first()).toBeVisible()
  const renderings = page.locator('.word-page section').last().locator('tbody button')
  await expect(renderings.first()).toBeVisible({ timeout: 60_000 })
  expect(await violations(page)).toEqual([])
  await renderings.first().click()
  await expect(page.locator('.word-page')).toHaveCount(0)
  await expect(page.locator('.lines-status')).toContainText('of 5 hits')
  expect(errors).toEqual([])
})
