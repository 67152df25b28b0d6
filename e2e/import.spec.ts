import { execFileSync } from 'node:child_process'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { cli, expect, root, test } from './fixtures'

const fixtures = join(root, 'src/main/import/fixtures')

test('a mixed folder is dropped, looked over in a table, changed many at once, imported and taken back', async ({
  sample: { desk, page },
  data
}) => {
  const folder = join(data, 'Archive')
  await mkdir(join(folder, 'County office'), { recursive: true })
  for (const name of ['pandoc.docx', 'libreoffice.odt', 'pandoc.rtf', 'two-columns.pdf', 'pandoc.epub'])
    await cp(join(fixtures, name), join(folder, 'County office', `2019-04-02 ${name}`))
  await cp(join(fixtures, 'pairs.xlsx'), join(folder, 'pairs.xlsx'))
  await writeFile(join(folder, 'notes.bin'), 'x')
  await writeFile(
    join(folder, 'more.zip'),
    zipSync({ 'inside/letter.txt': strToU8('A letter\n\nThe office wrote twice.\n') })
  )
  await desk.drop(folder)
  const rows = page.locator('.import-files tr')
  await expect(rows).toHaveCount(9, { timeout: 30_000 })
  await expect(rows.filter({ hasText: 'notes.bin' }).locator('.refused')).toContainText('cannot be imported')
  await expect(rows.filter({ hasText: 'letter.txt' }).getByLabel(/^Title/)).toHaveValue('A letter')
  // The same report in other clothes is told.
  await expect(rows.filter({ hasText: 'nearly the same as' }).first()).toBeVisible()

  const own = (name: string) => rows.filter({ has: page.locator('b', { hasText: name }) })
  const named = (name: string) => own(name).locator('.file button')
  await named('libreoffice.odt').click()
  await named('two-columns.pdf').click({ modifiers: ['Shift'] })
  await expect(page.locator('.import-files tr.selected')).toHaveCount(5)
  await own('pandoc.rtf').getByLabel(/^Kind/).selectOption({ label: 'Official translation' })
  await page.getByLabel('Fill from file names…').selectOption({ label: 'Publisher from the folder' })
  await page.getByLabel('Fill from file names…').selectOption({ label: 'Date from the name of the file' })
  for (const name of ['pandoc.docx', 'two-columns.pdf']) {
    const row = own(name)
    await expect(row.getByLabel(/^Kind/)).toHaveValue('official')
    await expect(row.getByLabel(/^Publisher/)).toHaveValue('County office')
    await expect(row.getByLabel(/^Published/)).toHaveValue('2019-04-02')
  }
  await own('two-columns.pdf')
    .getByLabel(/^Title/)
    .fill('The county review')
  for (const name of ['libreoffice.odt', 'pandoc.rtf', 'pandoc.epub']) {
    await named(name).click()
    await own(name).locator('input[type="checkbox"]').uncheck()
  }

  const report = join(data, 'report.csv')
  await desk.answerSave(report)
  await page.getByRole('button', { name: 'Save report' }).click()
  await expect.poll(() => readFile(report, 'utf8').catch(() => '')).toContain('refused')

  await page.locator('.dialog-foot .primary').click()
  await expect(desk.toast().last()).toContainText('5 texts imported')
  // The workbook's columns are versions of one work, aligned as it says.
  await page.locator('.work-row button', { hasText: 'pairs' }).first().click()
  await expect(desk.rows()).toHaveCount(3)
  await expect(desk.rows().filter({ hasText: '抓紧落实' })).toContainText('They must act soon.')
  await expect(desk.rows().filter({ hasText: '停工的理由' })).toContainText('left out')
  await desk.go('library')
  await desk.openDocument('The county review')
  await desk.code('extraordinary measures', 'one visit')
  await expect(desk.cards().first()).toContainText('p. 1')
  await desk.press('Control+z', 'Control+z')
  await desk.go('library')
  await expect(desk.document('The county review')).toHaveCount(0)
  await expect(page.locator('.work-row', { hasText: 'pairs' })).toHaveCount(0)
})

test('a text in an encoding that was guessed wrong is read again as one says', async ({
  sample: { desk, page },
  data
}) => {
  const file = join(data, 'dos.txt')
  await writeFile(file, iconv.encode('Größe\n\nGrüße aus der Gemeinde. Schöne Aussicht überall.\n', 'cp437'))
  await desk.drop(file)
  const encoding = page.getByLabel(/^Encoding/)
  await encoding.selectOption('cp437')
  await expect(page.locator('.import-preview')).toContainText('Grüße aus der Gemeinde.')
  await expect(page.getByLabel(/^Title: dos/)).toHaveValue('Größe')
})

