import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, type Launched, test } from './fixtures'

/** What everybody meets on the first day: making a project, importing, naming, undoing too often. */

const dialog = (page: Page) => page.getByRole('dialog')

/** Makes an empty project by the keys that a person presses. */
async function makeProject({ desk, page }: Launched, place: string, name: string): Promise<void> {
  await mkdir(place, { recursive: true })
  await desk.answerOpen(place)
  await page.keyboard.press('Control+Shift+n')
  await expect(dialog(page).locator('input')).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(page.locator('.brand')).toContainText(name)
}

async function writeBulletins(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (let number = 1; number <= count; number++)
    await writeFile(
      join(folder, `${number}.txt`),
      `Bulletin ${number}\n\nThe office met ${number} times and counted ${number * 7} forms on the way.\n`
    )
}

test('a new project is named by typing and made by Enter, in a folder of that name', async ({
  sample,
  data
}) => {
  const place = join(data, 'Projects')
  await makeProject(sample, place, 'County reports')
  expect(existsSync(join(place, 'County reports', 'project.json'))).toBe(true)
  await makeProject(sample, place, 'County reports')
  await expect.poll(() => existsSync(join(place, 'County reports 2', 'project.json'))).toBe(true)
})

test('three hundred texts in a new project stand in the sidebar at once, counted and not spelt, with the themes in reach', async ({
  sample,
  data
}) => {
  test.setTimeout(120_000)
  const { desk, page } = sample
  const folder = join(data, 'Bulletins')
  await writeBulletins(folder, 300)
  await makeProject(sample, data, 'Many')
  await desk.go('themes')
  await page.locator('.place-tools .button').first().click()
  await expect(page.locator('.theme-editor [name="name"]')).toBeFocused()
  await page.keyboard.type('Counting')
  await page.keyboard.press('Enter')
  await desk.go('library')
  await desk.drop(folder)
  await expect(page.locator('.import-files tr').first()).toBeVisible({ timeout: 60_000 })
  await page.locator('.dialog-foot .primary').click()
  const texts = page.locator('.side .tree').first().locator('button')
  await expect(texts.first()).toHaveText('Bulletin 1', { timeout: 60_000 })
  await expect(texts.nth(1)).toHaveText('Bulletin 2')
  await expect(texts.nth(9)).toHaveText('Bulletin 10')
  const listed = page.locator('.open-document .name')
  await expect(listed.nth(1)).toHaveText('Bulletin 2')
  await expect(page.locator('.side .tree').last().locator('button')).toBeInViewport({ ratio: 1 })
})

test('Escape and a click outside set a corrected import aside; nothing that was typed is lost', async ({
  sample: { desk, page },
  data
}) => {
  await writeBulletins(join(data, 'Two'), 2)
  const title = page
    .locator('.import-files tr')
    .first()
    .getByLabel(/^Title/)
  await desk.drop(join(data, 'Two'))
  await expect(title).toHaveValue('Bulletin 1')
  // Untouched, it goes at once.
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.locator('.import-strip')).toHaveCount(0)

  await desk.drop(join(data, 'Two'))
  await title.fill('The first bulletin')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.locator('.import-strip')).toContainText('2 texts are ready')
  await page.locator('.import-strip .primary').click()
  await expect(title).toHaveValue('The first bulletin')
  await page.mouse.click(4, 400)
  await expect(dialog(page)).toHaveCount(0)
  await page.locator('.import-strip .button').last().click()
  await expect(page.locator('.import-strip')).toContainText('corrections')
  await page.locator('.import-strip .button').first().click()
  await page.locator('.import-strip .primary').click()
  await expect(title).toHaveValue('The first bulletin')
  await page.locator('.dialog-foot .primary').click()
  await expect(desk.document('The first bulletin')).toBeVisible()
})

test('a field that cannot stand is named at the foot of the import, and a click leads to it', async ({
  sample: { desk, page },
  data
}) => {
  await writeBulletins(join(data, 'Two'), 2)
  await desk.drop(join(data, 'Two'))
  const rows = page.locator('.import-files tr')
  await rows
    .nth(1)
    .getByLabel(/^Published/)
    .fill('Aug 2020')
  await rows.first().locator('.file button').click()
  const foot = page.locator('.import-state')
  await expect(foot).toContainText('1 text needs a correction first: “2.txt”: date is not a date')
  await expect(page.locator('.dialog-foot .primary')).toBeDisabled()
  await foot.getByRole('button').click()
  const field = page.locator('.import-fields [name="published"]')
  await expect(field).toBeFocused()
  await page.keyboard.type('2020-08')
  await expect(foot).toHaveText('2 texts are ready')
  await expect(page.locator('.dialog-foot .primary')).toBeEnabled()
  for (const row of [rows.first(), rows.nth(1)]) await row.locator('input[type="checkbox"]').uncheck()
  await expect(foot).toContainText('No text is ticked')
})

