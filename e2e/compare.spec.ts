import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { expect, launch, test } from './fixtures'
import type { Desk } from './pages/desk'

const text = 'Province Calls for a Running Start'

async function openComparison(desk: Desk): Promise<void> {
  await desk.openDocument(text)
  await desk.press('Control+Shift+c')
  await expect(desk.rows().first()).toBeVisible()
  await expect(desk.page.locator('.parts').first()).toBeVisible()
}

/** What a version says in the row in which the source says something. */
function cell(desk: Desk, source: string, column: number): Locator {
  return desk.rows().filter({ hasText: source }).locator('.slot').nth(column)
}

test('where the versions part is seen at a glance, and sifted', async ({ sample: { desk, page } }) => {
  await openComparison(desk)
  await desk.press('Control+Shift+b')
  const all = await desk.rows().count()
  await expect(page.locator('.parts-name').filter({ hasText: 'Dynasty' }).first()).toBeVisible()
  await page
    .locator('.part-bar')
    .getByRole('button', { name: /^Names/ })
    .click()
  expect(await desk.rows().count()).toBeLessThan(all)
  await expect(page.locator('.parts-name').filter({ hasText: 'Dynasty' }).first()).toBeVisible()
  await page.getByRole('button', { name: /^All rows/ }).click()
  await expect(desk.rows()).toHaveCount(all)
  await page.getByRole('button', { name: 'Most different first' }).click()
  const numbers = async () =>
    (await page.locator('.compare-row [role="rowheader"]').allInnerTexts()).map(Number)
  await expect
    .poll(async () => (await numbers()).toSorted((a, b) => a - b).join() !== (await numbers()).join())
    .toBe(true)
  await desk.press('d')
  await expect(page.locator('.parts')).toHaveCount(0)
  await desk.press('d')
  await expect(page.locator('.parts').first()).toBeVisible()
  await page.getByLabel('Differences from').selectOption({ label: 'Machine translation (en)' })
  await expect(page.locator('.held-against')).toHaveText(/Machine translation/)
})

test('a figure that a translation gets wrong is boxed, against the source too', async ({
  sample: { desk, page }
}) => {
  await page.locator('.work', { hasText: 'Opening-up measures' }).click()
  await expect(desk.rows().first()).toBeVisible()
  await page
    .locator('.part-bar')
    .getByRole('button', { name: /^Figures/ })
    .click()
  await expect(page.locator('.parts-figure').filter({ hasText: 'five' }).first()).toBeVisible()
})

test('links are corrected with keys alone, undone, and are there again tomorrow', async ({
  usedData: data
}) => {
  const source = '一律压缩到五十个工作日'
  const first = await launch(data)
  await first.desk.waitForLibrary()
  await openComparison(first.desk)
  const { desk, page } = first
  const before = await cell(desk, source, 1).innerText()
  const rows = await desk.rows().count()
  // Down to the row, over to the official translation.
  for (let step = 0; step < rows; step++) {
    if ((await page.locator('.compare-row.on').innerText()).includes(source)) break
    await desk.press('ArrowDown')
  }
  await desk.press('ArrowRight')
  await expect(page.locator('.compare-row.on .slot.on')).toHaveText(before)
  await desk.press('Alt+ArrowDown')
  await expect(cell(desk, source, 1)).not.toHaveText(before)
  await expect(cell(desk, source, 1)).toContainText(before.trim())
  await expect(page.locator('.compare-row.on').getByLabel('Corrected by hand')).toBeVisible()
  await desk.press('Control+z')
  await expect(cell(desk, source, 1)).toHaveText(before)
  await desk.press('Control+Shift+z')
  await expect(cell(desk, source, 1)).not.toHaveText(before)
  const after = await cell(desk, source, 1).innerText()
  await first.app.close()

  const again = await launch(data)
  await again.desk.waitForLibrary()
  await openComparison(again.desk)
  await expect(cell(again.desk, source, 1)).toHaveText(after)
  await expect(again.page.locator('.compare-foot')).toContainText('corrected by hand')
  await again.app.close()
})

test('a row is accepted, merged, split and unlinked', async ({ sample: { desk, page } }) => {
  await openComparison(desk)
  const rows = await desk.rows().count()
  await desk.press('ArrowDown', 'ArrowDown', 'ArrowRight', 'Alt+Enter')
  await expect(page.locator('.compare-row.on').getByLabel('Corrected by hand')).toBeVisible()
  await desk.press('Alt+j')
  await expect(desk.rows()).toHaveCount(rows - 1)
  await desk.press('Alt+s')
  await expect(desk.rows()).toHaveCount(rows)
  await desk.press('Alt+Backspace')
  await expect(page.locator('.compare-row.on .slot.on')).toHaveText('left out')
  for (let step = 0; step < 4; step++) await desk.press('Control+z')
  await expect(page.locator('.compare-row [aria-label="Corrected by hand"]')).toHaveCount(0)
  await expect(desk.rows()).toHaveCount(rows)
})

