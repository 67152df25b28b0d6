import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures'

const text = 'Province Calls for a Running Start'

test('overlapping highlights are each reached: by click through a chooser, and by key', async ({
  sample: { desk, page }
}) => {
  await desk.openDocument(text)
  await desk.code('golden season for stockpiling', 'Seasons')
  await desk.press('Escape')
  await desk.code('season for', 'Time')
  await desk.press('Escape', 'Escape')
  const options = page.locator('.chooser [role="option"]')
  await desk.clickOn('season')
  await expect(options).toHaveCount(2)
  await options.nth(1).click()
  await expect(desk.activeQuote()).toHaveText('golden season for stockpiling')
  await expect(options).toHaveCount(0)

  await desk.press('Escape', 'Escape', 'ArrowRight', 'Enter')
  await expect(options).toHaveCount(2)
  await desk.press('ArrowDown', 'Enter')
  await expect(desk.activeQuote()).toHaveText('golden season for stockpiling')
  await desk.press('j')
  await expect(desk.activeQuote()).toHaveText('season for')
})

test('a passage carries several themes, and its ends move by word, letter and sentence', async ({
  sample: { desk, page }
}) => {
  await desk.openDocument(text)
  await desk.drag('golden season')
  await desk.press('1', '2', '3')
  await expect(page.locator('.card.on .chip:not(.add)')).toHaveCount(3)
  await expect(page.locator('.lane')).toHaveCount(3)
  await desk.press('2')
  await expect(page.locator('.card.on .chip:not(.add)')).toHaveCount(2)
  const quote = desk.activeQuote()
  await desk.press(']')
  await expect(quote).toHaveText('golden season for')
  await desk.press('[')
  await expect(quote).toHaveText('the golden season for')
  await desk.press('{')
  await expect(quote).toHaveText('golden season for')
  await desk.press('Alt+}')
  await expect(quote).toHaveText('golden season fo')
  await desk.press('Alt+{')
  await expect(quote).toHaveText('olden season fo')
  await desk.press(')')
  await expect(quote).toHaveText(/^olden season for .*investors\.$/)
  await desk.press('(')
  await expect(quote).toHaveText(/^Winter is no reason .*investors\.$/)
  for (let i = 0; i < 7; i++) await desk.press('Control+z')
  await expect(quote).toHaveText('golden season')
})

test('the ends are dragged by their handles', async ({ sample: { desk, page } }) => {
  await desk.openDocument(text)
  await desk.drag('golden season')
  await desk.press('1')
  await expect(page.locator('.handle')).toHaveCount(2)
  const drag = async (end: 'start' | 'end', to: string) => {
    const box = await page.locator(`.handle.at-${end}`).boundingBox()
    const point = await desk.pointOf(to)
    if (!box) throw new Error('no handle')
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(point.x, point.y, { steps: 5 })
    await page.mouse.up()
  }
  await drag('end', 'investors')
  await expect(desk.activeQuote()).toHaveText(/^golden season for stockpiling .* inve/)
  await drag('start', 'no reason')
  await expect(desk.activeQuote()).toHaveText(/^.{0,4}ason to stop work/)
  await desk.press('Control+z', 'Control+z')
  await expect(desk.activeQuote()).toHaveText('golden season')
})

test('a highlight is cut in two and made one again', async ({ sample: { desk, page } }) => {
  await desk.openDocument(text)
  await desk.drag('golden season for stockpiling')
  await desk.press('1')
  await expect(page.locator('.card.on')).toHaveCount(1)
  await desk.press('Control+ArrowLeft', 'Control+ArrowLeft', '|')
  await expect(page.locator('.lane')).toHaveCount(2)
  await expect(desk.activeQuote()).toHaveText('golden season')
  await page.getByRole('button', { name: 'Merge with the next' }).click()
  await expect(page.locator('.lane')).toHaveCount(1)
  await expect(desk.activeQuote()).toHaveText('golden season for stockpiling')
  await desk.press('&')
  await expect(desk.toast().last()).toContainText('No highlight touches')
})

