import { expect, test } from './fixtures'

const text = 'Province Calls for a Running Start'

test('memos on project, text, theme, passage and formula, linked with one another', async ({
  sample: { desk, page }
}) => {
  await desk.openDocument(text)
  await desk.code('one main axis and six pairs', 'Numbers')
  await desk.go('memos')
  await page.getByRole('button', { name: 'New memo' }).click()
  await page.getByLabel('Title').fill('Slogans that count')
  const field = page.locator('.memo-editor textarea')
  // A link pasted with its id becomes shorter in the field: what is written behind it stays where it is.
  await field.fill('As in [[formula:一主六双]], see [[numb')
  await expect(field).toHaveValue('As in [[一主六双]], see [[numb')
  await expect(page.locator('.link-list [role="option"]').first()).toContainText('Numbers')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('As in [[一主六双]], see [[Numbers]]')
  await field.fill('A **list** of slogans: [[numb')
  await expect(page.locator('.link-list [role="option"]').first()).toContainText('Numbers')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('A **list** of slogans: [[Numbers]]')
  await field.pressSequentially(' and [[one main axis')
  await page.locator('.link-list [role="option"]', { hasText: 'Passage' }).first().click()
  await expect(field).toHaveValue(/\[\[one main axis and six pairs\]\]$/)
  await page.locator('.segments', { hasText: 'Read' }).getByText('Read').click()
  await expect(page.locator('.memo-editor strong')).toHaveText('list')
  await page.locator('.memo-editor .memo-link.passage').first().click()
  await expect(desk.activeQuote()).toHaveText('one main axis and six pairs')
  await expect(page.locator('.card.on .backlink')).toHaveText('Slogans that count')
  await page.locator('.card.on .memo').fill('Passage memo')
  await page.keyboard.press('Escape')

  await desk.go('themes')
  await page.locator('.codebook-item', { hasText: 'Numbers' }).click()
  await expect(page.locator('.theme-editor .backlink')).toHaveText('Slogans that count')
  await page.getByRole('button', { name: 'Write a memo' }).click()
  await page.getByLabel('Title').fill('On the numbers')
  await page.getByRole('button', { name: 'New memo' }).click()
  await page.getByLabel('About', { exact: true }).last().selectOption({ label: 'a formula…' })
  await page.getByLabel('The formula, word for word').fill('一主六双')
  await page.keyboard.press('Enter')
  await expect(page.locator('.memo-list li')).toHaveCount(4)
  await page.getByLabel('About').first().selectOption({ label: 'Formula' })
  await expect(page.locator('.memo-list li')).toHaveCount(1)
  await expect(page.locator('.memo-list li')).toContainText('一主六双')
  await page.getByLabel('About').first().selectOption({ label: 'All memos' })
  await page.getByLabel('Words in the memos').fill('passage memo')
  await expect(page.locator('.memo-list li')).toHaveCount(1)
  await page.keyboard.press('Control+z')
})

test('what is typed while a memo is being saved is not lost', async ({ sample: { desk, page } }) => {
  await desk.openDocument(text)
  await desk.code('golden season', 'Seasons')
  await page.keyboard.press('m')
  await expect(desk.memo()).toBeFocused()
  const words = 'one two three four five six seven eight nine ten eleven twelve'
  for (const word of words.split(' ')) {
    await page.keyboard.type(`${word} `)
    // Each save comes back while the next word is being typed.
    await desk.memo().evaluate((field) => {
      field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
    })
  }
  await expect(desk.memo()).toHaveValue(`${words} `)
  await page.keyboard.press('Escape')
  await desk.go('memos')
  await expect(page.locator('.memo-list li')).toContainText(words)
  await page.getByRole('button', { name: 'New memo' }).click()
  await page.locator('.memo-editor textarea').focus()
  for (const word of words.split(' ')) {
    await page.keyboard.type(`${word} `)
    await page.locator('.memo-editor textarea').evaluate((field) => {
      field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
    })
  }
  await expect(page.locator('.memo-editor textarea')).toHaveValue(`${words} `)
  await expect(page.locator('.memo-list li').first()).toContainText(words)
})
