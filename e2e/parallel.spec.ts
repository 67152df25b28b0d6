import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { expect, test } from './fixtures'

const official = 'Province Calls for a Running Start'

/** Chooses by a part of what an option says. */
async function choose(select: Locator, words: string): Promise<void> {
  // A list of texts is filled once somebody turns to it.
  await select.focus()
  const option = select.locator('option', { hasText: words })
  await select.selectOption((await option.getAttribute('value')) ?? '')
}

test('a highlight is carried over to every version with one key, and taken back with one', async ({
  sample: { desk, page }
}) => {
  await desk.openDocument(official)
  await desk.code('within 50 working days', 'Deadlines')
  await expect(page.locator('.other-renderings .said').first()).toBeVisible()
  await desk.press('t')
  await expect(desk.toast()).toHaveText(/Carried over to 3 versions/)
  await expect(page.locator('.other-renderings [aria-label="linked"]')).toHaveCount(3)
  await desk.press('Control+Shift+c')
  await expect(desk.rows().first()).toBeVisible()
  await expect(desk.marks().filter({ hasText: '五十个工作日' })).toHaveCount(1)
  await desk.go('annotations')
  await expect(desk.listed()).toHaveCount(4)
  await expect(page.locator('.annotation-list li.partner')).toHaveCount(3)
  await desk.press('Control+z')
  await expect(desk.listed()).toHaveCount(1)
})

test('what is coded in one version and not in another is found', async ({ sample: { desk, page }, data }) => {
  await desk.openDocument(official)
  await desk.code('within 50 working days', 'Deadlines')
  const offers = page.locator('.other-renderings dl > div')
  await offers.nth(1).getByRole('button', { name: 'Highlight these words' }).click()
  await expect(offers.nth(1).getByLabel('linked')).toBeVisible()
  await expect(offers.nth(0).getByLabel('linked')).toHaveCount(0)
  await desk.code('reviewed every week', 'Deadlines')
  await desk.go('annotations')
  await expect(desk.listed()).toHaveCount(3)
  const across = page.getByLabel('In other versions')
  await across.selectOption({ label: 'Coded in another version too' })
  await expect(desk.listed()).toHaveCount(2)
  await across.selectOption({ label: 'Coded here, in no other version' })
  await expect(desk.listed()).toHaveCount(1)
  await expect(desk.listed()).toContainText('reviewed every week')
  await across.selectOption('')
  await choose(page.locator('select[aria-label="Texts"]'), official)
  await choose(across, 'not in Machine translation')
  await expect(desk.listed()).toHaveCount(2)
  const file = join(data, 'out.csv')
  await across.selectOption({ label: 'Coded in another version too' })
  await desk.press('Control+e')
  await desk.exportAs('csv')
  await desk.saveExport(file)
  await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('parallel_quotes')
  expect(await readFile(file, 'utf8')).toMatch(/l[0-9a-z]{12}/)
})

test('highlights made in each version by itself are linked where they answer', async ({
  sample: { desk, page }
}) => {
  await desk.openDocument(official)
  await desk.code('within 50 working days', 'Deadlines')
  await desk.press('Control+Shift+c')
  await expect(desk.rows().first()).toBeVisible()
  await desk.code('compressed to within 50 working days', 'Speed')
  await desk.runCommand('Link highlights that answer')
  await expect(desk.toast()).toHaveText(/1 highlight linked/)
  await desk.marks().filter({ hasText: 'within 50 working days' }).first().click()
  const linked = page.locator('.other-renderings dl > div').filter({ has: page.getByLabel('linked') })
  await expect(linked.locator('.coded-there')).toBeVisible()
  await linked.getByRole('button', { name: 'Give it these themes' }).click()
  await expect(linked.locator('.coded-there')).toHaveCount(0)
  await linked.getByRole('button', { name: 'Unlink' }).click()
  await expect(page.locator('.other-renderings [aria-label="linked"]')).toHaveCount(0)
})

test('a work is put together in one place: its order, its base, the kind of each text', async ({
  sample: { desk, page }
}) => {
  const row = page.locator('.work-row', { hasText: 'Winter works meeting' })
  await row.getByRole('button', { name: 'Versions of Winter works meeting' }).click()
  const versions = page.locator('.gathered li')
  await expect(versions).toHaveCount(4)
  await page.getByRole('button', { name: /Move up: Province Calls/ }).click()
  await versions
    .nth(3)
    .getByLabel(/^Kind of text/)
    .selectOption({ label: 'Not known' })
  await page.getByLabel('Add a text').fill('a harvest festival')
  await page.locator('.addable button').first().click()
  await expect(versions).toHaveCount(5)
  await page.locator('.dialog-foot .primary').click()
  await expect(row).toContainText('5 versions')
  // The text stands under both works now, and is read in either comparison.
  await expect(desk.document('A Harvest Festival')).toHaveCount(2)
  await row.getByRole('button', { name: 'Winter works meeting', exact: true }).click()
  await expect(desk.rows().first()).toBeVisible()
  await expect(page.locator('.compare-head [role="columnheader"]').nth(1)).toContainText('Official')
  await desk.press('Control+z')
  await desk.go('library')
  await expect(row).toContainText('4 versions')
  await expect(desk.document('A Harvest Festival')).toHaveCount(1)
})

test('texts that are versions of one are found and gathered', async ({ sample: { desk, page } }) => {
  for (const title of ['Province Calls for', 'Lin Zhaoming Stressed', 'The province winter key'])
    await page.getByLabel(`Select ${title}`).check()
  await page.getByLabel('Work…').selectOption({ label: 'Remove from its work' })
  await expect(page.locator('.work-row', { hasText: 'Winter works meeting' })).toContainText('1 version')
  await page.getByRole('button', { name: 'Find versions' }).click()
  await expect(page.locator('.kin > li')).toHaveCount(1)
  await expect(page.locator('.kin .plain-list li')).toHaveCount(4)
  await page.getByRole('button', { name: 'Gather as versions' }).click()
  await expect(page.locator('.gathered li')).toHaveCount(4)
  await page.locator('.dialog-foot .primary').click()
  await expect(page.locator('.dialog-body')).toContainText('No further versions')
  await page.keyboard.press('Escape')
  await expect(page.locator('.work-row', { hasText: 'Winter works meeting' })).toContainText('4 versions')
  await expect(desk.document('The province winter key')).toHaveCount(1)
})
