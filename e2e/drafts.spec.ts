import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { test as base, expect, type Launched, launch } from './fixtures'
import { keepLastTime } from './last-time'
import { SmallDisk } from './small-disk'

const harvest = 'A Harvest Festival'
const panda = 'giant panda of farmland'
const words = 'soil is a treasure here'
const state = (page: Page) => page.locator('[data-save-state]')
const banner = (page: Page) => page.locator('.notice.error')
/** More than the last page of the journal has room for. */
const long = 'The note goes on. '.repeat(400)

const test = base.extend<{ disk: SmallDisk }>({
  disk: async ({ data, sampleProject }, use, info) => {
    const disk = await SmallDisk.make(join(data, 'disk'), sampleProject)
    if (!disk) {
      process.stdout.write(
        `skipped “${info.title}”: this computer does not let the test mount a small disk\n`
      )
      info.skip()
      return
    }
    await use(disk)
    disk.remove()
  }
})

/**
 * The app with a project opened and the memo of a highlight at hand. The day's backup is there: one that is under way when
 * the disk fills up fails, and what it had written leaves room.
 */
async function open(data: string, folder: string): Promise<Launched> {
  await keepLastTime(data, folder)
  const launched = await launch(data)
  const { desk, page } = launched
  await desk.waitForLibrary()
  const backups = join(folder, 'backups')
  await expect.poll(() => readdirSync(backups).some((name) => name.endsWith('.zip'))).toBe(true)
  await desk.openDocument(harvest)
  await desk.code(panda, 'soil')
  await page.keyboard.press('m')
  await expect(desk.memo()).toBeFocused()
  return launched
}

/** Opens the text again, at the card of its highlight. */
async function openAgain({ desk }: Pick<Launched, 'desk'>): Promise<void> {
  await desk.openDocument(harvest)
  await desk.marks().first().click()
  await expect(desk.memo()).toBeVisible()
}

/** Types into the memo until the full disk has been noticed. */
async function typeOnFullDisk({ page, desk }: Launched, disk: SmallDisk, end = words): Promise<void> {
  disk.fill()
  await page.keyboard.insertText(long)
  await page.keyboard.type(end)
  await expect(banner(page)).toBeVisible()
  await expect(state(page)).toHaveText('Not saved')
  await expect(desk.cards().first().locator('.draft-note')).toContainText('kept as a draft')
  expect(disk.holds(end)).toBe(false)
}

test('what is typed while the disk is full is saved once there is room, also in a field that was left', async ({
  data,
  disk
}) => {
  const launched = await open(data, disk.project)
  const { app, page, desk } = launched
  await test.step('in the field', async () => {
    await typeOnFullDisk(launched, disk)
    disk.free()
    await expect(banner(page)).toHaveCount(0, { timeout: 20_000 })
    await expect(state(page)).toHaveText('Saved')
    await expect(desk.cards().first().locator('.draft-note')).toHaveCount(0)
    await expect.poll(() => disk.holds(words)).toBe(true)
    await expect(desk.memo()).toHaveValue(long + words)
  })
  await test.step('in a field that was left', async () => {
    const more = ' It is lost when it rains.'
    await typeOnFullDisk(launched, disk, more)
    await page.keyboard.press('Escape')
    await desk.go('library')
    await desk.waitForLibrary()
    await expect(banner(page)).toContainText('kept as a draft')
    await openAgain({ desk })
    await expect(desk.memo()).toHaveValue(long + words + long + more)
    await desk.go('library')
    disk.free()
    await expect(state(page)).toHaveText('Saved', { timeout: 20_000 })
    await expect.poll(() => disk.holds(more)).toBe(true)
  })
  await app.close()
  expect(readdirSync(join(data, 'drafts'))).toEqual([])
})

test('an app that is closed while the disk is full has the words at the next start', async ({
  data,
  disk
}) => {
  const launched = await open(data, disk.project)
  await typeOnFullDisk(launched, disk)
  await launched.app.close()
  expect(disk.holds(words)).toBe(false)
  disk.free()
  const { app, page, desk } = await launch(data)
  await desk.waitForLibrary()
  await expect(desk.toast()).toContainText('draft from last time was saved')
  await expect.poll(() => disk.holds(words)).toBe(true)
  await openAgain({ desk })
  await expect(desk.memo()).toHaveValue(long + words)
  await expect(page.locator('.draft-note')).toHaveCount(0)
  await app.close()
})

