import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, root, test } from '../fixtures'
import { work } from './hour-of-work'

const folder = join(root, 'docs', 'screenshots')

test('what the window looks like, for the guide and for our own eyes', async ({
  sample: { desk, page },
  data
}) => {
  await page.screenshot({ path: join(folder, 'library.png') })
  await work(desk)
  for (const appearance of ['light', 'sepia', 'dark'] as const) {
    await desk.setAppearance(appearance)
    await expect(desk.toast()).toHaveCount(0)
    await page.screenshot({ path: join(folder, `reader-${appearance}.png`) })
  }
  await page.keyboard.press('Control+Shift+c')
  await expect(desk.rows().first()).toBeVisible()
  await desk.marks().filter({ hasText: 'people need come only once' }).last().click()
  await expect(page.locator('.renderings dd').first()).toBeVisible()
  for (const appearance of ['light', 'sepia', 'dark'] as const) {
    await desk.setAppearance(appearance)
    await page.screenshot({ path: join(folder, `compare-${appearance}.png`) })
  }
  await desk.setAppearance('light')
  await page.getByText('Running text').click()
  await page.locator('.running-scroll').nth(1).locator('.sentence').nth(6).click()
  await page.screenshot({ path: join(folder, 'compare-running.png') })
  await page.getByText('Rows', { exact: true }).click()
  await desk.go('annotations')
  await expect(desk.listed()).toHaveCount(6)
  for (const appearance of ['light', 'sepia', 'dark'] as const) {
    await desk.setAppearance(appearance)
    await page.keyboard.press('Control+e')
    await desk.exportAs('docx')
    await expect(desk.exportPreview()).toContainText('people need come only once')
    await page.screenshot({ path: join(folder, `export-${appearance}.png`) })
  }
  await desk.setAppearance('light')
  await desk.go('annotations')
  await expect(desk.listed()).toHaveCount(6)
  await page.screenshot({ path: join(folder, 'annotations.png') })
  await page.getByText('Table', { exact: true }).click()
  await page.getByLabel('Group').selectOption({ label: 'By theme' })
  await expect(page.locator('.heading-row').first()).toBeVisible()
  await page.screenshot({ path: join(folder, 'annotations-table.png') })
  await page.getByLabel('Group').selectOption({ label: 'No headings' })
  await page.getByText('Cards', { exact: true }).click()
  await desk.go('themes')
  await page.locator('.codebook-item').nth(2).click()
  await expect(page.locator('.theme-editor')).toBeVisible()
  await page.screenshot({ path: join(folder, 'themes.png') })
  await desk.go('concordance')
  await desk.query().fill('snow')
  await expect(desk.lines().first()).toBeVisible()
  await page.screenshot({ path: join(folder, 'concordance.png') })
  // The same texts with one byte more: to the project they are new files.
  for (const name of ['winter-works/investment.html', 'ice-and-snow/machine.txt', 'opening-up/source.txt'])
    await writeFile(
      join(data, name.replace('/', '-')),
      `${await readFile(join(root, 'corpus', name), 'utf8')}\n`
    )
  await desk.drop(
    ...['winter-works-investment.html', 'ice-and-snow-machine.txt', 'opening-up-source.txt'].map((name) =>
      join(data, name)
    )
  )
  await expect(page.locator('.import-files tr')).toHaveCount(3)
  await page.screenshot({ path: join(folder, 'import.png') })
  await page.keyboard.press('Escape')
  await expect(page.locator('.import')).toHaveCount(0)
  await desk.drop(...(await saidOfTexts(data)))
  await expect(page.locator('.sidecars li')).toHaveCount(3)
  await page.screenshot({ path: join(folder, 'import-about.png') })
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await expect(page.locator('.palette li').first()).toBeVisible()
  await page.screenshot({ path: join(folder, 'palette.png') })
  await page.keyboard.press('Escape')
  await desk.setAppearance('light', 'zh-CN')
  await desk.go('library')
  await desk.openDocument('全省冬季重点工程推进会召开')
  await page.screenshot({ path: join(folder, 'reader-chinese.png') })
})

test('what an import beside other work looks like', async ({ sample: { desk, page }, data }) => {
  const archive = join(data, 'Archive')
  await mkdir(archive)
  for (let at = 1; at <= 600; at++)
    await writeFile(join(archive, `${at}.txt`), `Notice ${at}\n\nThe office counted ${at} forms.\n`)
  await desk.openDocument('Province Calls for a Running Start')
  await desk.drop(archive)
  // Somebody reads on.
  await page.mouse.wheel(0, 60)
  await page.locator('.import-strip.ready').waitFor()
  await page.screenshot({ path: join(folder, 'import-strip.png') })
})