test('Enter after the name of a new attribute leads on to its value', async ({ sample: { desk, page } }) => {
  await page.locator('.documents .row-actions button').first().click()
  const attributes = page.locator('.attributes')
  await attributes.locator('input').last().click()
  await page.keyboard.type('site')
  await page.keyboard.press('Enter')
  await page.keyboard.type('county')
  await expect(attributes.getByLabel('site', { exact: true })).toHaveValue('county')
  await expect(attributes.locator('input').last()).toHaveValue('')
  // What was typed is asked about before it goes; Escape goes back to it.
  await page.keyboard.press('Escape')
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Keep editing' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await expect(attributes.getByLabel('site', { exact: true })).toBeFocused()
  await page.mouse.click(4, 400)
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(desk.toast()).toHaveCount(0)
})

test('a corrected paragraph is not lost by Escape', async ({ sample: { desk, page } }) => {
  await desk.openDocument('A Harvest Festival')
  await page.locator('.text .block', { hasText: 'giant panda of farmland' }).first().click()
  await page.keyboard.press('Control+Shift+e')
  const field = page.locator('.correct-text')
  await expect(field).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.type(' Added.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await expect(field).toBeFocused()
  await expect(field).toHaveValue(/ Added\./)
  await page.locator('.dialog-foot .button').first().click()
  await expect(dialog(page)).toHaveCount(0)
})

test('a new theme and a new memo are named by typing on', async ({ sample: { desk, page } }) => {
  await desk.go('themes')
  const items = page.locator('.codebook-item')
  await items.first().waitFor()
  const before = await items.count()
  await page.getByRole('button', { name: 'New theme', exact: true }).click()
  await expect(page.locator('.theme-editor [name="name"]')).toBeFocused()
  await page.keyboard.type('Set phrases')
  await page.keyboard.press('Enter')
  await expect(items.filter({ hasText: 'Set phrases' })).toBeInViewport()
  await expect(items).toHaveCount(before + 1)
  await page.getByRole('button', { name: 'New theme below' }).click()
  await expect(items).toHaveCount(before + 2)
  await expect(page.locator('.theme-editor [name="name"]')).toBeFocused()
  await page.keyboard.type('One visit only')
  await page.keyboard.press('Enter')
  await expect(items.filter({ hasText: 'One visit only' })).toHaveAttribute('aria-level', '2')
  // Whoever leaves by a key from within a field loses nothing of it.
  const definition = page.locator('.theme-editor textarea').first()
  await definition.click()
  await page.keyboard.type('Said of one visit')
  await desk.go('library')
  await desk.waitForLibrary()
  await desk.go('themes')
  await items.filter({ hasText: 'One visit only' }).click()
  await expect(definition).toHaveValue('Said of one visit')
  await desk.go('memos')
  await page.getByRole('button', { name: 'New memo' }).click()
  await expect(page.locator('.memo-editor [name="title"]')).toBeFocused()
  await page.keyboard.type('Why they count')
  await expect(page.locator('.memo-list strong')).toHaveText('Why they count')
})

test('the form of a theme is at hand under sixty themes, also in a small window and at 200 %', async ({
  sample: { app, desk, page }
}) => {
  test.setTimeout(90_000)
  await page.evaluate(async () => {
    for (let at = 0; at < 60; at++) {
      const theme = {
        id: `tmany${String(at).padStart(8, '0')}`,
        name: `Theme ${at + 1}`,
        colour: '#2f7a82',
        parent: at % 6 === 0 ? null : `tmany${String(at - (at % 6)).padStart(8, '0')}`,
        description: '',
        inclusion: '',
        exclusion: '',
        example: ''
      }
      await Reflect.get(window, 'variorum').call('project.do', {
        type: 'theme.add',
        theme,
        index: at % 6 === 0 ? 100 : (at % 6) - 1
      })
    }
  })
  await desk.go('themes')
  const items = page.locator('.codebook-item')
  const name = page.locator('.theme-editor [name="name"]')
  for (const [width, height] of [
    [1440, 900],
    [900, 600]
  ] as const) {
    await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setSize(...size), [
      width,
      height
    ] as [number, number])
    await items.filter({ hasText: /^Theme 60$/ }).click()
    await expect(name).toHaveValue('Theme 60')
    await expect(name).toBeInViewport()
    await items.filter({ hasText: /^Theme 1$/ }).click()
    await expect(name).toHaveValue('Theme 1')
    await expect(name).toBeInViewport()
  }
  const count = await items.count()
  await page.getByRole('button', { name: 'Collapse all' }).click()
  await expect.poll(() => items.count()).toBeLessThan(count - 45)
  await page.getByLabel('Filter the themes').fill('theme 44')
  await expect(items).toHaveText([/^Theme 43/, /^Theme 44/])
  await page.getByLabel('Filter the themes').fill('nothing like it')
  await expect(page.locator('.themes-columns')).toContainText('No themes match')
  await page.getByLabel('Filter the themes').fill('')
  await page.getByRole('button', { name: 'Expand all' }).click()
  await expect(items).toHaveCount(count)
  await desk.setAppearance('light', 'en', 2)
  await items.filter({ hasText: /^Theme 60$/ }).click()
  await name.click()
  await expect(name).toHaveValue('Theme 60')
  await expect(name).toBeFocused()
})

