import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import type { Desk } from './pages/desk'

const text = 'Province Calls for a Running Start'

/** Three highlights of two themes in one text. */
async function codeThree(desk: Desk): Promise<void> {
  await desk.openDocument(text)
  for (const [words, theme] of [
    ['golden season', 'Exhortation'],
    ['six pairs', 'Numbers'],
    ['Spring Festival', 'Numbers']
  ] as const) {
    await desk.code(words, theme)
    await desk.press('Escape')
  }
}

const heading = (page: Page, name: string) =>
  page.locator('.export-pages section.docx [class*="heading" i]', { hasText: name })

test('excerpts become a Word document by mouse, and the page shows each option', async ({
  sample: { desk, page, errors },
  data
}) => {
  await codeThree(desk)
  await desk.go('annotations')
  await page.getByRole('button', { name: 'Export…' }).click()
  await desk.exportAs('docx')
  await expect(page.locator('.export-count')).toHaveText('3 excerpts from 1 text')
  await expect(desk.exportPreview()).toContainText('golden season')
  await expect(heading(page, 'Exhortation')).toHaveCount(0)
  await page.getByLabel('Headings', { exact: true }).selectOption('theme')
  await expect(heading(page, 'Exhortation')).toHaveCount(1)
  await page.getByLabel('Theme', { exact: true }).selectOption({ label: 'Fixed formulae › Numbers' })
  await expect(page.locator('.export-count')).toHaveText('2 excerpts from 1 text')
  await expect(desk.exportPreview()).not.toContainText('golden season')
  await page.getByLabel('Context', { exact: true }).selectOption('words')
  await page.getByLabel('How many').fill('3')
  await desk.exportShown()
  const file = join(data, 'excerpts.docx')
  await desk.saveExport(file)
  expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK')
  await expect(desk.toast().getByRole('button', { name: 'Show in folder' })).toBeVisible()
  expect(errors).toEqual([])
})

test('a Markdown file is shown as its readers show it, and saved by mouse, in Chinese', async ({
  sample: { desk, page, errors },
  data
}) => {
  await codeThree(desk)
  await desk.setAppearance('light', 'zh-CN')
  await desk.go('annotations')
  await page.getByRole('button', { name: '导出…' }).click()
  await page.locator('.export-formats label', { hasText: 'Markdown' }).click()
  await desk.exportShown()
  const shown = page.frameLocator('.export-page')
  await expect(shown.locator('blockquote strong').first()).toHaveText('golden season')
  await expect(shown.locator('.footnotes li').first()).toContainText(text)
  await expect(page.locator('.export-note')).toHaveText('如 Markdown 阅读器所示。')
  const file = join(data, '摘录.md')
  await desk.saveExport(file)
  expect(await readFile(file, 'utf8')).toContain('**golden season**')
  expect(errors).toEqual([])
})

for (const [language, title, saved] of [
  ['en', 'Export', 'Saved to'],
  ['zh-CN', '导出', '已保存到']
] as const)
  test(`excerpts are exported by key alone (${language})`, async ({
    sample: { desk, page, errors },
    data
  }) => {
    await codeThree(desk)
    await desk.setAppearance('light', language)
    await desk.go('annotations')
    await expect(desk.listed()).toHaveCount(3)
    await desk.press('Control+e')
    await desk.exportShown()
    await expect(page.locator('.bar h1')).toHaveText(title)
    const inFormats = () => page.evaluate(() => document.activeElement?.closest('.export-formats') !== null)
    for (let tabs = 0; tabs < 60 && !(await inFormats()); tabs++) await desk.press('Tab')
    const chosen = page.locator('.export-formats input:checked')
    await expect(chosen).toBeFocused()
    for (let downs = 0; downs < 30 && (await chosen.inputValue()) !== 'csv'; downs++)
      await desk.press('ArrowDown')
    await expect(chosen).toHaveValue('csv')
    await expect(page.locator('.export-table')).toContainText('golden season')
    const file = join(data, '摘录.csv')
    await desk.answerSave(file)
    await desk.press('Control+s')
    await expect(desk.toast().last()).toContainText(saved)
    expect(await readFile(file, 'utf8')).toContain('golden season')
    expect(errors).toEqual([])
  })

test('settings are kept under a name, used again, renamed and deleted', async ({
  sample: { desk, page }
}) => {
  await codeThree(desk)
  await desk.press('Control+e')
  await desk.exportAs('docx')
  await page.getByLabel('Headings', { exact: true }).selectOption('theme')
  await page.getByRole('button', { name: 'Save preset…' }).click()
  await page.getByLabel('Name of the preset').fill('Chapter 3')
  await desk.press('Enter')
  const preset = page.locator('.export-presets select')
  await expect(preset).toHaveValue('Chapter 3')
  await expect(preset).toBeFocused()
  await page.getByLabel('Headings', { exact: true }).selectOption('none')
  await expect(preset).toHaveValue('')
  await desk.exportAs('csv')
  await preset.selectOption('Chapter 3')
  await expect(page.locator('.export-formats input:checked')).toHaveValue('docx')
  await expect(page.getByLabel('Headings', { exact: true })).toHaveValue('theme')
  await expect(heading(page, 'Exhortation')).toHaveCount(1)
  await page.getByRole('button', { name: 'Rename the preset' }).click()
  await page.getByLabel('Name of the preset').fill('Chapter 4')
  await desk.press('Enter')
  await expect(preset).toHaveValue('Chapter 4')
  await page.getByRole('button', { name: 'Delete the preset' }).click()
  await expect(preset.locator('option')).toHaveCount(1)
})

test('an export that is cancelled leaves no file', async ({ sample: { app, desk, page }, data }) => {
  await codeThree(desk)
  await desk.press('Control+e')
  await desk.exportAs('docx')
  const file = join(data, 'never.docx')
  // The person takes their time to choose where to.
  await app.evaluate(({ dialog, ipcMain }, path) => {
    dialog.showSaveDialog = () =>
      new Promise((resolve) =>
        ipcMain.once('test:chosen', () => resolve({ canceled: false, filePath: path }))
      )
  }, file)
  await page.locator('.export-save').click()
  await page.locator('.export-saving button').click()
  await app.evaluate(({ ipcMain }) => void ipcMain.emit('test:chosen'))
  await expect(page.locator('.export-save')).toBeVisible()
  await expect(access(file)).rejects.toThrow()
  await expect(desk.toast().filter({ hasText: 'never.docx' })).toHaveCount(0)
})

test('every way leads to the one desk, with what is meant there', async ({ sample: { desk, page } }) => {
  const what = page.getByLabel('What', { exact: true }).locator('option:checked')
  await desk.press('Control+e')
  await expect(what).toHaveText('All excerpts')
  await expect(desk.exportPreview()).toContainText('There is nothing to export.')
  await expect(page.locator('.export-save')).toBeDisabled()
  await desk.go('library')
  await codeThree(desk)
  await desk.press('Control+e')
  await expect(what).toContainText('Excerpts of “Province Calls for a Running Start')
  await page.getByLabel('What', { exact: true }).selectOption({ index: 1 })
  await expect(what).toContainText('Annotated text')
  await desk.exportAs('html')
  await expect(page.frameLocator('.export-page').locator('body')).toContainText('golden season')
  await desk.go('annotations')
  await page.locator('.annotation-list input').first().check()
  await desk.press('Control+e')
  await expect(what).toHaveText('1 selected annotation')
  await expect(page.locator('.export-count')).toHaveText('1 excerpt from 1 text')
  await desk.go('themes')
  await page.getByRole('button', { name: 'Export the codebook' }).click()
  await expect(what).toHaveText('The codebook')
})