test('a sentence is dragged to another row, or picked up and put down there', async ({
  sample: { desk, page }
}) => {
  await openComparison(desk)
  const sentenceOf = (row: number) =>
    desk.rows().nth(row).locator('.slot').nth(2).locator('.sentence').first()
  const moved = (await sentenceOf(1).innerText()).slice(0, 30)
  await desk.rows().nth(1).hover()
  const grip = await desk.rows().nth(1).locator('.slot').nth(2).locator('.grip').first().boundingBox()
  const target = await desk.rows().nth(2).boundingBox()
  if (!grip || !target) throw new Error('the rows are not in sight')
  await page.mouse.move(grip.x + 5, grip.y + 6)
  await page.mouse.down()
  await page.mouse.move(grip.x + 20, grip.y + 40, { steps: 5 })
  await page.mouse.move(target.x + target.width / 2, target.y + 20, { steps: 5 })
  await page.mouse.up()
  const holder = desk.rows().filter({ has: page.locator('[lang="zh"]', { hasText: '会议传达' }) })
  await expect(holder.locator('.slot').nth(2)).toContainText(moved)
  await desk.press('Control+z')
  await expect(page.locator('.compare-row [aria-label="Corrected by hand"]')).toHaveCount(0)

  await desk.rows().nth(1).locator('.slot').nth(2).click()
  await desk.press('Alt+p')
  await expect(desk.toast().last()).toContainText(moved.slice(0, 20))
  await desk.rows().nth(3).locator('.slot').nth(0).click()
  await desk.press('Alt+l')
  await expect(desk.rows().nth(3).locator('.slot').nth(2)).toContainText(moved)
})

test('running texts scroll together, light up together, and carry the same highlights', async ({
  sample: { desk, page }
}) => {
  await openComparison(desk)
  await desk.press('Control+Shift+b')
  await page.getByText('Running text').click()
  const columns = page.locator('.running-scroll')
  await expect(columns).toHaveCount(4)
  await columns.nth(1).hover()
  await page.mouse.wheel(0, 900)
  await expect.poll(() => columns.nth(0).evaluate((each) => each.scrollTop)).toBeGreaterThan(50)
  await expect.poll(() => columns.nth(3).evaluate((each) => each.scrollTop)).toBeGreaterThan(50)
  const sentence = columns.nth(1).locator('.sentence').nth(5)
  await sentence.hover()
  await expect(page.locator('.sentence.lit').nth(1)).toBeVisible()
  await sentence.click()
  await expect(columns.nth(2).locator('.sentence.on').first()).toBeInViewport()
  await expect(page.locator('.connectors path.on').first()).toBeAttached()
  await desk.press('ArrowDown')
  await expect(columns.nth(3).locator('.sentence.on').first()).toBeInViewport()
  await desk.drag('golden season')
  await desk.press('h')
  await expect(desk.marks().filter({ hasText: 'golden season' })).toBeVisible()
  await page.getByText('Rows', { exact: true }).click()
  await expect(desk.marks().filter({ hasText: 'golden season' })).toBeVisible()
})

test('texts that are not versions of one another are said to be none', async ({
  sample: { desk, page },
  data
}) => {
  const sentences = (subject: string) =>
    Array.from({ length: 12 }, (_, at) => `${subject} number ${at * 7 + 3} was seen again on that day.`).join(
      ' '
    )
  await writeFile(join(data, 'one.md'), `# Fishing boats\n\n${sentences('A trawler out of the harbour')}\n`)
  await writeFile(
    join(data, 'two.md'),
    `# Tax law\n\n${'Whoever owes duties pays them by spring. No clerk may ask for more. Appeals go to the court. '.repeat(5)}\n`
  )
  await desk.drop(join(data, 'one.md'), join(data, 'two.md'))
  await expect(page.locator('.import-files tr')).toHaveCount(2)
  for (const index of [0, 1]) {
    await page.locator('.import-files tr button').nth(index).click()
    await page.getByLabel('Work', { exact: true }).fill('Mixed up')
  }
  await page.locator('.dialog-foot .primary').click()
  await page.locator('.work-row button', { hasText: 'Mixed up' }).click()
  await expect(page.locator('.unlike')).toContainText('does not look like a version of the same text')
})

test('in the reader a key shows the other renderings of a sentence in place, and the words that answer', async ({
  sample: { desk, page }
}) => {
  await desk.openDocument(text)
  await desk.drag('golden season')
  await desk.press('o')
  const here = page.locator('.renderings-here')
  await expect(here.locator('dt')).toHaveText(['Source', 'Unofficial translation', 'Machine translation'])
  await expect(here.locator('dd').nth(0).locator('strong')).toContainText('黄金季节')
  await expect(here.locator('dd').nth(1).locator('strong')).toHaveText('golden season')
  await desk.press('Escape')
  await expect(here).toHaveCount(0)
  expect(await desk.selected()).toBe('golden season')
})

test('the aligned versions are taken away in every format', async ({ sample: { desk, page }, data }) => {
  await openComparison(desk)
  await page.getByRole('button', { name: 'Export the comparison' }).click()
  for (const format of ['html', 'docx', 'csv', 'xlsx', 'tmx', 'tei']) {
    const file = join(data, `aligned.${format}`)
    await desk.exportAs(format)
    await desk.saveExport(file)
    expect((await readFile(file)).byteLength).toBeGreaterThan(2000)
  }
  expect(await readFile(join(data, 'aligned.tmx'), 'utf8')).toContain('<tuv xml:lang="zh">')
})
