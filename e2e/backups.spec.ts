import { execFile } from 'node:child_process'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { cli, expect, launch, test } from './fixtures'
import { keepLastTime } from './last-time'

const harvest = 'A Harvest Festival'
const panda = 'giant panda of farmland'
const project = 'Northeast bulletins'

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

function variorum(...args: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err })
    })
  })
}

test('backups are kept in a second folder too, and one that lies only there can be restored', async ({
  sample: { desk, page },
  data
}) => {
  const drive = join(data, 'drive')
  await mkdir(drive)
  await desk.runCommand('Backups…')
  const dialog = page.getByRole('dialog')
  const place = dialog.locator('.backup-place')
  await expect(place).toContainText('All backups are in the project’s own folder')
  await desk.answerOpen(join(data, project))
  await place.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(desk.toast().last()).toContainText('is inside the project')
  await desk.answerOpen(drive)
  await place.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(place.locator('.path')).toHaveText(drive)
  await dialog.getByRole('button', { name: 'Back up now' }).click()
  const asked = dialog.locator('.history-entry', { hasText: 'on demand' })
  await expect(asked).toContainText('in both places')
  await expect(place).toContainText('Newest backup there')
  await page.keyboard.press('Escape')

  const own = join(data, project, 'backups')
  for (const name of await readdir(own)) if (name.endsWith('.zip')) await rm(join(own, name))
  const row = page.locator('tr', { hasText: harvest }).first()
  await row.hover()
  await row.getByRole('button', { name: /^Delete/ }).click()
  await page.locator('.dialog-foot .danger').click()
  await expect(desk.document(harvest)).toHaveCount(0)
  await desk.runCommand('Backups…')
  const outside = dialog.locator('.history-entry', { hasText: 'on demand' })
  await expect(outside).toContainText('outside only')
  await outside.getByRole('button', { name: 'Compare with now…' }).click()
  await expect(dialog.locator('.differences')).toContainText(harvest)
  await dialog.getByRole('button', { name: 'Restore' }).click()
  await expect(desk.toast().last()).toContainText('Restored')
  await expect(dialog.locator('.history-entry', { hasText: 'before a restore' })).toContainText(
    'in both places'
  )

  await rename(drive, `${drive} away`)
  await dialog.getByRole('button', { name: 'Back up now' }).click()
  await expect(place).toContainText('Not connected')
  await expect(dialog.locator('.history-entry', { hasText: 'on demand' })).toHaveCount(1)
  await rename(`${drive} away`, drive)
  await dialog.getByRole('button', { name: 'Back up now' }).click()
  const both = dialog
    .locator('.history-entry', { hasText: 'on demand' })
    .filter({ hasText: 'in both places' })
  await expect(both).toHaveCount(2)
  await expect(dialog.locator('.history-entry', { hasText: 'in the project only' })).toHaveCount(0)
  await place.getByRole('button', { name: 'Stop' }).click()
  await expect(place).toContainText('All backups are in the project’s own folder')
  await page.keyboard.press('Escape')
  await expect(desk.document(harvest)).not.toHaveCount(0)
})

test('a project whose folder is lost is brought back from the backups outside it', async ({
  usedData: data
}) => {
  const drive = join(data, 'drive')
  await mkdir(drive)
  const first = await launch(data)
  await first.desk.waitForLibrary()
  await first.desk.openDocument(harvest)
  await first.desk.code(panda, 'soil')
  await first.desk.runCommand('Backups…')
  const backups = first.page.getByRole('dialog')
  await first.desk.answerOpen(drive)
  await backups.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(backups.locator('.path')).toHaveText(drive)
  await backups.getByRole('button', { name: 'Back up now' }).click()
  await expect(backups.locator('.history-entry', { hasText: 'on demand' })).toContainText('in both places')
  await first.app.close()
  await rm(join(data, project), { recursive: true })

  const { app, page, desk } = await launch(data)
  const problem = page.getByRole('dialog')
  await expect(problem).toContainText('is not there')
  // First the folder of backups is asked for, then where the project is to lie.
  await desk.answerOpenInTurn(drive, data)
  await problem.getByRole('button', { name: 'Open from a backup folder…' }).click()
  await desk.waitForLibrary()
  await expect(desk.toast().last()).toContainText('was brought back')
  await desk.openDocument(harvest)
  await expect(desk.marks().first()).toHaveText(panda)
  await page.keyboard.press('Control+z')
  await expect(desk.marks()).toHaveCount(0)
  await page.keyboard.press('Control+Shift+z')
  await expect(desk.marks().first()).toHaveText(panda)
  await desk.runCommand('Verify the project')
  await expect(page.getByRole('dialog')).toContainText('Everything is as it should be.')
  await app.close()
})

test('a folder for backups that has not been there for weeks is told of', async ({ usedData: data }) => {
  const outside = { folder: join(data, 'pulled out'), since: '2026-01-01T00:00:00.000Z', last: {} }
  await keepLastTime(data, join(data, project), { outside })
  const { app, page, desk } = await launch(data)
  await desk.waitForLibrary()
  const notice = page.locator('.notice')
  await expect(notice).toContainText('no backup outside the project', { timeout: 20_000 })
  await notice.getByRole('button', { name: 'Backups' }).click()
  await expect(page.getByRole('dialog').locator('.backup-place')).toContainText('Not connected')
  await app.close()
})

test('a script backs a project up elsewhere, and makes it again from there', async ({ usedData: data }) => {
  const own = join(data, project)
  const drive = join(data, 'drive')
  const quote = ['--quote', panda, '--theme', 'Animals/Pandas']
  expect((await variorum('annotate', own, harvest, ...quote)).code).toBe(0)
  const before = (await variorum('list', own, '--json')).out
  const backedUp = await variorum('backup', own, '--to', drive)
  expect([backedUp.code, backedUp.out]).toEqual([0, ''])
  expect(backedUp.err).toContain(drive)
  const inside = await variorum('backup', own, '--to', join(own, 'texts'))
  expect(inside.code).toBe(1)
  expect(inside.err).toContain('is inside the project')
  await rm(own, { recursive: true })
  const again = join(data, 'again')
  const restored = await variorum('restore', drive, again)
  expect([restored.code, restored.out]).toEqual([0, '20 documents, 1 annotations, 0 problems\n'])
  expect((await variorum('list', again, '--json')).out).toBe(before)
  expect((await variorum('verify', again)).code).toBe(0)
  const full = await variorum('restore', drive, again)
  expect(full.code).toBe(1)
  expect(full.err).toContain('not empty')
  expect((await variorum('restore', drive)).code).toBe(2)
})