test('double, triple and fourth click take word, sentence, paragraph; so do keys, in Chinese too', async ({
  sample: { desk, page }
}) => {
  await desk.openDocument(text)
  await desk.clickOn('golden', 2)
  expect(await desk.selected()).toBe('golden')
  await desk.clickOn('golden', 3)
  expect(await desk.selected()).toMatch(/^Winter is no reason .*investors\.$/)
  await desk.clickOn('golden', 4)
  expect(await desk.selected()).toMatch(/^Winter is no reason .*every week\.$/)
  await desk.press('Escape', 'w')
  await desk.press('e')
  const sentence = await desk.selected()
  await desk.press('e')
  expect((await desk.selected()).length).toBeGreaterThan(sentence.length)
  await desk.press('E')
  expect(await desk.selected()).toBe(sentence)

  await page.locator('.tree .version').first().click()
  await expect(page.locator('.text:lang(zh)')).toBeVisible()
  await desk.clickOn('黄金季节', 3)
  expect(await desk.selected()).toMatch(/。$/)
  const clicked = await desk.selected()
  await desk.press('b')
  expect((await desk.selected()).startsWith(clicked.slice(0, 4))).toBe(true)
  await desk.press('s')
  expect(await desk.selected()).toMatch(/。$/)
})

test('themes are pinned to digits, found by their definition, made in place, repeated, taken from the words', async ({
  sample: { desk, page }
}) => {
  await desk.openDocument(text)
  const chips = page.locator('.card.on .chip:not(.add)')
  await desk.drag('golden season')
  await desk.press('/')
  await desk.picker().fill('formulae that count')
  await expect(page.locator('.picker [role="option"]').first()).toContainText('Numbers')
  await desk.press('Alt+p', 'Enter')
  await expect(chips).toHaveText(['Numbers'])
  await desk.press('Escape')

  await desk.drag('no reason to stop')
  await desk.press('1')
  await expect(chips).toHaveText(['Numbers'])
  await desk.press('Escape')

  await desk.drag('decisions of')
  await desk.press('/')
  await desk.picker().fill('Hand-overs')
  await desk.press('Enter')
  await expect(chips).toHaveText(['Hand-overs'])
  await desk.press('Escape')

  await desk.drag('reports from')
  await desk.press('.')
  await expect(chips).toHaveText(['Hand-overs'])
  await desk.press('Escape')

  await desk.drag('attracting investors')
  await desk.press('v')
  await expect(chips).toHaveText(['attracting investors'])
  await expect(page.locator('.side .tree').last()).toContainText('attracting investors')
  await desk.press('Control+z')
  await expect(page.locator('.side .tree').last()).not.toContainText('attracting investors')
})

test('in the coding mode one key codes a sentence and goes on; the bar does the same by pointer', async ({
  sample: { desk, page }
}) => {
  await desk.openDocument(text)
  await desk.press('Control+ArrowDown', 'Control+ArrowDown', 'c')
  const bar = page.locator('.coding-bar')
  await expect(bar).toBeVisible()
  await expect.poll(() => desk.selected()).toMatch(/^On December 3/)
  await desk.press('1')
  await expect.poll(() => desk.selected()).toMatch(/^The meeting conveyed/)
  await desk.press('Space')
  await expect.poll(() => desk.selected()).toMatch(/^Winter is no reason/)
  await desk.press('2')
  await expect.poll(() => desk.selected()).toMatch(/^Guided by/)
  await desk.press('Shift+Space')
  await expect.poll(() => desk.selected()).toMatch(/^Winter is no reason/)
  await desk.press('0')
  await expect.poll(() => desk.selected()).toMatch(/^Guided by/)
  await expect(page.locator('.lane')).toHaveCount(3)
  await bar.locator('.coding-key').nth(2).click()
  await expect.poll(() => desk.selected()).toMatch(/^Every county/)
  await bar.locator('input[type="radio"]').nth(1).check({ force: true })
  await expect.poll(() => desk.selected()).toMatch(/^Winter is no reason .*every week\.$/)
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  await expect(page.locator('.lane')).toHaveCount(4)
})

test('the wording is marked apart from themes, and doubtful passages are left out of the list', async ({
  sample: { desk, page }
}) => {
  await desk.openDocument(text)
  await desk.code('golden season', 'Seasons')
  await desk.press('Escape')
  await desk.drag('one main axis and six pairs')
  await desk.press('Alt+2')
  const on = page.locator('.card.on .quality-mark.on')
  await expect(on).toHaveText(['calque'])
  await page.locator('.card.on .quality-mark', { hasText: 'doubtful' }).click()
  await expect(on).toHaveText(['doubtful', 'calque'])
  await desk.go('annotations')
  await expect(desk.listed()).toHaveCount(2)
  const wording = page.getByLabel('Wording')
  await wording.selectOption({ label: 'Without: doubtful' })
  await expect(desk.listed()).toHaveCount(1)
  await expect(desk.listed().first()).toContainText('golden season')
  await wording.selectOption({ label: 'Only: calque' })
  await expect(desk.listed().first()).toContainText('one main axis')
})

