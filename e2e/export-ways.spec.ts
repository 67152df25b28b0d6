import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { ElectronApplication } from '@playwright/test'
import { ownDisplay } from './displays'
import { cli, expect, test } from './fixtures'

const run = promisify(execFile)
const text = 'Province Calls for a Running Start'
const style = `<style class="note" version="1.0"><info><title>House style</title></info>
<citation><layout suffix="."><group delimiter=" / "><text variable="title" font-style="italic"/><text variable="locator"/></group></layout></citation></style>`

/** What lies on the clipboard, in each form; asked for in the way of whichever Electron runs. */
function onClipboard(app: ElectronApplication): Promise<{ html: string; rtf: string; text: string }> {
  return app.evaluate(async ({ clipboard }) => {
    const older = clipboard as unknown as Partial<Record<'readHTML' | 'readRTF', () => string>>
    const plain = String(await clipboard.readText())
    if (older.readHTML && older.readRTF) return { html: older.readHTML(), rtf: older.readRTF(), text: plain }
    const [item] = await clipboard.read()
    const said = async (type: 'text/html' | 'text/rtf') => (await item?.getType(type))?.text() ?? ''
    return { html: await said('text/html'), rtf: await said('text/rtf'), text: plain }
  })
}

test('excerpts are copied with styles and without: a passage, one, those that are ticked, all', async ({
  sample: { app, desk, page, errors }
}) => {
  await desk.openDocument(text)
  await desk.drag('golden season')
  await desk.press('Control+c')
  await expect(desk.toast()).toBeVisible()
  expect((await onClipboard(app)).text).toBe('golden season')
  await desk.press('Control+Alt+c')
  await expect(desk.toast()).toHaveCount(2)
  const passage = await onClipboard(app)
  expect(passage.html).toContain('<blockquote')
  expect(passage.html).toMatch(/<i>|“Province Calls/)
  expect(passage.text).toMatch(/^golden season\n.+Province Calls/)
  expect(passage.rtf).toMatch(/^\{\\rtf1/)
  await desk.press('Escape')
  for (const [words, theme] of [
    ['golden season', 'Exhortation'],
    ['six pairs', 'Numbers'],
    ['Spring Festival', 'Numbers']
  ] as const) {
    await desk.code(words, theme)
    await desk.press('Escape')
  }
  await desk.go('annotations')
  await expect(desk.listed()).toHaveCount(3)
  const said = (words: string) => desk.toast().filter({ hasText: words })
  // One: the row in which the focus is.
  await desk.listed().nth(1).focus()
  await desk.press('Control+c')
  await expect(said('1 excerpt copied')).toBeVisible()
  expect((await onClipboard(app)).text).toMatch(/^six pairs\n/)
  // Those that are ticked, by the button.
  await page.locator('.annotation-list input').first().check()
  await page.locator('.annotation-list input').last().check()
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(said('2 excerpts copied')).toBeVisible()
  expect((await onClipboard(app)).text.split('\n\n').map((each) => each.split('\n')[0])).toEqual([
    'golden season',
    'Spring Festival'
  ])
  await page.locator('.annotation-list input').first().uncheck()
  await page.locator('.annotation-list input').last().uncheck()
  // All, by key, in Chinese.
  await desk.setAppearance('light', 'zh-CN')
  await desk.press('Control+Alt+c')
  await expect(said('已复制 3 段')).toBeVisible()
  // With the settings of the export desk, where it is a format among others.
  await desk.press('Control+e')
  await desk.exportAs('clipboard')
  await page.locator('.export-right select').first().waitFor()
  await expect(page.frameLocator('.export-page').locator('blockquote').first()).toContainText('golden season')
  await desk.press('Control+s')
  await expect.poll(async () => (await onClipboard(app)).html, { timeout: 20_000 }).toContain('<mark')
  expect((await onClipboard(app)).rtf).toContain('\\chcbpat1')
  expect(errors).toEqual([])
})

test('what is missing is looked over, a style is opened, a PDF has its Chinese, and its folder is shown', async ({
  sample: { app, desk, page, errors },
  data
}) => {
  test.slow()
  const source = page.locator('.open-document:lang(zh)').first()
  const title = await source.textContent()
  // Nobody knows when it was published.
  await page.locator('tr', { has: source }).first().getByRole('button', { name: /^Edit/ }).click()
  await page.getByRole('textbox', { name: 'Published' }).fill('')
  await page.locator('.dialog-foot .primary').click()
  await source.click()
  await desk.text().waitFor()
  const words = ((await desk.text().locator('.block').nth(1).textContent()) ?? '')
    .replace(/^\d+/, '')
    .slice(2, 8)
  await desk.code(words, 'Numbers')
  await desk.press('Escape', 'Control+e')
  await desk.exportAs('pdf')
  // What citations lack is said, listed, and put right where it stands.
  await page.locator('.export-lacks button').click()
  await page.locator('.export-lacking button').first().click()
  await page.getByRole('textbox', { name: 'Published' }).fill('2021-10')
  await page.locator('.dialog-foot .primary').click()
  await expect(page.locator('.export-lacking')).toHaveCount(0)
  await page.locator('.dialog').getByRole('button', { name: 'Close' }).click()
  const csl = join(data, 'house.csl')
  await writeFile(csl, style)
  await desk.answerOpen(csl)
  await page
    .locator('.export-fields')
    .getByRole('button', { name: /Open a style/ })
    .click()
  await expect(page.getByLabel('Citation style', { exact: true })).toHaveValue('file:house')
  await desk.exportShown()
  const file = join(data, '摘录.pdf')
  await app.evaluate(({ shell }) => {
    const kept = globalThis as typeof globalThis & { shown?: string }
    shell.showItemInFolder = (path) => {
      kept.shown = path
    }
  })
  await desk.saveExport(file)
  await desk.toast().getByRole('button', { name: 'Show in folder' }).click()
  await expect.poll(() => app.evaluate(() => (globalThis as { shown?: string }).shown)).toBe(file)
  // The command prints the same page, where Electron and a display are there.
  const own = join(data, 'by-command.pdf')
  const display = ownDisplay()
  const env = { ...process.env, ...(display === undefined ? {} : { DISPLAY: display }) }
  const folder = join(data, 'Northeast bulletins')
  await run(process.execPath, [cli, 'export', folder, '--format', 'pdf', '--out', own], { env })
  for (const each of [file, own]) {
    const bytes = await readFile(each)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(bytes.includes('/Outlines')).toBe(true)
  }
  const bare: NodeJS.ProcessEnv = { ...env, DISPLAY: '', WAYLAND_DISPLAY: '' }
  const refused = await run(process.execPath, [cli, 'export', folder, '--format', 'pdf', '--out', own], {
    env: bare
  }).catch((error: { stderr: string }) => error)
  expect(refused.stderr).toContain('browser')
  expect(errors).toEqual([])
  for (const each of [file, own]) {
    const said = await run('pdftotext', ['-layout', each, '-']).catch(() => null)
    test.skip(said === null, 'pdftotext is not there')
    expect(said?.stdout).toContain(words)
    expect(said?.stdout).toMatch(/1 ?\/ ?\d/)
    expect(said?.stdout.replace(/\s/g, '')).toContain(
      /\p{Script=Han}{4,}/u.exec(title ?? '')?.[0].slice(0, 6)
    )
  }
})

test('a bundle is handed over, opened, and known the second time', async ({
  sample: { desk, page },
  data
}) => {
  const file = join(data, 'northeast.variorum')
  await desk.press('Control+e')
  await page.getByLabel('What', { exact: true }).selectOption({ label: 'The whole project' })
  await desk.exportAs('bundle')
  await desk.saveExport(file)
  const place = join(data, 'colleague')
  await mkdir(place)
  await desk.go('library')
  // It lies here already: that is said, with the way to it and the way to a second one.
  await desk.answerOpenInTurn(file, place)
  await desk.runCommand('Open a project bundle')
  await expect(page.getByText(/is in .* already/)).toBeVisible()
  await desk.answerOpenInTurn(place)
  await page.getByRole('button', { name: 'Make it once more…' }).click()
  await expect(desk.toast().filter({ hasText: 'was made from the bundle' })).toBeVisible()
  await expect(page.locator('.documents')).toBeVisible()
})
