import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import AxeBuilder from '@axe-core/playwright'
import { expect, launch, root, test } from './fixtures'

const run = promisify(execFile)
const cli = join(root, 'out', 'main', 'cli.js')

test('what two texts share is found, shown with its differences, and coded in both at once', async ({
  usedData
}) => {
  const folder = join(usedData, 'Northeast bulletins')
  const shared =
    'The province is to open twelve new ski lifts before the first day of the season, and each of them is to be inspected twice.'
  const texts = {
    'lifts.txt': `Lifts for the season\n\n${shared}\n\nThe mayor spoke of the weather.\n`,
    'later.txt': `A report on lifts\n\nReaders had asked about winter.\n\n${shared.replace('twelve new', 'fourteen new')}\n`
  }
  const home = join(usedData, 'texts')
  await mkdir(home)
  for (const [name, text] of Object.entries(texts)) await writeFile(join(home, name), text)
  await run(process.execPath, [cli, 'import', folder, ...Object.keys(texts).map((name) => join(home, name))])
  const { app, page, desk, errors } = await launch(usedData)
  await desk.waitForLibrary()
  await desk.press('Control+9')
  await page.getByRole('button', { name: 'Look for recycled text' }).click()
  const row = page.locator('.recycled-list button').filter({ hasText: 'new ski lifts' })
  await row.click({ timeout: 60_000 })
  const places = page.locator('.recycled-places > li')
  await expect(places).toHaveCount(2)
  await expect(places.nth(1).locator('ins')).toHaveCount(1)
  await expect(places.nth(1).locator('del')).toHaveCount(1)
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('.recycled').analyze()
  expect(violations).toEqual([])
  await page.screenshot({ path: test.info().outputPath('recycled.png') })
  await desk.press('/')
  await page.keyboard.type('Ski lifts of two texts')
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 passages were coded')).toBeVisible()
  await desk.press('Control+Z')
  await places.first().getByRole('button').click()
  await desk.text().waitFor()
  // A switch sets a sign beside it, which leads back to the list.
  const sign = page.getByRole('button', { name: '1 other text has this too' })
  await expect(sign).toHaveCount(0)
  await desk.press('Shift+A')
  await expect(sign).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('signs.png') })
  await sign.click()
  await expect(places).toHaveCount(2)
  await desk.press('Alt+Backspace')
  await desk.text().waitFor()
  await expect(sign).toBeVisible()
  await desk.press('a')
  await expect(places).toHaveCount(2)
  expect(errors).toEqual([])
  await app.close()
})
