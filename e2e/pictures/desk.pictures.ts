import { join } from 'node:path'
import { expect, root, test } from '../fixtures'

const folder = join(root, 'docs', 'screenshots')

test('the library with its filters, and the walk through a coded sample', async ({
  sample: { desk, page }
}) => {
  await page.locator('.first-steps .button').last().click()
  await page.getByRole('button', { name: 'Filters' }).click()
  await page.getByLabel('Filter by Published').fill('2018..2019')
  await expect(page.locator('.documents tr:has(.open-document)')).not.toHaveCount(20)
  for (const at of [0, 1]) await page.locator('.documents tbody input[type="checkbox"]').nth(at).check()
  await page.screenshot({ path: join(folder, 'library-table.png') })
  await page.locator('.selection-actions .link-button').click()
  await page.getByRole('button', { name: 'Filters' }).click()
  await desk.runCommand('Open a fresh sample…')
  await page.locator('.modal .primary').click()
  await expect(page.locator('.brand')).toContainText('Northeast bulletins 2')
  await page.locator('.documents').waitFor()
  await desk.runCommand('Two-minute walk through the app')
  for (let at = 1; at < 3; at++) {
    await expect(page.locator('.walk-card small')).toHaveText(`Step ${at} of 10`)
    await page.keyboard.press('F8')
  }
  await expect(page.locator('[data-annotation-card].on')).toBeVisible()
  await expect(page.locator('.walk-ring')).toBeVisible()
  await page.screenshot({ path: join(folder, 'walk.png') })
})