test('what a file says and no project can hold is cut and told; a field that cannot stand is named', async ({
  sample: { desk, page },
  data
}) => {
  const folder = join(data, 'odd')
  await mkdir(folder)
  const body = '<p>The office met in May, and people came only once, as the notice had said they would.</p>'
  await writeFile(
    join(folder, 'names.html'),
    `<html lang="en-verylongsubtag"><head><meta name="dc.publisher" content="${'An Office of Names and '.repeat(60)}"></head><body><h1>Names</h1>${body}</body></html>`
  )
  await writeFile(join(folder, 'plain.html'), `<html><body><h1>Plain</h1>${body}</body></html>`)
  await desk.drop(folder)
  const rows = page.locator('.import-files tr')
  await expect(rows).toHaveCount(2, { timeout: 30_000 })
  const published = page.getByLabel('Published: names.html')
  await expect(page.locator('.import')).toContainText('1 value was too long and is cut: publisher')
  await expect(page.locator('.import')).toContainText('changed: language')

  const foot = page.locator('.dialog-foot')
  await published.fill('2018-13')
  await expect(foot).toContainText('“names.html”: date is not a date')
  await expect(foot.locator('.primary')).toBeDisabled()
  await published.fill('2018-12')
  await foot.locator('.primary').click()
  await expect(desk.toast().last()).toContainText('2 texts imported')
})

test('one reads and highlights on while files are read; then they wait to be looked over, or are let go', async ({
  sample: { desk, page },
  data
}) => {
  const folder = join(data, 'Many')
  await mkdir(folder)
  for (let at = 0; at < 600; at++)
    await writeFile(
      join(folder, `${at}.txt`),
      `Notice ${at}\n\nThe office counted ${at} forms and kept them.\n`
    )
  await desk.openDocument('Province Calls for')
  await desk.drop(folder)
  // Any key shows that somebody is at work; a wheel would still be turning the page under the pointer.
  await page.keyboard.press('Shift')
  await expect(page.locator('.import-strip progress')).toBeVisible()
  await desk.code('golden season', 'Winter')
  const strip = page.locator('.import-strip.ready')
  await expect(strip.getByRole('status')).toHaveText('600 texts are ready', { timeout: 60_000 })
  await expect(page.locator('.dialog')).toHaveCount(0)
  // Another import waits until this one is over, and shows it.
  await desk.drop(join(root, 'corpus', 'one-visit'))
  await expect(desk.toast().last()).toContainText('An import is under way. Finish it first.')
  await expect(page.locator('.import-files tr').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('.dialog')).toHaveCount(0)

  await desk.drop(folder)
  await page.locator('.import-strip').getByRole('button', { name: 'Cancel' }).click()
  await expect(page.locator('.import-strip')).toHaveCount(0)
  await desk.drop(join(root, 'corpus', 'ice-and-snow', 'official.txt'))
  await expect(page.locator('.import-files tr')).toHaveCount(1)
})

test('versions among the files are proposed, and gathered with one click', async ({
  sample: { desk, page },
  data
}) => {
  const project = join(data, 'project')
  execFileSync(process.execPath, [cli, 'new', project])
  await desk.answerOpen(project)
  await desk.press('Control+o')
  await expect(page.getByText('There are no texts in this project yet.')).toBeVisible()
  await desk.drop(join(root, 'corpus', 'one-visit'), join(root, 'corpus', 'ice-and-snow', 'official.txt'))
  await expect(page.locator('.import-kin li')).toHaveCount(1)
  await expect(page.locator('.import-kin li')).toContainText('4 texts look like versions')
  await page.getByRole('button', { name: 'Make them versions' }).click()
  await expect(page.locator('.import-kin li')).toHaveCount(0)
  await page.locator('.dialog-foot .primary').click()
  await expect(page.locator('.work-row')).toContainText('4 versions')
})

test('what lies on the clipboard comes in as a text', async ({ sample: { app, desk, page } }) => {
  await app.evaluate(({ clipboard }) => clipboard.writeText('A pasted notice\n\nThe gate opens at eight.\n'))
  await desk.press('Control+Shift+v')
  await expect(page.locator('.import-files tr')).toHaveCount(1)
  await page.locator('.dialog-foot .primary').click()
  await expect(desk.text()).toContainText('The gate opens at eight.')
})

