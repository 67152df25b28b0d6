import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, root, test } from './fixtures'
import type { Desk } from './pages/desk'

const folder = join(root, 'docs', 'screenshots')

/** A bulletin with overlapping highlights and a memo, as it looks after an hour's work. */
async function work(desk: Desk): Promise<void> {
  await desk.openDocument('Province Calls for a Running Start')
  await desk.code(
    'golden season for stockpiling materials, for design and for attracting investors',
    'exhortation'
  )
  await desk.code('one main axis and six pairs', 'numbers')
  await desk.code('timetable for each of the 120 key projects', 'figures')
  await desk.code('let the data run the errands so that people need come only once', 'government service')
  await desk.code('people need come only once', 'one visit')
  await desk.page.keyboard.press('m')
  await desk.page.keyboard.type(
    'The source has the government run the second time. “Make it” is the bureau’s.'
  )
  await desk.page.keyboard.press('Escape')
  await desk.code('Ice and snow should be managed as mountains of gold and silver', 'ice and snow')
  await desk.marks().filter({ hasText: 'people need come only once' }).last().click()
  await expect(desk.memo()).toHaveValue(/second time/)
}

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
  await desk.go('annotations')
  await expect(desk.listed()).toHaveCount(6)
  await page.keyboard.press('Control+e')
  await expect(page.locator('.export-preview')).toContainText('people need come only once')
  for (const appearance of ['light', 'sepia', 'dark'] as const) {
    await desk.setAppearance(appearance)
    await page.screenshot({ path: join(folder, `export-${appearance}.png`) })
  }
  await page.keyboard.press('Escape')
  await desk.setAppearance('light')
  await page.screenshot({ path: join(folder, 'annotations.png') })
  await desk.go('themes')
  await page.locator('.codebook-item').nth(2).click()
  await expect(page.locator('.theme-editor')).toBeVisible()
  await page.screenshot({ path: join(folder, 'themes.png') })
  await desk.go('search')
  await page.locator('.place-tools input[type="search"]').fill('ice and snow')
  await expect(page.locator('.kwic-line').first()).toBeVisible()
  await page.screenshot({ path: join(folder, 'search.png') })
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
  await expect(page.locator('.import-files li')).toHaveCount(3)
  await page.screenshot({ path: join(folder, 'import.png') })
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
