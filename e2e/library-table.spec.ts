import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'

const rows = (page: Page) => page.locator('.documents tr:has(.open-document)')
const tick = (page: Page, at: number) => rows(page).nth(at).locator('input[type="checkbox"]')

test('several texts are described at once, as one change; what is left alone stays', async ({
  sample: { desk, page }
}) => {
  await tick(page, 0).check()
  await tick(page, 2).click({ modifiers: ['Shift'] })
  await expect(page.locator('.documents tr.selected')).toHaveCount(3)
  await page.getByRole('button', { name: 'Set facts…' }).click()
  const publisher = page.locator('.modal [name="publisher"]')
  await expect(publisher).toHaveAttribute('placeholder', '(several)')
  await expect(page.locator('.modal .primary')).toBeDisabled()
  await publisher.fill('One office')
  await page.locator('.modal [name="event"]').fill('2019-13')
  await expect(page.locator('.modal .primary')).toBeDisabled()
  await page.locator('.modal [name="event"]').fill('2019-03')
  await page.locator('.modal').getByLabel('New attribute').fill('Series')
  await page.keyboard.press('Enter')
  await page.locator('.modal .attribute input').fill('Digital')
  await page.locator('.modal .primary').click()
  await expect(desk.toast()).toContainText('Facts of 3 texts set')
  const cells = rows(page).locator('.publisher')
  for (const at of [0, 1, 2]) await expect(cells.nth(at)).toHaveText('One office')
  await expect(cells.nth(3)).not.toHaveText('One office')
  await expect(rows(page).nth(0).locator('.published')).toHaveText('2019-03-14')
  await desk.toast().getByRole('button', { name: 'Undo' }).click()
  await expect(cells.nth(0)).not.toHaveText('One office')
  await expect(cells.nth(2)).not.toHaveText('One office')
})

test('ticked texts are put into a work, coded, and deleted with an undo', async ({
  sample: { desk, page }
}) => {
  const all = await rows(page).count()
  await tick(page, 0).check()
  await tick(page, 1).check()
  await page.getByLabel('Work…').selectOption({ label: 'Ice and snow' })
  await expect(page.locator('.modal')).toContainText('Leading Group on Building a Digital Jilin')
  await page.locator('.modal .primary').click()
  await expect(page.locator('.work-row', { hasText: 'Ice and snow' })).toContainText('5 versions')
  await desk.press('Control+z')

  await page
    .locator('.documents tr', { hasText: 'Leading Group on Building' })
    .locator('input[type="checkbox"]')
    .check()
  await page.getByRole('button', { name: 'Autocode…' }).click()
  await page.locator('.modal input').first().fill('the')
  await expect(page.locator('.modal')).toContainText('the ticked text')
  await page.locator('.modal .primary').click()
  const found = page.locator('.autocode-preview')
  await expect(found).toContainText('Leading Group on Building')
  await expect(found).not.toContainText('Province Calls')
  await page.keyboard.press('Escape')

  await page.getByLabel('Select all texts that are listed').check()
  await page.getByRole('button', { name: 'Delete…' }).click()
  await expect(page.locator('.modal')).toContainText(`Delete ${all} texts?`)
  await page.locator('.button.danger').click()
  await expect(rows(page)).toHaveCount(0)
  await desk.press('Control+z')
  await expect(rows(page)).toHaveCount(all)
})

test('columns are chosen, made wider by drag and by key, and filtered; they are so tomorrow', async ({
  sample: { page }
}) => {
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.locator('.column-menu').getByText('Publisher').click()
  await page.locator('.column-menu').getByText('Event').click()
  await page.keyboard.press('Escape')
  await expect(page.locator('.documents th.publisher')).toHaveCount(0)
  await expect(rows(page).first().locator('.event')).toHaveText('2019-03-12')

  const head = page.locator('.documents th.event')
  const widthOf = async () => Math.round((await head.boundingBox())?.width ?? 0)
  const before = await widthOf()
  const edge = page.getByRole('separator', { name: 'Width of the column Event' })
  await edge.focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(widthOf).toBe(before + 12)
  const box = await edge.boundingBox()
  if (!box) throw new Error('no edge')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2 - 40, box.y + box.height / 2, { steps: 4 })
  await page.mouse.up()
  await expect.poll(widthOf).toBe(before + 52)

  await page.getByRole('button', { name: 'Filters' }).click()
  await page.getByLabel('Filter by Kind').selectOption({ label: 'Machine translation' })
  await expect(rows(page)).toHaveCount(4)
  await page.getByLabel('Filter by Published').fill('..2019')
  await expect(rows(page)).toHaveCount(3)
  await expect(page.locator('.place-tools')).toContainText('3 of 20 texts')
  await page.getByLabel('Filter by Words').fill('100000..')
  await expect(rows(page)).toHaveCount(0)
  await page.getByLabel('Filter by Words').fill('')
  await expect(rows(page)).toHaveCount(3)

  await page.reload()
  await expect(page.locator('.documents th.event')).toBeVisible()
  await expect(page.locator('.documents th.publisher')).toHaveCount(0)
  await expect.poll(widthOf).toBe(before + 52)
})
