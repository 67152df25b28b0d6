import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, root, test } from './fixtures'

const text = 'Province Calls for a Running Start'

test('on the way to a theme, a mark or a text nothing moves, piles up or has to be guessed', async ({
  sample: { desk, page }
}) => {
  await test.step('a message that comes again stands once, and is no error', async () => {
    for (let times = 0; times < 3; times++) await desk.press('Control+z')
    await expect(desk.toast()).toHaveText(['There is nothing to undo.'])
    await expect(desk.toast()).not.toHaveClass(/error/)
    await desk.toast().getByRole('button', { name: 'Close' }).click()
  })

  await desk.openDocument(text)
  await test.step('a theme is added on the card: the text stands still, the list opens at the button', async () => {
    await desk.code('every week', 'Sundry')
    await desk.press('Escape')
    await desk.clickOn('every week')
    const scroller = page.locator('.reader-page')
    const top = () => scroller.evaluate((each) => Math.round(each.scrollTop))
    const before = await top()
    const button = page.locator('.card.on .chip.add')
    const box = await button.boundingBox()
    await button.click()
    await expect(desk.picker()).toBeFocused()
    const picker = await page.locator('.picker').boundingBox()
    expect(Math.abs((picker?.y ?? 0) - (box?.y ?? 0))).toBeLessThan(60)
    expect(await top()).toBe(before)
    await desk.press('Escape')
  })

  await test.step('a step by sentence ends where a word can be taken', async () => {
    await desk.clickOn('golden season')
    await desk.press('Alt+ArrowRight', 'w')
    await expect.poll(() => desk.selected()).toMatch(/\p{L}/u)
    await desk.press('Escape')
  })

  await test.step('links tell texts apart by date, and passages by their words', async () => {
    await desk.go('memos')
    await page.locator('.place-tools .button').first().click()
    const field = page.locator('.memo-editor textarea')
    await field.click()
    await page.keyboard.type('See [[every we')
    await expect(page.locator('.link-list [role="option"]', { hasText: 'every week' })).toHaveCount(1)
    await desk.press('Escape')
    await field.fill('')
    await page.keyboard.type('[[running start')
    const found = page.locator('.link-list [role="option"]', { hasText: text })
    await expect(found.locator('.link-about')).toContainText('2018-12-03')
  })

  await test.step('where no text is open nothing old is looked for', async () => {
    await desk.go('library')
    await desk.openDocument(text)
    await desk.press('Control+f')
    await page.locator('.find-bar input').fill('golden')
    await desk.press('Escape')
    await desk.go('concordance')
    await desk.press('Control+Shift+a')
    await expect(page.locator('.dialog input').first()).toHaveValue('')
    await desk.press('Escape')
  })
})

test('several files that are changed at once show where they differ; tables come in as tables', async ({
  sample: { desk, page },
  data
}) => {
  await writeFile(join(data, 'one.txt'), 'A letter\n\nIt came twice.\n')
  await writeFile(join(data, 'two.txt'), 'A notice\n\nIt came once.\n')
  await desk.drop(
    join(data, 'one.txt'),
    join(data, 'two.txt'),
    join(root, 'src/main/import/fixtures/pandoc.docx')
  )
  const rows = page.locator('.import-files tr')
  const form = page.locator('.import-fields')
  await expect(rows).toHaveCount(3)
  await rows.filter({ hasText: 'one.txt' }).locator('.file button').click()
  await form.locator('input[name="publisher"]').fill('An office')
  await rows
    .filter({ hasText: 'two.txt' })
    .locator('.file button')
    .click({ modifiers: ['Control'] })
  await expect(form.locator('input[name="title"]')).toBeDisabled()
  for (const name of ['title', 'publisher'] as const) {
    await expect(form.locator(`input[name="${name}"]`)).toHaveValue('')
    await expect(form.locator(`input[name="${name}"]`)).toHaveAttribute('placeholder', '(several)')
  }
  await form.locator('input[name="publisher"]').pressSequentially('A bureau')
  await form.locator('input[name="author"]').pressSequentially('Li, Na')
  for (const name of ['one.txt', 'two.txt']) {
    await rows.filter({ hasText: name }).locator('.file button').click()
    await expect(form.locator('input[name="publisher"]')).toHaveValue('A bureau')
    await expect(form.locator('input[name="author"]')).toHaveValue('Li, Na')
    await expect(form.locator('input[name="title"]')).toHaveValue(name.replace('.txt', ''))
  }

  await rows.filter({ hasText: 'pandoc.docx' }).locator('.file button').click()
  await form.locator('input[name="title"]').fill('A file of Word')
  await page.locator('.dialog-foot .primary').click()
  await desk.openDocument('A file of Word')
  const row = page.locator('.text table tr', { has: page.locator(':is(td, th):nth-child(2)') }).first()
  await row.scrollIntoViewIfNeeded()
  const cells = await row.evaluate((each) =>
    [...each.children].map((cell) => cell.getBoundingClientRect()).map(({ left, top }) => ({ left, top }))
  )
  expect(new Set(cells.map(({ top }) => Math.round(top))).size).toBe(1)
  expect(new Set(cells.map(({ left }) => Math.round(left))).size).toBe(cells.length)
})
