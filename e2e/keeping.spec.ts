import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, launch, test } from './fixtures'
import { keepLastTime } from './last-time'

const harvest = 'A Harvest Festival'
const panda = 'giant panda of farmland'
const project = 'Northeast bulletins'
const state = (page: Page) => page.locator('[data-save-state]')

test('a project that another process holds can be read here, not changed', async ({ sample, data }) => {
  await sample.desk.openDocument(harvest)
  await sample.desk.code(panda, 'soil')
  const second = await launch(`${data}-second`)
  const { desk, page } = second
  await desk.waitForLibrary()
  await desk.answerOpen(join(data, project))
  await page.keyboard.press('Control+o')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(`process ${sample.app.process().pid}`)
  await dialog.getByRole('button', { name: 'Open for reading' }).click()
  await expect(page.locator('.notice')).toContainText('open for reading only')
  await expect(state(page)).toHaveText('Read only')
  await desk.openDocument(harvest)
  await expect(desk.marks().first()).toHaveText(panda)
  await desk.drag('The main venue was Gongzhuling')
  await page.keyboard.press('h')
  await expect(desk.toast().last()).toContainText('reading only')
  await expect(desk.marks()).toHaveCount(1)
  await second.app.close()
  await rm(`${data}-second`, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
})

test('a lock left behind on another computer is offered for take-over', async ({ usedData: data }) => {
  await keepLastTime(data, join(data, project))
  const lock = join(data, project, '.lock')
  await writeFile(
    lock,
    JSON.stringify({ pid: 4242, host: 'study-laptop', since: '2026-01-01T00:00:00.000Z' })
  )
  const { app, page, desk } = await launch(data)
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('process 4242')
  await expect(dialog).toContainText('study-laptop')
  await dialog.getByRole('button', { name: 'Take it over' }).click()
  await desk.waitForLibrary()
  await expect(state(page)).toHaveText('Saved')
  expect(await readFile(lock, 'utf8')).not.toContain('study-laptop')
  await app.close()
})

test('a folder that goes away is said to be gone; when it is back, work goes on', async ({
  sample,
  data
}) => {
  const { desk, page } = sample
  await desk.openDocument(harvest)
  await desk.code(panda, 'soil')
  await expect(state(page)).toHaveText('Saved')
  await rename(join(data, project), join(data, 'elsewhere'))
  await expect(page.getByRole('alert')).toContainText('cannot be reached', { timeout: 15_000 })
  await expect(state(page)).toHaveText('Not saved')
  await desk.drag('The main venue was Gongzhuling')
  await page.keyboard.press('h')
  await expect(desk.toast().last()).toContainText('cannot be reached')
  await expect(desk.marks()).toHaveCount(1)
  await rename(join(data, 'elsewhere'), join(data, project))
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(state(page)).toHaveText('Saved')
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await desk.drag('The main venue was Gongzhuling')
  await page.keyboard.press('h')
  await expect(desk.marks()).toHaveCount(2)
})

test('damage is named, repaired from a backup, and named as mended', async ({ sample, data }) => {
  const { desk, page } = sample
  await desk.runCommand('Backups…')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Back up now' }).click()
  await expect(dialog.locator('.history-entry', { hasText: 'on demand' })).toHaveCount(1)
  await page.keyboard.press('Escape')
  const texts = join(data, project, 'texts')
  const [name = ''] = await readdir(texts)
  await writeFile(join(texts, name), (await readFile(join(texts, name), 'utf8')).replace('a', 'b'))
  await desk.runCommand('Verify the project')
  await expect(dialog.locator('.problems')).toContainText(name)
  await dialog.getByRole('button', { name: 'Repair' }).click()
  await expect(dialog).toContainText('was brought back from a backup')
  await expect(dialog).toContainText('Everything else is as it should be.')
  await page.keyboard.press('Escape')
  await desk.runCommand('Verify the project')
  await expect(dialog).toContainText('Everything is as it should be.')
  expect((await readdir(join(data, project, 'damaged'))).join()).toContain(name)
})

test('the history shows who did what, and is walked back and on again', async ({ sample }) => {
  const { desk, page } = sample
  await desk.openDocument(harvest)
  await desk.code(panda, 'soil')
  await page.keyboard.press('m')
  await expect(desk.memo()).toBeFocused()
  await page.keyboard.type('An image that the source has too.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Shift+h')
  const entries = page.locator('.history-entry')
  await expect(entries.first()).toContainText('An image that the source has too.')
  await expect(entries.nth(1)).toContainText(panda)
  await expect(entries.filter({ hasText: 'Import' })).toHaveCount(2)
  await entries.filter({ hasText: 'Import' }).first().getByRole('button').click()
  await expect(page.locator('.history-entry.undone')).toHaveCount(2)
  await expect(desk.marks()).toHaveCount(0)
  await page.locator('.history-entry.undone').first().getByRole('button').click()
  await expect(page.locator('.history-entry.undone')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(desk.marks().first()).toHaveText(panda)
  await expect(desk.memo()).toHaveValue('An image that the source has too.')
})

test('a deleted text comes back from a backup, and restoring can be undone', async ({ sample }) => {
  const { desk, page } = sample
  await desk.runCommand('Backups…')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Back up now' }).click()
  const backup = dialog.locator('.history-entry', { hasText: 'on demand' })
  await expect(backup).toHaveCount(1)
  await page.keyboard.press('Escape')
  const row = page.locator('tr', { hasText: harvest }).first()
  await row.hover()
  await row.getByRole('button', { name: /^Delete/ }).click()
  await page.locator('.dialog-foot .danger').click()
  await expect(desk.document(harvest)).toHaveCount(0)
  await desk.runCommand('Backups…')
  await backup.getByRole('button', { name: 'Compare with now…' }).click()
  await expect(dialog.locator('.differences')).toContainText(harvest)
  await dialog.getByRole('button', { name: 'Restore' }).click()
  await expect(desk.toast().last()).toContainText('Restored')
  await page.keyboard.press('Escape')
  await expect(desk.document(harvest)).not.toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(desk.document(harvest)).toHaveCount(0)
})

test('a corrected typing error keeps every highlight, and the old text stays readable', async ({
  sample
}) => {
  const { desk, page } = sample
  await desk.openDocument(harvest)
  await desk.code(panda, 'soil')
  await desk.correct(panda, (old) => old.replace(panda, 'giant pandas of the farmland'))
  await expect(desk.toast().last()).toContainText('Corrected.')
  await expect(desk.marks().first()).toHaveText('giant pandas of the farmland')
  await page.locator('.meta .link:not(.write-memo)').click()
  await expect(page.locator('.earlier-text')).toContainText(panda)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect(desk.marks().first()).toHaveText(panda)
})

test('what is not found for sure is settled with one key, and an orphan placed by hand', async ({
  sample,
  data
}) => {
  const { desk, page } = sample
  await desk.openDocument(harvest)
  await desk.code(panda, 'soil')
  // The passage goes; what stood around it stays.
  await desk.correct(panda, (old) => old.replace(panda, 'treasure'))
  const tray = page.locator('.settle-card')
  await expect(tray).toHaveCount(1)
  await expect(tray.first()).toContainText(panda)
  await expect(desk.marks()).toHaveCount(0)
  await desk.go('annotations')
  await expect(desk.listed().first()).toContainText('waits to be reviewed')
  await desk.listed().first().click()
  await expect(tray.first()).toContainText(panda)
  await expect(desk.text()).toBeVisible()
  await desk.drag('treasure')
  await page.keyboard.press('p')
  await expect(tray).toHaveCount(0)
  await expect(desk.marks().first()).toHaveText('treasure')
  await page.keyboard.press('Control+z')
  await expect(tray).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(desk.marks().first()).toHaveText(panda)

  await test.step('where another copy is left, that is not offered in its place', async () => {
    await desk.correct('With grain in the barn', (text) => `${text} It was called the ${panda} once more.`)
    await expect(desk.marks()).toHaveCount(1)
    await desk.correct(
      'People in Jilin',
      () => 'Roads were mended in four counties, and two bridges were opened to lorries.'
    )
    await expect(tray).toHaveCount(1)
    await expect(tray.locator('mark')).toHaveText([panda])
    await expect(desk.marks()).toHaveCount(0)
    for (let i = 0; i < 2; i++) await page.keyboard.press('Control+z')
    await expect(tray).toHaveCount(0)
    // Both are taken back: a key pressed while the second one comes would find no text.
    await expect(page.locator('.text .block', { hasText: 'once more' })).toHaveCount(0)
    await expect(page.locator('.text .block', { hasText: 'People in Jilin' }).locator('.mark')).toHaveText(
      panda
    )
  })

  await test.step('where it was rewritten, it is shown old beside new, and taken with one key', async () => {
    const rewritten = 'giant treasure of farmers'
    await desk.correct(panda, (old) => old.replace(panda, rewritten))
    await expect(tray).toHaveCount(1)
    await expect(tray.locator('mark')).toHaveText([panda, rewritten])
    await expect(desk.marks()).toHaveCount(0)
    await page.keyboard.press('u')
    await page.keyboard.press('y')
    await expect(tray).toHaveCount(0)
    await expect(desk.marks()).toHaveText([rewritten])
    for (let i = 0; i < 2; i++) await page.keyboard.press('Control+z')
    await expect(desk.marks()).toHaveText([panda])
  })

  await test.step('a better file: the plan is shown, then taken', async () => {
    const folder = join(data, project, 'originals')
    let original = ''
    for (const name of await readdir(folder)) {
      const text = await readFile(join(folder, name), 'utf8')
      if (text.includes(panda)) original = text
    }
    const better = join(data, 'better.txt')
    await writeFile(better, original.replace(panda, 'giant pandas of the farmland'))
    await desk.answerOpen(better)
    await desk.runCommand('Import a better file of this text…')
    await expect(page.locator('.fates [data-fate="fuzzy"] dt')).toHaveText('1')
    await page.locator('.dialog-foot .primary').click()
    await expect(desk.marks()).toHaveText(['giant pandas of the farmland'])
    await expect(tray).toHaveCount(0)
  })
})

test('a disk that is slow is seen to be saving, and then to have saved', async ({ sample }) => {
  const { app, desk, page } = sample
  await desk.openDocument(harvest)
  await expect(state(page)).toHaveText('Saved')
  // As on a slow drive: the change reaches the disk only when the test lets it.
  await app.evaluate(({ ipcMain }) => {
    const handle = Reflect.get(ipcMain, '_invokeHandlers').get('variorum:call')
    ipcMain.removeHandler('variorum:call')
    const held = new Promise((resolve) => Reflect.set(globalThis, 'letGo', resolve))
    ipcMain.handle('variorum:call', async (event, method, input) => {
      if (method === 'project.do') await held
      return handle(event, method, input)
    })
  })
  await desk.drag(panda)
  await page.keyboard.press('h')
  await expect(state(page)).toHaveText('Saving…')
  await expect(desk.marks()).toHaveCount(0)
  await app.evaluate(() => Reflect.get(globalThis, 'letGo')(null))
  await expect(state(page)).toHaveText('Saved')
  await expect(desk.marks().first()).toHaveText(panda)
})
