import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures'

const text = 'Province Calls for a Running Start'

test('the codebook: moved by drag and by key, merged, split, grouped, exported', async ({
  sample: { app, desk, page },
  data
}) => {
  await desk.openDocument(text)
  for (const [words, theme] of [
    ['golden season', 'Figures'],
    ['six pairs', 'Numbers'],
    ['Spring Festival', 'Numbers']
  ] as const) {
    await desk.code(words, theme)
    await desk.press('Escape')
  }
  await desk.go('themes')
  const item = (name: string) => page.locator('.codebook-item', { hasText: name })
  await expect(item('Fixed formulae').locator('.number')).toHaveText('0 · 2')

  await item('Figures').dragTo(item('Exhortation'), { targetPosition: { x: 120, y: 14 } })
  await expect(item('Figures')).toHaveAttribute('aria-level', '2')
  await item('Figures').click()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(item('Figures')).toHaveAttribute('aria-level', '1')

  await page.getByLabel('Use it when', { exact: true }).fill('A number stands in a slogan.')
  await page.getByLabel('Do not use it when').fill('It is only a date.')
  await page.getByLabel('New group…').fill('For the article')
  await page.keyboard.press('Enter')
  await expect(page.locator('.group-row')).toContainText('For the article')
  // Saving one field takes nothing away from the next.
  await expect(page.getByLabel('Do not use it when')).toHaveValue('It is only a date.')
  await expect(page.getByLabel('Use it when', { exact: true })).toHaveValue('A number stands in a slogan.')

  await page.getByRole('button', { name: 'Merge into…' }).click()
  await page.getByLabel('Into', { exact: true }).selectOption({ label: 'Fixed formulae › Numbers' })
  await page.locator('.dialog-foot .primary').click()
  await expect(item('Figures')).toHaveCount(0)
  await expect(item('Numbers').locator('.number')).toHaveText('3')
  await expect(page.getByLabel('Use it when', { exact: true })).toHaveValue('A number stands in a slogan.')
  await expect(page.locator('.group-row input')).toBeChecked()

  await page.getByRole('button', { name: 'Split…' }).click()
  await page.getByLabel('Name of the new theme').fill('Feasts')
  await page.locator('.autocode-row', { hasText: 'Spring Festival' }).locator('input').check()
  await page.locator('.dialog-foot .primary').click()
  await expect(item('Feasts').locator('.number')).toHaveText('1')
  await expect(item('Numbers').locator('.number')).toHaveText('2')

  const file = join(data, 'codebook.md')
  await page.getByRole('button', { name: 'Export the codebook' }).click()
  await desk.exportAs('md')
  await desk.saveExport(file)
  await desk.go('themes')
  await expect(item('Feasts')).toBeVisible()
  const exported = await readFile(file, 'utf8')
  expect(exported).toContain('### Numbers')
  expect(exported).toContain('**Use it when:** A number stands in a slogan.')
  expect(exported).toContain('**Groups:** For the article')
  const pdf = await app.evaluate(async ({ BrowserWindow }) => {
    const bytes = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({})
    return bytes?.length ?? 0
  })
  expect(pdf).toBeGreaterThan(5000)

  await page.keyboard.press('Control+z')
  await expect(item('Feasts')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(item('Figures').locator('.number')).toHaveText('1')
  await expect(item('Numbers').locator('.number')).toHaveText('2')
})