test('what gathering and carrying over look like', async ({ sample: { desk, page } }) => {
  await desk.openDocument('Province Calls for a Running Start')
  await desk.code('golden season for stockpiling materials', 'exhortation')
  await page.locator('.other-renderings dl > div').nth(0).locator('.link').first().click()
  await expect(page.locator('.other-renderings [aria-label="linked"]')).toHaveCount(1)
  await page.screenshot({ path: join(folder, 'parallel.png') })
  await desk.press('t')
  await expect(page.locator('.other-renderings [aria-label="linked"]')).toHaveCount(3)
  await desk.go('annotations')
  await expect(page.locator('.annotation-list li.partner')).toHaveCount(3)
  await expect(desk.toast()).toHaveCount(0)
  await page.screenshot({ path: join(folder, 'parallel-list.png') })
  await desk.go('library')
  await page.getByRole('button', { name: 'Versions of Winter works meeting' }).click()
  await expect(page.locator('.gathered li')).toHaveCount(4)
  await page.screenshot({ path: join(folder, 'work.png') })
})

test('what keeping and correcting look like', async ({ sample: { desk, page } }) => {
  await work(desk)
  await desk.runCommand('Backups…')
  await page.getByRole('dialog').getByRole('button', { name: 'Back up now' }).click()
  await expect(page.locator('.history-entry', { hasText: 'on demand' })).toHaveCount(1)
  await page.keyboard.press('Escape')
  await desk.marks().filter({ hasText: 'golden season' }).first().click()
  await page.keyboard.press('Control+Shift+e')
  const field = page.locator('.correct-text')
  const old = await field.inputValue()
  await field.fill(
    old.replace(
      'golden season for stockpiling materials, for design and for attracting investors',
      'best time for stockpiling what is needed, for designing, and for winning investors'
    )
  )
  await page.screenshot({ path: join(folder, 'correct.png') })
  await page.locator('.dialog-foot .primary').click()
  await desk.marks().filter({ hasText: 'one main axis' }).first().click()
  await page.keyboard.press('Control+Shift+e')
  await field.fill((await field.inputValue()).replace('one main axis and six pairs', 'new'))
  await page.locator('.dialog-foot .primary').click()
  await expect(page.locator('.settle-card')).not.toHaveCount(0)
  await expect(desk.toast()).toHaveCount(0, { timeout: 15_000 })
  await page.keyboard.press('u')
  await page.screenshot({ path: join(folder, 'settle.png') })
  await page.keyboard.press('Control+Shift+h')
  await expect(page.locator('.history-entry').first()).toBeVisible()
  await page.screenshot({ path: join(folder, 'history.png') })
  await page.keyboard.press('Escape')
  await desk.runCommand('Backups…')
  await page
    .locator('.history-entry', { hasText: 'on demand' })
    .getByRole('button', { name: 'Compare with now…' })
    .click()
  await expect(page.locator('.differences')).toBeVisible()
  await page.screenshot({ path: join(folder, 'backups.png') })
})

