import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures'

test('annotations as a table: in their sentences, sorted by a column, under headings, opened by key', async ({
  sample: { desk, page }
}) => {
  await desk.openDocument('Province Calls for a Running Start')
  await desk.code('one main axis and six pairs', 'numbers')
  await desk.code('golden season for stockpiling materials', 'exhortation')
  await desk.go('library')
  await desk.openDocument('全省冬季重点工程推进会召开')
  await desk.code('一主六双', 'numbers')
  await desk.go('annotations')
  await expect(desk.listed()).toHaveCount(3)
  await page.getByText('Table', { exact: true }).click()
  const rows = page.locator('.annotation-table [data-annotation]')
  const quotes = page.locator('.annotation-table q')
  await expect(rows).toHaveCount(3)
  await expect(rows.filter({ hasText: 'one main axis' }).locator('.in-sentence')).toContainText('departments')

  await page.getByRole('button', { name: 'Passage in its sentence' }).click()
  await expect(quotes).toHaveText([/^golden/, /^one main/, '一主六双'])
  await page.getByRole('button', { name: 'Passage in its sentence' }).press('Enter')
  await expect(quotes).toHaveText(['一主六双', /^one main/, /^golden/])

  await page.getByLabel('Group').selectOption({ label: 'By theme' })
  await expect(page.locator('.heading-row')).toHaveText(['Fixed formulae › Numbers', 'Exhortation'])
  await expect(quotes).toHaveText(['一主六双', /^one main/, /^golden/])

  await page.reload()
  await desk.waitForLibrary()
  await desk.go('annotations')
  await expect(page.locator('.heading-row')).toHaveCount(2)
  await rows.filter({ hasText: 'one main' }).locator('.quote button').press('Enter')
  await expect(desk.marks().filter({ hasText: 'one main' })).toBeVisible()
})

test('a text whose import is taken back says that it is gone, and is there again with redo', async ({
  sample: { desk, page },
  data
}) => {
  const file = join(data, 'ferry.txt')
  await writeFile(file, 'The ferry\n\nThe ferry runs every hour.\n')
  await desk.drop(file)
  await page.locator('.dialog-foot .primary').click()
  // One text alone is opened at once.
  await expect(desk.text()).toContainText('every hour')
  await page.keyboard.press('Control+z')
  await expect(page.locator('.empty')).toContainText('not in the project')
  await page.keyboard.press('Control+Shift+z')
  await expect(desk.text()).toContainText('every hour')
})

test('annotations of one text name it, also one without any, before and after the list of texts is opened', async ({
  sample: { desk, page }
}) => {
  const annotated = 'Province Calls for a Running Start to Winter Construction'
  await desk.openDocument(annotated)
  await desk.code('within 50 working days', 'Deadlines')
  const texts = page.locator('select[aria-label="Texts"]')
  const shown = texts.locator('option:checked')
  for (const [title, count] of [
    [annotated, 1],
    ['A Harvest Festival on the Black Soil', 0]
  ] as const) {
    await desk.go('library')
    await desk.document(title).first().click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Show its annotations' }).click()
    await expect(desk.listed()).toHaveCount(count)
    await expect(shown).toHaveText(title)
    await texts.focus()
    await expect(texts.locator('option')).toHaveCount(count === 1 ? 2 : 3)
    await expect(shown).toHaveText(title)
  }
})