test('an app that is killed while the disk is full has the words at the next start', async ({
  data,
  disk
}) => {
  const launched = await open(data, disk.project)
  await typeOnFullDisk(launched, disk)
  const gone = new Promise((resolve) => launched.app.process().once('exit', resolve))
  launched.app.process().kill('SIGKILL')
  await gone
  disk.free()
  const { app, desk } = await launch(data)
  await desk.waitForLibrary()
  await expect.poll(() => disk.holds(words)).toBe(true)
  await openAgain({ desk })
  await expect(desk.memo()).toHaveValue(long + words)
  await app.close()
})

test('an app that is killed a moment after a key has the words at the next start', async ({
  ownApp: { app, page, desk },
  data
}) => {
  await desk.openDocument(harvest)
  await desk.code(panda, 'soil')
  await page.keyboard.press('m')
  await expect(desk.memo()).toBeFocused()
  const drafts = join(data, 'drafts')
  // A temporary file beside it holds the words a moment earlier, but is not there for the next start.
  const isKept = () =>
    existsSync(drafts) &&
    readdirSync(drafts)
      .filter((name) => name.endsWith('.json'))
      .some((name) => readFileSync(join(drafts, name), 'utf8').includes(words))
  await page.keyboard.type(words)
  await expect.poll(isKept, { intervals: [20] }).toBe(true)
  const gone = new Promise((resolve) => app.process().once('exit', resolve))
  app.process().kill('SIGKILL')
  await gone
  const again = await launch(data)
  await again.desk.waitForLibrary()
  await openAgain(again)
  await expect(again.desk.memo()).toHaveValue(words)
  await expect(again.page.locator('[data-save-state]')).toHaveText('Saved')
  await again.app.close()
})

test('a text that changed since is shown beside the draft, to be chosen between', async ({
  data,
  disk,
  sharedApp
}) => {
  test.slow()
  const launched = await open(data, disk.project)
  await launched.page.keyboard.type('at first')
  await expect.poll(() => disk.holds('at first')).toBe(true)
  await typeOnFullDisk(launched, disk)
  await launched.app.close()
  disk.free()
  // Another person's app, with a data folder of its own, writes another memo.
  const other = await sharedApp.open(disk.project)
  await openAgain(other)
  await other.desk.memo().fill('theirs')
  await expect.poll(() => disk.holds('theirs')).toBe(true)
  await sharedApp.release()
  const { app, page, desk } = await launch(data)
  await desk.waitForLibrary()
  await expect(page.locator('.notice')).toContainText('1 draft is not saved')
  await openAgain({ desk })
  await expect(desk.memo()).toHaveValue('theirs')
  const note = desk.cards().first().locator('.draft-note')
  await expect(note).toContainText(words)
  await note.getByRole('button', { name: 'Use the draft' }).click()
  await expect(desk.memo()).toHaveValue(`at first${long}${words}`)
  await expect(page.locator('.notice')).toHaveCount(0)
  await expect.poll(() => disk.holds(words)).toBe(true)
  await app.close()
})