test('the columns of a table are what one says they are', async ({ sample: { desk, page }, data }) => {
  const file = join(data, 'letters.csv')
  await writeFile(
    file,
    'number,sender,words\n1,County,The gate opens at eight.\n2,Province,The gate closes at nine.\n'
  )
  await desk.drop(file)
  const rows = page.locator('.import-files tr')
  await expect(rows).toHaveCount(2)
  await page.locator('.sheet-fields').getByLabel('Publisher or site').selectOption({ label: 'sender' })
  await expect(rows.nth(1).getByLabel(/^Publisher/)).toHaveValue('Province')
  await page.locator('.sheet-fields').getByLabel('A row is a text').selectOption('')
  // The file is read again after each choice.
  const column = (name: string) => page.locator('.sheet-versions label', { hasText: name }).locator('input')
  await expect(column('words')).toBeChecked()
  await column('sender').click()
  await expect(rows).toHaveCount(3)
  await column('number').click()
  await expect(rows).toHaveCount(2)
  await expect(page.locator('.import-preview')).toContainText('County')
})

test('a line that every page of a site has is boilerplate in all of them, and tomorrow too', async ({
  sample: { desk, page },
  data
}) => {
  const pageOf = (n: number) =>
    `<html lang="en"><head><meta property="og:site_name" content="Snow Office"></head><body><article><h1>Report ${n}</h1><p>The office met on day ${n} of the month and counted every resort in the valley, one after another.</p><p>Reader of the day: number ${n} of this week, with thanks for the visit.</p></article></body></html>`
  await mkdir(join(data, 'pages'))
  for (const n of [1, 2]) await writeFile(join(data, 'pages', `page-${n}.html`), pageOf(n))
  await desk.drop(join(data, 'pages'))
  await expect(page.locator('.import-files tr')).toHaveCount(2)
  await page.locator('.preview-block', { hasText: 'Reader of the day' }).focus()
  await desk.press('x')
  await page.getByRole('button', { name: 'Always boilerplate, in texts of this site' }).click()
  await page.locator('.import-files .file button').nth(1).click()
  await expect(page.locator('.preview-block.furniture', { hasText: 'number 2 of this week' })).toBeVisible()
  await page.locator('.dialog-foot .primary').click()
  await expect(desk.toast().last()).toContainText('2 texts imported')
  await writeFile(join(data, 'page-3.html'), pageOf(3))
  await desk.drop(join(data, 'page-3.html'))
  await expect(page.locator('.preview-block.furniture', { hasText: 'number 3 of this week' })).toBeVisible()
})

test('at 200 % in a window of 1280 by 800 a title and a date are corrected by key, and the text comes in', async ({
  sample: { app, desk, page },
  data
}) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await desk.setAppearance('light', 'en', 2)
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(640)
  const file = join(data, 'a notice with a long name that was given to it by the office.txt')
  await writeFile(file, 'The office\n\nThe office wrote twice, and was answered in May of the same year.\n')
  await desk.drop(file)
  const body = page.locator('.dialog-body')
  const title = page.locator('.import-fields [name="title"]')
  const isWhole = (place: Locator) =>
    place.evaluate((each) => {
      const { left, right, top, bottom } = each.getBoundingClientRect()
      const middle = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      return left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight && each.contains(middle)
    })

  await test.step('nothing stands out at the side; tools and the row of the file are whole', async () => {
    expect(await body.evaluate((each) => each.scrollWidth <= each.clientWidth)).toBe(true)
    const row = page.locator('.import-files tr').first()
    for (const place of [page.getByRole('button', { name: 'Save report' }), row.getByLabel(/^Title/)])
      expect(await isWhole(place)).toBe(true)
  })

  await test.step('Tab leads to the form, which comes into sight', async () => {
    await page.locator('.import-files .file button').click()
    for (let presses = 0; presses < 12; presses++) {
      if (await title.evaluate((each) => each === document.activeElement)) break
      await desk.press('Tab')
    }
    await expect(title).toBeFocused()
    await expect.poll(() => isWhole(title)).toBe(true)
    await desk.press('Control+a')
    await page.keyboard.type('The office writes twice')
    await expect(page.locator('.import-files').getByLabel(/^Title/)).toHaveValue('The office writes twice')
  })

  await test.step('a date that is none is named at the foot, and the way there is one click', async () => {
    await desk.press('Tab')
    await page.keyboard.type('May 2020')
    await title.focus()
    const fault = page.locator('.import-state button')
    expect(await isWhole(fault)).toBe(true)
    await fault.click()
    const published = page.locator('.import-fields [name="published"]')
    await expect(published).toBeFocused()
    await expect.poll(() => isWhole(published)).toBe(true)
    await desk.press('Control+a')
    await page.keyboard.type('2020-05')
  })

  const commit = page.locator('.dialog-foot .primary')
  await expect(commit).toBeEnabled()
  expect(await isWhole(commit)).toBe(true)
  await commit.click()
  await expect(page.locator('.text')).toContainText('The office wrote twice')
  await expect(page.locator('.document-head, .text-head, h1').first()).toContainText(
    'The office writes twice'
  )
})
