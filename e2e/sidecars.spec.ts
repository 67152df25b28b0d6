import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { cli, expect, test } from './fixtures'

const notice =
  'Winter notice\n\nThe office met in spring and counted every resort of the county.\n\nPeople come only once, and salt is used sparingly.\n\nSalt is used sparingly on every road.\n'

const hypothesis = JSON.stringify({
  annotations: [
    { exact: 'counted every resort of the county', text: 'A figure is missing.', tags: ['figures'] },
    { exact: 'is used sparingly', text: '', tags: [] },
    { exact: 'the mayor promised new ploughs before winter', text: 'Gone?', tags: [] }
  ].map(({ exact, text, tags }, index) => ({
    id: String(index),
    uri: 'https://office.example/notice',
    document: { title: ['Winter notice'] },
    user: 'acct:reader@hypothes.is',
    text,
    tags,
    target: [{ selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }] }]
  }))
})

const bibliography = [
  '@report{w, title={Winter Notice}, author={Clerk, Anna}, translator={Zhao, Min}, date={2020-03}, doi={10.1234/w}}',
  ...Array.from({ length: 12 }, (_, at) => `@book{b${at}, title={Another book ${at}}, year={2001}}`)
].join('\n')

test('highlights, references and a codebook of other programs find their texts, and go again with one undo', async ({
  sample: { desk, page },
  data
}) => {
  const files = { 'notice.txt': notice, 'notes.json': hypothesis, 'refs.bib': bibliography }
  for (const [name, content] of Object.entries(files)) await writeFile(join(data, name), content)
  await writeFile(
    join(data, 'codes.qdc'),
    '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="C1" name="Ploughs" color="#AA0000"/></Codes></CodeBook>'
  )
  await desk.drop(...['notice.txt', 'notes.json', 'refs.bib', 'codes.qdc'].map((name) => join(data, name)))
  const list = page.getByRole('region', { name: 'About texts' })
  const rows = list.getByRole('listitem')
  await expect(rows).toHaveCount(3, { timeout: 30_000 })
  await expect(rows.filter({ hasText: '3 highlights on Winter notice' })).toContainText('same title')
  await expect(rows.filter({ hasText: 'refs.bib' })).toContainText(
    'fills in date, kind of publication, author, translator, DOI'
  )
  await expect(rows.filter({ hasText: 'codes.qdc' })).toContainText('Codebook of 1 theme')
  // A text that is read again is still the one that is meant.
  await page.getByLabel(/^Encoding: notice/).selectOption('windows-1252')
  await expect(page.getByLabel(/^Encoding: notice/)).toHaveValue('windows-1252')
  await expect(rows.filter({ hasText: '3 highlights' }).getByRole('combobox')).toHaveValue(/^key /)
  await list.getByRole('button', { name: 'Show 12 more' }).click()
  await expect(rows).toHaveCount(15)
  await expect(rows.last().getByRole('checkbox', { name: /^Import/ })).not.toBeChecked()
  // One that fits no text by itself is given one by hand.
  await rows.last().getByRole('combobox').focus()
  await rows.last().getByRole('combobox').selectOption({ label: 'A Harvest Festival on the Black Soil' })
  await expect(rows.last().getByRole('checkbox', { name: /^Import/ })).toBeChecked()
  await rows
    .last()
    .getByRole('checkbox', { name: /^Import/ })
    .uncheck()

  await page.locator('.dialog-foot .primary').click()
  await expect(desk.toast().last()).toContainText(
    '1 text imported · 1 highlight in place · 2 to review · 1 reference imported'
  )
  await expect(page.locator('.text .mark')).toContainText('counted every resort of the county')
  await expect(page.getByText('A figure is missing.').first()).toBeVisible()
  await expect(page.locator('.settle-card')).toHaveCount(2)
  await expect(page.locator('.settle-card').first()).toContainText('is used sparingly')
  await expect(page.locator('.settle-card').last()).toContainText('the mayor promised new ploughs')
  await page.getByRole('button', { name: 'Yes, here' }).first().click()
  await expect(page.locator('.settle-card')).toHaveCount(1)

  // The same files a second time bring nothing new.
  await desk.drop(join(data, 'notes.json'))
  await expect(rows).toHaveCount(1)
  await page.locator('.dialog-foot .primary').click()
  await expect(desk.toast().last()).toContainText('3 were there already')

  await desk.press('Control+z', 'Control+z')
  await desk.go('library')
  await expect(desk.document('Winter notice')).toHaveCount(0)
  await desk.go('themes')
  await expect(page.getByText('Ploughs')).toHaveCount(0)
})