test('a fresh sample cannot be undone away', async ({ sample: { desk, page } }) => {
  const texts = await page.locator('.open-document').count()
  await desk.press('Control+z', 'Control+z', 'Control+z')
  await expect(desk.toast()).toHaveText(['There is nothing to undo.'])
  await expect(desk.toast().first()).toHaveClass('toast said')
  await expect(page.locator('.open-document')).toHaveCount(texts)
  await expect(page.locator('.side .tree').last().locator('button')).not.toHaveCount(0)
})

test('undoing an import says what goes, and offers it back', async ({ sample: { desk, page }, data }) => {
  await writeBulletins(join(data, 'Three'), 3)
  await desk.drop(join(data, 'Three'))
  await page.locator('.import-files tr').first().waitFor()
  await page.locator('.dialog-foot .primary').click()
  await expect(desk.document('Bulletin 3')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(desk.toast().last()).toContainText('Undone: import of 3 texts')
  await expect(desk.document('Bulletin 3')).toHaveCount(0)
  await desk.toast().getByRole('button', { name: 'Redo' }).click()
  await expect(desk.document('Bulletin 3')).toBeVisible()
  await expect(desk.toast().last()).toContainText('Redone: import of 3 texts')
})

test('what was undone and overtaken stays in the history, and its state is restored', async ({
  sample: { desk, page }
}) => {
  await desk.openDocument('A Harvest Festival')
  await desk.code('giant panda of farmland', 'soil')
  await page.keyboard.press('Control+z')
  await expect(desk.marks()).toHaveCount(0)
  await page.keyboard.press('Escape')
  await desk.code('The main venue was Gongzhuling', 'places')
  await page.keyboard.press('Control+Shift+h')
  const entries = page.locator('.history-entry')
  await expect(entries.first()).toContainText('The main venue')
  await expect(entries.nth(1)).toHaveClass('history-entry overtaken')
  await expect(entries.nth(1)).toContainText('giant panda of farmland')
  await entries.nth(1).getByRole('button', { name: 'Restore this state' }).click()
  await expect(entries.first()).toContainText('Restore earlier state')
  await page.keyboard.press('Escape')
  await expect(desk.marks()).toHaveText('giant panda of farmland')
  await page.locator('.text .block').first().click()
  await page.keyboard.press('Control+z')
  await expect(desk.marks()).toHaveText('The main venue was Gongzhuling')
})

test('a fresh sample opens beside the first', async ({ sample: { desk, page } }) => {
  await desk.openDocument('A Harvest Festival')
  await desk.code('giant panda of farmland', 'soil')
  await desk.runCommand('Open a fresh sample…')
  await page.getByLabel('Texts and themes alone').check()
  await page.locator('.modal .primary').click()
  await expect(page.locator('.brand')).toContainText('Northeast bulletins 2')
  await desk.go('library')
  await desk.waitForLibrary()
  await desk.openDocument('A Harvest Festival')
  await expect(desk.marks()).toHaveCount(0)
})