test('what reading with tools and coding look like', async ({ sample: { desk, page } }) => {
  const shot = async (name: string) => {
    await expect(desk.toast()).toHaveCount(0)
    await page.screenshot({ path: join(folder, `${name}.png`) })
  }
  await work(desk)
  await desk.press('Escape', 'Control+f')
  await page.locator('.find-bar input').fill('the')
  await page.getByRole('button', { name: 'Whole words' }).click()
  await expect(page.locator('.find-count')).toContainText('of')
  await page.keyboard.press('Control+Shift+o')
  await expect(page.locator('.outline')).toBeVisible()
  await shot('find')
  await page.keyboard.press('Control+Shift+o')
  await page.getByRole('button', { name: 'Close the search' }).click()
  await desk.clickOn('come only')
  await expect(page.locator('.chooser')).toBeVisible()
  await shot('chooser')
  await desk.press('Escape', 'Escape', 'g')
  await page.getByLabel('¶').fill('4')
  await page.keyboard.press('Enter')
  await expect(desk.text()).toBeFocused()
  await desk.press('c', '1')
  await expect.poll(() => desk.selected()).toMatch(/^The wages/)
  await shot('coding')
  await desk.setAppearance('dark')
  await shot('coding-dark')
  await desk.setAppearance('light')
  await desk.press('Escape')
  await page.getByRole('button', { name: 'Appearance and language' }).click()
  await expect(page.locator('.appearance')).toBeVisible()
  await shot('typography')
  await desk.press('Escape', 'Control+Shift+a')
  await page.locator('.dialog input').first().fill('\\d+ (key )?projects')
  await page.getByRole('checkbox', { name: 'Regular expression' }).check()
  await page.getByLabel('In', { exact: true }).selectOption({ label: 'all texts' })
  await page.locator('.dialog-foot .primary').click()
  await expect(page.locator('.autocode-row').first()).toBeVisible()
  await shot('autocode')
  await desk.press('Escape')
  await desk.go('themes')
  await page.locator('.codebook-item', { hasText: 'One visit' }).click()
  await page
    .getByLabel('Use it when', { exact: true })
    .fill('The text promises fewer errands, in whatever words.')
  await page.getByLabel('Do not use it when').fill('Only speed is promised: see Figures.')
  await page.getByLabel('New group…').fill('Service reform')
  await page.keyboard.press('Enter')
  await expect(page.locator('.group-row')).toHaveCount(1)
  await page.getByRole('button', { name: 'Write a memo' }).click()
  await page.getByLabel('Title').fill('Who runs?')
  await page
    .locator('.memo-editor textarea')
    .fill(
      'In the source **the government** runs the second time. Compare [[formula:最多跑一次]] with:\n\n- let the data run\n- [[gov'
    )
  await expect(page.locator('.link-list [role="option"]').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.locator('.memo-editor .segments label').nth(1).click()
  await expect(page.locator('.memo-editor .markdown')).toBeVisible()
  await shot('memos')
  await desk.go('themes')
  await page.locator('.codebook-item', { hasText: 'One visit' }).click()
  await expect(page.locator('.theme-editor .backlink').first()).toBeVisible()
  await shot('themes')
  await desk.go('annotations')
  await page.locator('.annotation-list input').first().check()
  await page.locator('.annotation-list input').nth(2).check()
  await shot('recode')
})

test('what checking quotations looks like', async ({ sample: { desk, page } }) => {
  await desk.press('Control+7')
  await page
    .locator('.check-paste textarea')
    .fill(
      [
        '# The season of works',
        'The bulletin speaks of a “golden season for stockpiling materials, for design and for attracting investors” (Bulletin 1999, p. 4), and of a “timetable for each of the 130 key projects”. Its ‘one main axis … six pairs’ is a formula that the other versions count out.',
        'It is said that “nobody has to wait for the ferry any more”, but no bulletin says so. Elsewhere one is to let the data run the errands so that people need come only once.',
        '> Ice and snow should be managed as mountains of gold and silver.',
        'In Chinese it is 「冰天雪地也是金山银山」.'
      ].join('\n\n')
    )
  await desk.press('Control+Enter')
  await expect(page.locator('.check-item.on')).toHaveClass(/altered/)
  await page.screenshot({ path: join(folder, 'quotations.png') })
})

/** Highlights, references and a codebook that speak of texts of the sample. */
async function saidOfTexts(data: string): Promise<string[]> {
  const quotes = ['Harvest Festival', 'Black Soil'].map((exact, id) => ({
    id: String(id),
    uri: 'https://office.example/harvest',
    document: { title: ['A Harvest Festival on the Black Soil'] },
    user: 'acct:reader@hypothes.is',
    tags: ['festival'],
    text: '',
    target: [{ selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }] }]
  }))
  const files = {
    'hypothesis.json': JSON.stringify({ annotations: quotes }),
    'library.bib':
      '@report{one, title={One Month into the "One Visit at Most" Reform: Are People Satisfied?}, author={Clerk, Anna}, translator={Zhao, Min}, doi={10.1234/one}}\n',
    'codebook.qdc':
      '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="C1" name="Harvest" color="#7A5A00"><Code guid="C2" name="Grain"/></Code></Codes></CodeBook>'
  }
  for (const [name, content] of Object.entries(files)) await writeFile(join(data, name), content)
  return Object.keys(files).map((name) => join(data, name))
}

test('what following a formula looks like', async ({ sample: { desk, page } }) => {
  const left = page.locator('.formulae-left')
  const shot = (name: string) => page.screenshot({ path: join(folder, `${name}.png`) })
  await desk.press('Control+8')
  await page.getByRole('button', { name: 'Add the starter register' }).click()
  await left.locator('.formulae-list button').filter({ hasText: '最多跑一次' }).click()
  await expect(page.locator('.formula-proposals li').first()).toBeVisible({ timeout: 60_000 })
  await expect(page.locator('.chart [data-mark]').first()).toBeVisible()
  await expect(desk.toast()).toHaveCount(0)
  await shot('formula')
  await page
    .locator('.formula-beside .formula-lines button')
    .filter({ hasText: 'one visit at most' })
    .first()
    .click()
  await desk.text().waitFor()
  const underlined = () => page.evaluate(() => CSS.highlights.get('formula')?.size ?? 0)
  await expect.poll(underlined).toBeGreaterThan(0)
  // One comes to the words selected: with none selected the key shows what stands at the caret.
  await desk.press('Escape')
  await desk.clickOn('one visit at most')
  await expect.poll(() => desk.selected()).toBe('')
  await desk.press('f')
  await expect(page.locator('.formula-card li.here')).toBeVisible()
  await shot('formula-card')
  await desk.press('Escape', 'Control+8')
  await left.getByRole('button', { name: 'Translation quality' }).click()
  await page.locator('.quality-filters select').first().selectOption({ index: 1 })
  await expect(page.locator('.quality-findings li').first()).toBeVisible({ timeout: 30_000 })
  await shot('quality')
})