test('a book comes in as one text, or chapter by chapter', async ({ sample: { desk, page }, data }) => {
  const chapter = (title: string, text: string) =>
    strToU8(`<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>${title}</h1><p>${text}</p></body></html>`)
  const book = join(data, 'book.epub')
  await writeFile(
    book,
    zipSync({
      'META-INF/container.xml': strToU8(
        '<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>'
      ),
      'book.opf': strToU8(
        '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>The roads</dc:title><dc:language>en</dc:language></metadata><manifest><item id="a" href="a.xhtml"/><item id="b" href="b.xhtml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
      ),
      'a.xhtml': chapter('Of salt', 'Salt is used sparingly on every road of the county.'),
      'b.xhtml': chapter('Of ploughs', 'The ploughs wait behind the gate until it snows.')
    })
  )
  await desk.drop(book)
  const rows = page.locator('.import-files tr')
  await expect(rows).toHaveCount(1)
  await page.getByLabel('Chapters of the book').selectOption({ label: '2 texts, one a chapter' })
  await expect(rows).toHaveCount(2)
  await expect(rows.nth(1).getByLabel(/^Title/)).toHaveValue('Of ploughs')
  await page.getByLabel('Chapters of the book').selectOption({ label: 'One text' })
  await expect(rows).toHaveCount(1)
  await page.getByLabel('Chapters of the book').selectOption({ label: '2 texts, one a chapter' })
  await expect(rows).toHaveCount(2)
  await page.locator('.dialog-foot .primary').click()
  await expect(desk.toast().last()).toContainText('2 texts imported')
  await expect(desk.document('Of salt')).toBeVisible()
})

test('texts that are nearly the same are left out with one click', async ({
  sample: { desk, page },
  data
}) => {
  const project = join(data, 'project')
  execFileSync(process.execPath, [cli, 'new', project])
  await desk.answerOpen(project)
  await desk.press('Control+o')
  await expect(page.getByText('There are no texts in this project yet.')).toBeVisible()
  const long = notice.repeat(3)
  for (const [name, text] of Object.entries({
    one: long,
    two: `${long}\nSeen by the clerk.\n`,
    three: `${long}\nFiled.\n`
  }))
    await writeFile(join(data, `${name}.txt`), text)
  await desk.drop(...['one', 'two', 'three'].map((name) => join(data, `${name}.txt`)))
  await expect(page.locator('.import-kin')).toContainText('2 texts are nearly the same as others.')
  await page.getByRole('button', { name: 'Leave them all out' }).click()
  await expect(page.locator('.dialog-foot')).toContainText('1 text is ready')
})

test('marks of direction are seen, and turn nothing but themselves', async ({
  sample: { desk, page },
  data
}) => {
  const file = join(data, 'odd.txt')
  await writeFile(
    file,
    'A strange notice\n\nThe office met \u202Ein spring\u202C and counted every resort.\n'
  )
  await desk.drop(file)
  await expect(page.locator('.import-preview .direction-mark')).toHaveCount(2)
  await page.locator('.dialog-foot .primary').click()
  await expect(page.locator('.text .direction-mark')).toHaveCount(2)
  // The words between the marks stand in their own order: each further to the right than the one before.
  const places = await page.evaluate(() => {
    const words = ['met', 'in spring', 'and counted']
    const walker = document.createTreeWalker(
      document.querySelector('.text') ?? document.body,
      NodeFilter.SHOW_TEXT
    )
    const left = new Map<string, number>()
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (const word of words) {
        const at = node.textContent?.indexOf(word) ?? -1
        if (at < 0) continue
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + word.length)
        left.set(word, range.getBoundingClientRect().left)
      }
    return words.map((word) => left.get(word) ?? -1)
  })
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places[0]).toBeGreaterThan(0)
})

test('what a page sets apart is set apart in the reader; where its words link to can be taken along', async ({
  sample: { app, desk, page },
  data
}) => {
  const file = join(data, 'page.html')
  await writeFile(
    file,
    '<html lang="en"><body><h1>Winter page</h1><p>The office met <em>very early</em> <b>in spring</b>, say <a href="https://office.example/minutes">the minutes</a> of the county, which are kept in the library and may be read by all who ask for them.</p><p>It met again in autumn, and counted every resort of the county twice over.</p></body></html>'
  )
  await desk.drop(file)
  await page.locator('.dialog-foot .primary').click()
  await expect(page.locator('.text em')).toHaveText('very early')
  await expect(page.locator('.text strong')).toHaveText('in spring')
  const link = page.locator('.text .text-link')
  await expect(link).toHaveAttribute('title', 'https://office.example/minutes')
  await link.click({ modifiers: ['ControlOrMeta'] })
  await expect(desk.toast().last()).toContainText('https://office.example/minutes')
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('https://office.example/minutes')
  // A highlight over all of it takes the words as they are.
  await desk.code('The office met very early in spring, say the minutes', 'one visit')
  await expect(desk.cards().first()).toContainText('The office met very early in spring, say the minutes')
})