test('many annotations are recoded at once and as one step', async ({ sample: { desk, page } }) => {
  await desk.openDocument(text)
  for (const words of ['golden season', 'decisions of', 'every week']) {
    await desk.code(words, 'Sundry')
    await desk.press('Escape')
  }
  await desk.go('annotations')
  await expect(desk.listed()).toHaveCount(3)
  await page.getByLabel('Select all shown').check()
  await page.getByLabel('Add theme…').selectOption({ label: 'Exhortation' })
  await expect(desk.listed().filter({ hasText: 'Exhortation' })).toHaveCount(3)
  await page.locator('.annotation-list input').first().focus()
  await page.keyboard.press('Space')
  await page.getByLabel('Take theme away…').selectOption({ label: 'Sundry' })
  await expect(desk.listed().filter({ hasText: 'Sundry' })).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(desk.listed().filter({ hasText: 'Sundry' })).toHaveCount(3)
  await page.getByRole('button', { name: /^Delete: 2 selected/ }).click()
  await expect(desk.listed()).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(desk.listed()).toHaveCount(3)
})

test('every place where something stands is coded as one step, some left out', async ({
  sample: { desk, page }
}) => {
  await desk.openDocument(text)
  await page.keyboard.press('Control+f')
  await page.locator('.find-bar input').fill('spring festival')
  await page.getByRole('button', { name: 'Code all matches…' }).click()
  const rows = page.locator('.autocode-row')
  await page.getByLabel('Code', { exact: true }).selectOption({ label: 'the sentence around them' })
  await page.getByLabel('With the theme').selectOption({ label: 'a new theme…' })
  await page.locator('.dialog-foot .primary').click()
  await expect(rows).toHaveCount(2)
  await rows.nth(1).locator('input').uncheck()
  await page.locator('.dialog-foot .primary').click()
  await expect(desk.toast().last()).toContainText('1 passage coded')
  await expect(desk.marks()).toHaveCount(1)
  await expect(desk.marks().first()).toContainText('Every county')
  await page.keyboard.press('Control+z')
  await expect(desk.marks()).toHaveCount(0)

  // By keys alone, over all texts, as an expression.
  await page.keyboard.press('Control+Shift+a')
  await page.locator('.dialog input').first().fill('\\d+ (projects|key projects)')
  await page.getByRole('checkbox', { name: 'Regular expression' }).focus()
  await desk.press('Space')
  await page.getByLabel('In', { exact: true }).selectOption({ label: 'all texts' })
  await page.locator('.dialog input').first().focus()
  await desk.press('Enter')
  await expect(rows.first()).toBeVisible()
  const count = await rows.count()
  expect(count).toBeGreaterThan(2)
  await page.locator('.dialog-foot .primary').focus()
  await desk.press('Enter')
  await expect(desk.toast().last()).toContainText(`${count} passages coded`)
  await desk.go('annotations')
  await expect(desk.listed()).toHaveCount(count)
  await page.keyboard.press('Control+z')
  await expect(desk.listed()).toHaveCount(0)
})

test('an expression that would run for ever is stopped and said', async ({ sample: { desk, page } }) => {
  await desk.openDocument(text)
  await page.keyboard.press('Control+f')
  const field = page.locator('.find-bar input')
  await page.getByRole('button', { name: 'Regular expression' }).click()
  await field.fill('(a+')
  await expect(page.locator('.find-count')).toContainText('not a pattern')
  await field.fill('^(([A-Za-z0-9 ,]+)+)+@$')
  await expect(page.locator('.find-count')).toContainText('took too long', { timeout: 15_000 })
  await field.fill('Spring\\s+Festival')
  await expect(page.locator('.find-count')).toContainText('of 2')
})

