import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Launched, test } from './fixtures'
import { Desk } from './pages/desk'

/** Opens another window on the same project. */
async function secondWindow({ app, page }: Launched): Promise<Desk> {
  const [other] = await Promise.all([app.waitForEvent('window'), page.keyboard.press('Control+n')])
  const desk = new Desk(app, other)
  await desk.waitForLibrary()
  return desk
}

test('two windows import at once: each brings in its own, and one can give up alone', async ({
  sample,
  data
}) => {
  const { desk, page } = sample
  const other = await secondWindow(sample)
  for (const name of ['first', 'second', 'third'])
    await writeFile(
      join(data, `${name}.txt`),
      `The ${name} letter\n\nThe office wrote about the ${name} road.\n`
    )
  const titles = (window: Desk) => window.page.locator('.import-files tr').getByLabel(/^Title/)

  await desk.drop(join(data, 'first.txt'))
  await expect(titles(desk)).toHaveValue('The first letter')
  await other.drop(join(data, 'second.txt'))
  await expect(titles(other)).toHaveValue('The second letter')

  // The first one is still what it was, and comes in.
  await page.locator('.dialog-foot .primary').click()
  await expect(desk.toast().last()).toContainText('1 text imported')
  await desk.go('library')
  await expect(desk.document('The first letter')).not.toHaveCount(0)

  // A third is given up; the second is not.
  await desk.drop(join(data, 'third.txt'))
  await expect(titles(desk)).toHaveValue('The third letter')
  await page.keyboard.press('Escape')
  await expect(page.locator('.import-files')).toHaveCount(0)
  await other.page.locator('.dialog-foot .primary').click()
  await expect(other.toast().last()).toContainText('1 text imported')
  await expect(desk.document('The second letter')).not.toHaveCount(0)
  await expect(desk.document('The third letter')).toHaveCount(0)
})

test('a button that is pressed twice at once does its work once', async ({
  sample: { desk, page },
  data
}) => {
  for (const name of ['First', 'Second'])
    await writeFile(join(data, `${name}.txt`), `${name} letter\n\nThe office wrote about the ${name} road.\n`)
  const pressTwice = () =>
    page.locator('.dialog-foot .primary').evaluate((button: HTMLButtonElement) => {
      button.click()
      button.click()
    })
  await desk.drop(join(data, 'First.txt'), join(data, 'Second.txt'))
  await expect(page.locator('.import-files tr')).toHaveCount(2)
  await pressTwice()
  await expect(desk.toast().last()).toContainText('2 texts imported')
  await desk.go('library')
  const rows = page.locator('.documents tr:has(.open-document)', { hasText: 'letter' })
  await expect(rows).toHaveCount(2)
  for (const index of [0, 1]) await rows.nth(index).locator('input[type="checkbox"]').check()
  await page.locator('.selection-actions button').first().click()
  await pressTwice()
  await expect(page.locator('.dialog')).toHaveCount(0)
  await expect(page.locator('.work-row', { hasText: 'letter' })).toHaveCount(1)
})

test('two windows change what is known of one text: both win, and the same field is not overwritten', async ({
  sample
}) => {
  const { desk, page } = sample
  const other = await secondWindow(sample)
  const edit = (window: Desk) =>
    window.page
      .locator('.documents tr:has(.open-document)', { hasText: 'A Harvest Festival' })
      .first()
      .locator('.row-actions button')
      .first()
      .click()
  const field = (window: Desk, name: string) => window.page.locator(`.metadata-fields [name="${name}"]`)
  const save = (window: Desk) => window.page.locator('.dialog-foot .primary').click()

  await edit(desk)
  await edit(other)
  await field(desk, 'author').fill('Mine')
  await field(other, 'credit').fill('Theirs')
  await save(desk)
  await expect(page.locator('.dialog')).toHaveCount(0)
  await save(other)
  await expect(other.page.locator('.dialog')).toHaveCount(0)
  await edit(desk)
  await edit(other)
  await expect(field(other, 'author')).toHaveValue('Mine')
  await expect(field(desk, 'credit')).toHaveValue('Theirs')

  await field(desk, 'author').fill('Mine again')
  await field(desk, 'source').fill('Seen by both')
  await save(desk)
  await expect(page.locator('.dialog')).toHaveCount(0)
  await field(other, 'author').fill('Theirs too')
  await save(other)
  // Nothing is lost on either side: what was typed stays, what was not touched is as it is by now.
  await expect(other.toast().last()).toContainText('changed in another window')
  await expect(field(other, 'author')).toHaveValue('Theirs too')
  await expect(field(other, 'source')).toHaveValue('Seen by both')
  await save(other)
  await expect(other.page.locator('.dialog')).toHaveCount(0)
  await edit(desk)
  await expect(field(desk, 'author')).toHaveValue('Theirs too')
})