test('a draft whose highlight is gone is kept as a memo', async ({ data, disk, sharedApp }) => {
  test.slow()
  const launched = await open(data, disk.project)
  await typeOnFullDisk(launched, disk)
  await launched.app.close()
  disk.free()
  // Another person's app removes it.
  const other = await sharedApp.open(disk.project)
  await openAgain(other)
  await other.desk.cards().first().locator('.cite .icon-button').last().click()
  await expect(other.desk.cards()).toHaveCount(0)
  await sharedApp.release()
  const { app, page, desk } = await launch(data)
  await desk.waitForLibrary()
  await page.getByRole('button', { name: 'Show drafts' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('no longer there')
  await expect(dialog).toContainText(words)
  await dialog.getByRole('button', { name: 'Keep as a memo' }).click()
  await expect(dialog).toContainText('There are no unsaved drafts')
  await page.keyboard.press('Escape')
  await desk.go('memos')
  await expect(page.locator('.memo-list li')).toContainText('The note goes on.')
  await expect.poll(() => disk.holds(words)).toBe(true)
  await app.close()
})

test('two windows that write the same memo lose none of the words', async ({ sample }) => {
  const { app, page, desk } = sample
  await desk.openDocument(harvest)
  await desk.code(panda, 'soil')
  const [other] = await Promise.all([app.waitForEvent('window'), page.keyboard.press('Control+n')])
  await other.locator('.documents').waitFor()
  await other.locator('.open-document', { hasText: harvest }).first().click()
  await other.locator('.text .mark').first().click()
  const theirs = other.locator('[data-annotation-card] textarea').first()
  await theirs.click()
  await page.bringToFront()
  await desk.memo().click()
  // Without a pause: nothing of it is saved while the other window saves its own.
  const typing = page.keyboard.type('mine goes on and on', { delay: 150 })
  await other.keyboard.type('theirs')
  await other.keyboard.press('Escape')
  await typing
  const note = desk.cards().first().locator('.draft-note')
  await expect(note).toContainText('changed elsewhere')
  await expect(note).toContainText('theirs')
  await expect(desk.memo()).toHaveValue('mine goes on and on')
  await expect(theirs).toHaveValue('theirs')
  await note.getByRole('button', { name: 'Keep mine' }).click()
  await expect(note).toHaveCount(0)
  await expect(theirs).toHaveValue('mine goes on and on')
  // Undo brings the other's words back: they were never lost.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect(desk.memo()).toHaveValue('theirs')
  await expect(note).toHaveCount(0)
})

test('a text without a pause is saved all the same', async ({ sample, data }) => {
  const { page, desk } = sample
  await desk.openDocument(harvest)
  await desk.code(panda, 'soil')
  await page.keyboard.press('m')
  const journal = join(data, 'Northeast bulletins', 'journal')
  const isSaved = () =>
    readdirSync(journal).some((name) =>
      readFileSync(join(journal, name), 'utf8').includes('"memo":"on and on')
    )
  let savedWhileTyping = false
  for (let key = 0; key < 90 && !savedWhileTyping; key++) {
    await page.keyboard.type('on and on '.charAt(key % 10), { delay: 60 })
    savedWhileTyping = isSaved()
  }
  expect(savedWhileTyping).toBe(true)
})

test('a name that is empty or too long is said at once, and never cut', async ({ sample }) => {
  const { page, desk } = sample
  await desk.openDocument(harvest)
  await desk.code(panda, 'soil')
  await desk.go('themes')
  await page.locator('.codebook-item', { hasText: 'soil' }).first().click()
  const name = page.getByLabel('Name', { exact: true })
  const note = page.locator('.theme-editor .draft-note')
  await name.fill('')
  await expect(note).toContainText('A name is needed')
  await name.fill('x'.repeat(201))
  await expect(note).toContainText('1 too many')
  await page.keyboard.press('Tab')
  await expect(name).toHaveValue('x'.repeat(201))
  await desk.go('library')
  await expect(page.locator('.notice')).toContainText('1 draft is not saved')
  await desk.go('themes')
  await page.locator('.codebook-item', { hasText: 'soil' }).first().click()
  await expect(name).toHaveValue('x'.repeat(201))
  await name.fill('ground')
  await page.keyboard.press('Enter')
  await expect(note).toHaveCount(0)
  await expect(page.locator('.codebook-item', { hasText: 'ground' })).toHaveCount(1)
})

test('Ctrl+Z in a memo takes back what was typed, not one letter', async ({ sample }) => {
  const { page, desk } = sample
  await desk.openDocument(harvest)
  await desk.code(panda, 'soil')
  await page.keyboard.press('m')
  await page.keyboard.type(words)
  await page.keyboard.press('Control+z')
  await expect(desk.memo()).toHaveValue('')
  await page.keyboard.press('Control+Shift+z')
  await expect(desk.memo()).toHaveValue(words)
})