test('the codebook: moved by drag and by key, merged, split, grouped, exported', async ({
  sample: { app, desk, page },
  data
}) => {
  await desk.openDocument(text)
  for (const [words, theme] of [
    ['golden season', 'Figures'],
    ['six pairs', 'Numbers'],
    ['Spring Festival', 'Numbers']
  ] as const) {
    await desk.code(words, theme)
    await desk.press('Escape')
  }
  await desk.go('themes')
  const item = (name: string) => page.locator('.codebook-item', { hasText: name })
  await expect(item('Fixed formulae').locator('.number')).toHaveText('0 · 2')

  await item('Figures').dragTo(item('Exhortation'), { targetPosition: { x: 120, y: 14 } })
  await expect(item('Figures')).toHaveAttribute('aria-level', '2')
  await item('Figures').click()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(item('Figures')).toHaveAttribute('aria-level', '1')

  await page.getByLabel('Use it when', { exact: true }).fill('A number stands in a slogan.')
  await page.getByLabel('Do not use it when').fill('It is only a date.')
  await page.getByLabel('New group…').fill('For the article')
  await page.keyboard.press('Enter')
  await expect(page.locator('.group-row')).toContainText('For the article')
  // Saving one field takes nothing away from the next.
  await expect(page.getByLabel('Do not use it when')).toHaveValue('It is only a date.')
  await expect(page.getByLabel('Use it when', { exact: true })).toHaveValue('A number stands in a slogan.')

  await page.getByRole('button', { name: 'Merge into…' }).click()
  await page.getByLabel('Into', { exact: true }).selectOption({ label: 'Fixed formulae › Numbers' })
  await page.locator('.dialog-foot .primary').click()
  await expect(item('Figures')).toHaveCount(0)
  await expect(item('Numbers').locator('.number')).toHaveText('3')
  await expect(page.getByLabel('Use it when', { exact: true })).toHaveValue('A number stands in a slogan.')
  await expect(page.locator('.group-row input')).toBeChecked()

  await page.getByRole('button', { name: 'Split…' }).click()
  await page.getByLabel('Name of the new theme').fill('Feasts')
  await page.locator('.autocode-row', { hasText: 'Spring Festival' }).locator('input').check()
  await page.locator('.dialog-foot .primary').click()
  await expect(item('Feasts').locator('.number')).toHaveText('1')
  await expect(item('Numbers').locator('.number')).toHaveText('2')

  const file = join(data, 'codebook.md')
  await page.getByRole('button', { name: 'Export the codebook' }).click()
  await desk.exportAs('md')
  await desk.saveExport(file)
  await desk.go('themes')
  await expect(item('Feasts')).toBeVisible()
  const exported = await readFile(file, 'utf8')
  expect(exported).toContain('### Numbers')
  expect(exported).toContain('**Use it when:** A number stands in a slogan.')
  expect(exported).toContain('**Groups:** For the article')
  const pdf = await app.evaluate(async ({ BrowserWindow }) => {
    const bytes = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({})
    return bytes?.length ?? 0
  })
  expect(pdf).toBeGreaterThan(5000)

  await page.keyboard.press('Control+z')
  await expect(item('Feasts')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(item('Figures').locator('.number')).toHaveText('1')
  await expect(item('Numbers').locator('.number')).toHaveText('2')
})

test('memos on project, text, theme, passage and formula, linked with one another', async ({
  sample: { desk, page }
}) => {
  await desk.openDocument(text)
  await desk.code('one main axis and six pairs', 'Numbers')
  await desk.go('memos')
  await page.getByRole('button', { name: 'New memo' }).click()
  await page.getByLabel('Title').fill('Slogans that count')
  const field = page.locator('.memo-editor textarea')
  await field.fill('A **list** of slogans: [[numb')
  await expect(page.locator('.link-list [role="option"]').first()).toContainText('Numbers')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue(/\[\[theme:[^|]+\|Numbers\]\]/)
  await field.pressSequentially(' and [[one main axis')
  await page.locator('.link-list [role="option"]', { hasText: 'On passages' }).first().click()
  await expect(field).toHaveValue(/\[\[passage:/)
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
  await page.getByLabel('About').first().selectOption({ label: 'On formulae' })
  await expect(page.locator('.memo-list li')).toHaveCount(1)
  await expect(page.locator('.memo-list li')).toContainText('一主六双')
  await page.getByLabel('About').first().selectOption({ label: 'On anything' })
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
