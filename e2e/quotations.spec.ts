import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures'

const exact = 'golden season for stockpiling materials, for design and for attracting investors'

const chapter = [
  '# The bulletins',
  `The province speaks of a “${exact}” (Bulletin 1999, p. 4).`,
  'It wants a “timetable for each of the 130 key projects” and ‘one main axis … six pairs’.',
  'Nothing is said of “a ferry that nobody waited for in the end”.',
  'Elsewhere let the data run the errands so that people need come only once, as is known.',
  '> Ice and snow should be managed as mountains of gold and silver'
].join('\n\n')

test('the quotations of a manuscript are checked, opened in the reader, cited and reported', async ({
  sample: { desk, page, errors },
  data
}) => {
  const items = page.locator('.check-item')
  const open = page.locator('.check-item.on')
  await desk.press('Control+7')
  const field = page.locator('.check-paste textarea')
  await expect(field).toBeFocused()
  await field.fill(chapter)
  await desk.press('Control+Enter')
  await expect(items).toHaveCount(6)
  // What is altered is looked at first, the word that is another marked on both sides.
  await expect(open).toHaveClass(/altered/)
  await expect(open.locator('.check-own mark')).toHaveText('130')
  await expect(open.locator('.check-source mark')).toHaveText('120')
  await expect(page.locator('.check-manuscript mark.on')).toContainText('130 key projects')
  await expect(page.locator('.check-item.exact')).toHaveCount(3)
  await expect(page.locator('.check-item.not-found')).toHaveCount(1)
  await expect(page.locator('.check-item.unmarked')).toHaveCount(1)

  await desk.press('k')
  await expect(open).toContainText(exact)
  await expect(open.locator('.check-verdict.wrong')).toContainText('1999')
  await expect(open.locator('.check-verdict.unknown')).toContainText('4')
  await expect(open.locator('.check-citations dd').last()).toContainText('2018')
  await desk.press('c')
  await expect(desk.toast().filter({ hasText: 'copied' })).toBeVisible()

  await desk.press('o')
  await desk.text().waitFor()
  await expect.poll(() => desk.selected()).toBe(exact)
  await desk.press('Alt+Backspace')
  await expect(open).toContainText(exact)

  await page.locator('.check-manuscript mark', { hasText: 'a ferry that nobody' }).click()
  await expect(open).toHaveClass(/not-found/)
  await page.locator('.check-filter.unmarked').click()
  await expect(items).toHaveCount(1)
  await expect(open).toContainText('let the data run the errands')

  await desk.press('Control+e')
  await desk.exportAs('html')
  await expect(page.frameLocator('.export-middle iframe').locator('.quotation')).toHaveCount(6)
  await desk.exportAs('csv')
  const file = join(data, 'report.csv')
  await desk.saveExport(file)
  expect(await readFile(file, 'utf8')).toContain('altered: 130 > 120')
  await desk.press('Alt+Backspace')
  await expect(items).toHaveCount(1)

  // What is dropped here is checked, not imported; what cannot be read is said, and the report stays.
  await page.getByRole('button', { name: 'Another manuscript' }).click()
  const broken = join(data, 'broken.docx')
  await writeFile(broken, 'PK no document')
  await desk.drop(broken)
  await expect(desk.toast().filter({ hasText: 'broken.docx' })).toBeVisible()
  await desk.setAppearance('light', 'zh-CN')
  const chinese = join(data, '章节.txt')
  await writeFile(chinese, '没有引文。\n')
  await desk.answerOpen(chinese)
  await page.getByRole('button', { name: '打开文件…' }).click()
  await expect(page.getByText('稿件中未发现引文。')).toBeVisible()
  expect(errors).toEqual([])
})
