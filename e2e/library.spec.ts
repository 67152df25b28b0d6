import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, root, test } from './fixtures'

test('texts are filtered, their metadata edited, and a deletion taken back', async ({
  sample: { desk, page }
}) => {
  await page.locator('.place-tools input[type="search"]').fill('harvest')
  await expect(page.locator('.open-document')).toHaveCount(3)
  await page.getByRole('button', { name: /Edit: A Harvest Festival/ }).click()
  await page.getByRole('textbox', { name: 'Published' }).fill('2021-13')
  await expect(page.locator('.dialog-foot .primary')).toBeDisabled()
  await page.getByRole('textbox', { name: 'Published' }).fill('2021-10')
  await page.locator('.dialog-foot .primary').click()
  await expect(page.locator('tr', { hasText: 'A Harvest Festival' }).locator('.published')).toHaveText(
    '2021-10'
  )
  await page.keyboard.press('Control+z')
  await expect(page.locator('tr', { hasText: 'A Harvest Festival' }).locator('.published')).toHaveText(
    '2021-09-24'
  )

  await desk.openDocument('A Harvest Festival')
  await desk.code('giant panda of farmland', 'exhortation')
  await desk.go('library')
  await page.getByRole('button', { name: /Delete: A Harvest Festival/ }).click()
  await expect(page.locator('.dialog-body')).toContainText('one highlight')
  await page.locator('.button.danger').click()
  await expect(desk.document('A Harvest Festival')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await desk.openDocument('A Harvest Festival')
  await expect(desk.marks().first()).toHaveText('giant panda of farmland')
})

test('texts dropped on the window are read, marked, gathered into a work and compared', async ({
  sample: { desk, page },
  data
}) => {
  await writeFile(
    join(data, 'one.md'),
    '# Snow report\n\nOn 5 March 2020 the office met.It counted 54 resorts. All were open.\n'
  )
  await writeFile(
    join(data, 'two.html'),
    `<html lang="en"><body><nav>Home | News</nav><h1>Report on the snow</h1>${'<p>The office met on 5 March 2020 and counted 54 resorts.</p><p>All of them were open.</p>'}<footer>All rights reserved: Snow Site</footer></body></html>`
  )
  await desk.drop(join(data, 'one.md'), join(data, 'two.html'))
  await expect(page.locator('.import-files tr')).toHaveCount(2)
  for (const index of [0, 1]) {
    await page.locator('.import-files tr button').nth(index).click()
    await page.getByLabel('Work', { exact: true }).fill('Snow reports')
  }
  await expect(page.locator('.preview-block.furniture')).toHaveCount(2)
  await page.locator('.preview-block', { hasText: 'All of them' }).click()
  await expect(page.locator('.preview-block.furniture')).toHaveCount(3)
  await page.locator('.preview-block', { hasText: 'All of them' }).click()
  await page.locator('.dialog-foot .primary').click()
  await expect(desk.toast().last()).toContainText('2 texts imported')
  await page.locator('.work-row button', { hasText: 'Snow reports' }).click()
  await expect(desk.rows().filter({ hasText: 'counted 54 resorts' }).first()).toBeVisible()
  await page.keyboard.press('Control+z')
  await desk.go('library')
  await expect(desk.document('Snow report')).toHaveCount(0)

  await desk.drop(join(root, 'corpus', 'ice-and-snow', 'official.txt'))
  await expect(page.locator('.import-files small')).toContainText('already in the project')
  await expect(page.locator('.dialog-foot .primary')).toBeDisabled()
})

test('themes are created, renamed, recoloured, moved and deleted, and all of it taken back', async ({
  sample: { desk, page }
}) => {
  await desk.openDocument('A Harvest Festival')
  await desk.code('giant panda of farmland', 'Animals')
  await desk.go('themes')
  const items = page.locator('.codebook-item')
  await items.filter({ hasText: 'Animals' }).click()
  await page.getByLabel('Name').fill('Beasts')
  await page.getByLabel('Name').press('Enter')
  await expect(items.filter({ hasText: 'Beasts' })).toHaveCount(1)
  await page.locator('.swatch').nth(5).click()
  await expect(page.locator('.swatch').nth(5)).toHaveAttribute('data-selected', 'true')
  await page.getByLabel('Parent theme').selectOption({ label: 'Exhortation' })
  await expect(items.filter({ hasText: 'Beasts' })).toHaveAttribute('aria-level', '2')
  await page.getByRole('button', { name: 'Delete: Beasts' }).click()
  await expect(page.locator('.removal')).toContainText('One annotation')
  await page.locator('.removal input').nth(1).check()
  await page.locator('.removal select').selectOption({ label: 'Figures' })
  await page.locator('.button.danger').click()
  await expect(items.filter({ hasText: 'Beasts' })).toHaveCount(0)
  await desk.go('annotations')
  await expect(desk.listed().first()).toContainText('Figures')
  await page.keyboard.press('Control+z')
  await expect(desk.listed().first()).toContainText('Exhortation › Beasts')
  for (let i = 0; i < 4; i++) await page.keyboard.press('Control+z')
  await expect(desk.listed()).toHaveCount(0)
})

test('the passage is copied with its citation', async ({ sample: { app, desk, page } }) => {
  await desk.openDocument('A Harvest Festival')
  await desk.drag('giant panda of farmland')
  await page.keyboard.press('Control+Alt+c')
  await expect(desk.toast()).toHaveCount(1)
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(
    'giant panda of farmland\n“A Harvest Festival on the Black Soil,” official translation (Provincial Government Information Office, September 24, 2021), para. 3.'
  )
})

test('two windows show the same work at once', async ({ sample: { app, desk, page } }) => {
  await desk.openDocument('A Harvest Festival')
  const opening = app.waitForEvent('window')
  await page.keyboard.press('Control+n')
  const other = await opening
  await other.locator('.open-document', { hasText: 'A Harvest Festival' }).click()
  await other.locator('.text').waitFor()
  await desk.code('giant panda of farmland', 'exhortation')
  await expect(other.locator('.text .mark')).toHaveText('giant panda of farmland')
})
