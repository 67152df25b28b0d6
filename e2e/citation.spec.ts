import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './fixtures'

const style = `<style class="note" version="1.0"><info><title>House style</title></info>
<citation><layout suffix="."><group delimiter=" / "><names variable="author"/><text variable="title" font-style="italic"/></group></layout></citation></style>`

test('a record is edited with its citation in sight, in the style that is chosen or opened', async ({
  sample: { desk, page },
  data
}) => {
  const edit = () => page.getByRole('button', { name: /Edit: A Harvest Festival/ }).click()
  const cited = page.locator('.citation-line .cited')
  const entry = page.locator('.citation-line .entry')
  await edit()
  await expect(cited).toContainText('“A Harvest Festival')
  await page.getByLabel('Author', { exact: true }).fill('Clerk, Anna; Harbour Office')
  await expect(cited).toContainText('Anna Clerk and Harbour Office, “A Harvest Festival')
  await page.getByRole('textbox', { name: 'Published' }).fill('2021-1')
  await expect(page.getByRole('textbox', { name: 'Published' })).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('textbox', { name: 'Published' }).fill('2021-10')
  await expect(entry).toContainText('October 2021')

  await page.locator('.citation-line select').focus()
  await page.keyboard.type('MLA')
  await expect(cited).toHaveText('(Clerk and Harbour Office)')
  await expect(entry).toContainText('Clerk, Anna')

  const path = join(data, 'house.csl')
  await writeFile(path, style)
  await desk.answerOpen(path)
  await page.locator('.citation-line button').click()
  await expect(desk.toast()).toContainText('House style')
  await expect(cited).toHaveText(/^Anna Clerk, Harbour Office \/ A Harvest Festival/)
  await expect(cited.locator('.run-italic')).toContainText('A Harvest Festival')
  await expect(entry).toHaveCount(0)
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .include('.citation-line')
    .analyze()
  expect(violations).toEqual([])

  await page.locator('.dialog-foot .primary').click()
  await edit()
  await expect(page.locator('.citation-line select')).toHaveValue('file:house')
  await page.locator('.citation-line select').selectOption('gb-t-7714-numeric')
  await expect(entry).toContainText('[1] CLERK A, HARBOUR OFFICE. A Harvest Festival')
})

test('the citation is in Chinese where the window is', async ({ sample: { page } }) => {
  await page.getByRole('button', { name: 'Appearance and language' }).click()
  await page.locator('.appearance label[lang="zh-CN"]').click()
  await page.locator('.appearance .citation-style select').selectOption('chicago-notes-bibliography')
  await page.keyboard.press('Escape')
  const row = page
    .locator('tr', { has: page.locator('.open-document[lang="zh"], .open-document:lang(zh)') })
    .first()
  await row.getByRole('button', { name: /编辑/ }).click()
  await expect(page.locator('.citation-line h3')).toHaveText('引用时的样子')
  await expect(page.locator('.citation-line .cited')).toContainText('《')
})
