import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, root, test } from './fixtures'

/** The violations of WCAG 2 A and AA that axe finds, in one line each. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} – ${node.failureSummary?.split('\n')[1] ?? ''}`)
  )
}

for (const appearance of ['light', 'sepia', 'dark'] as const) {
  test(`nothing stands in the way of people with other senses (${appearance})`, async ({
    sample: { desk, page },
    data
  }) => {
    // Every place is looked at by axe: a minute of work where two windows share two cores.
    test.slow()
    await desk.setAppearance(appearance, appearance === 'sepia' ? 'zh-CN' : 'en')
    const look = async (view: string) => expect([view, await violations(page)]).toEqual([view, []])
    await look('library')
    await page.locator('.documents .row-actions button').first().click()
    await look('metadata')
    await page.keyboard.press('Escape')
    await desk.openDocument('Province Calls for a Running Start')
    await desk.drag('golden season')
    await look('reader with a selection')
    await page.keyboard.press('/')
    await look('theme picker')
    await page.keyboard.press('Enter')
    await expect(desk.cards()).toHaveCount(1)
    await look('reader with an annotation')
    await page.keyboard.press('Control+Shift+c')
    await expect(desk.rows().first()).toBeVisible()
    await look('compare')
    await desk.go('annotations')
    await expect(desk.listed()).toHaveCount(1)
    await look('annotations')
    await page.keyboard.press('Control+e')
    await desk.exportShown()
    for (const format of ['docx', 'html', 'csv', 'md']) {
      await desk.exportAs(format)
      await expect(desk.exportPreview().locator('*').first()).toBeVisible()
      await look(`export as ${format}`)
    }
    await desk.go('themes')
    await page.locator('.codebook-item').first().click()
    await expect(page.locator('.theme-editor')).toBeVisible()
    await look('themes')
    await desk.go('search')
    await page.locator('.place-tools input[type="search"]').fill('snow')
    await expect(page.locator('.kwic-line').first()).toBeVisible()
    await look('search')
    const references = join(data, 'references.bib')
    await writeFile(
      references,
      '@book{a, title={Harvest Festival}}\n@book{b, title={A Harvest Festival on the Black Soil}}\n'
    )
    await desk.drop(join(root, 'corpus', 'one-visit', 'machine.txt'), references)
    await expect(page.locator('.import-files tr')).toHaveCount(1)
    await expect(page.locator('.sidecars li')).toHaveCount(2)
    await look('import')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Shift+h')
    await expect(page.locator('.history-entry').first()).toBeVisible()
    await look('history')
    await page.keyboard.press('Escape')
    await desk.go('library')
    await desk.openDocument('Province Calls for a Running Start')
    await page.locator('.text .mark').first().click()
    await page.keyboard.press('Control+Shift+e')
    const field = page.locator('.correct-text')
    await look('correcting')
    await field.fill((await field.inputValue()).replace('golden season', 'time'))
    await page.locator('.dialog-foot .primary').click()
    await expect(page.locator('.settle-card')).toHaveCount(1)
    await look('a passage to settle')
    await page.locator('.meta .link:not(.write-memo)').click()
    await expect(page.locator('.earlier-text')).toBeVisible()
    await look('earlier states')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+f')
    await page.locator('.find-bar input').fill('provincial')
    await expect(page.locator('.find-count')).toContainText('5')
    await look('finding')
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    await expect(page.locator('.dialog input')).toBeVisible()
    await look('go to a paragraph')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Shift+o')
    await expect(page.locator('.outline')).toBeVisible()
    await page.keyboard.press('c')
    await expect(page.locator('.coding-bar')).toBeVisible()
    await page.keyboard.press('1')
    await expect(page.locator('.lane').first()).toBeAttached()
    await look('coding mode and outline')
    await page.keyboard.press('Escape')
    await page.locator('.lane').last().click()
    await page.locator('.text .mark.active').dblclick()
    await page.keyboard.press('2')
    await page.keyboard.press('Escape')
    await page.locator('.mark .mark').first().click()
    await expect(page.locator('.chooser')).toBeVisible()
    await look('chooser, with the active annotation')
    await page.keyboard.press('Escape')
    await page.locator('.bar .bar-button').last().click()
    await expect(page.locator('.appearance')).toBeVisible()
    await look('how texts are set')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Shift+a')
    await page.locator('.dialog input').first().fill('provincial')
    await page.keyboard.press('Enter')
    await expect(page.locator('.autocode-row').first()).toBeVisible()
    await look('autocode')
    await page.keyboard.press('Escape')
    await desk.go('memos')
    await page.locator('.place-tools .button').first().click()
    await expect(page.locator('.memo-editor')).toBeVisible()
    await page.locator('.memo-editor textarea').fill('See [[')
    await expect(page.locator('.link-list li').first()).toBeVisible()
    await look('memos')
    await desk.go('themes')
    await page.locator('.codebook-item').first().click()
    await page.locator('.place-tools .icon-button').nth(2).click()
    await expect(page.locator('.dialog select')).toBeVisible()
    await look('merging themes')
    await page.keyboard.press('Escape')
    await page.locator('.place-tools .icon-button').nth(3).click()
    await expect(page.locator('.dialog input').first()).toBeVisible()
    await look('splitting a theme')
    await page.keyboard.press('Escape')
    await desk.go('annotations')
    await page.locator('.annotation-list input').first().check()
    await look('annotations, some selected')
    await page.keyboard.press('Control+k')
    await look('palette')
    await page.keyboard.press('Escape')
    await page.locator('.foot button').click()
    await expect(page.locator('.coders')).toBeVisible()
    await look('coders')
  })
}

test('everything in reading and annotating can be done by keyboard alone', async ({
  sample: { desk, page }
}) => {
  await desk.document('A Harvest Festival').first().focus()
  await page.keyboard.press('Enter')
  await desk.text().waitFor()
  await expect(desk.text()).toBeFocused()
  const selected = () => page.evaluate(() => getSelection()?.toString() ?? '')

  await page.keyboard.press('Control+ArrowDown')
  await page.keyboard.press('Control+ArrowDown')
  await page.keyboard.press('Alt+Shift+ArrowRight')
  await expect.poll(selected).toMatch(/^The province celebrated .*September 23\.$/)
  await page.keyboard.press('Control+ArrowUp')
  for (let i = 0; i < 3; i++) await page.keyboard.press('Control+Shift+ArrowRight')
  await expect.poll(selected).toBe('The province celebrated')
  await page.keyboard.press('3')
  await expect(desk.marks().first()).toHaveText('The province celebrated')

  await page.keyboard.press(']')
  await expect(desk.marks().first()).toHaveText('The province celebrated the')
  await page.keyboard.press('{')
  await expect(desk.marks().first()).toHaveText('province celebrated the')
  await page.keyboard.press('}')
  await expect(desk.marks().first()).toHaveText('province celebrated')
  await page.keyboard.press('[')
  await expect(desk.marks().first()).toHaveText('The province celebrated')

  await page.keyboard.press('Control+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('h')
  await expect(desk.cards().first()).toHaveClass(/on/)
  await expect(page.locator('.lane')).toHaveCount(2)
  await page.keyboard.press('k')
  await expect(page.locator('.mark.active')).toHaveText('The province celebrated')
  await page.keyboard.press('j')
  await expect(page.locator('.mark.active')).not.toHaveText('The province celebrated')
  await page.keyboard.press('m')
  await page.keyboard.type('by key')
  await page.keyboard.press('Escape')
  await expect(desk.text()).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(page.locator('.lane')).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(page.locator('.lane')).toHaveCount(2)
})

test('overlapping highlights stay visible, and a second click reaches the one beneath', async ({
  sample: { desk, page }
}) => {
  await desk.openDocument('Province Calls for a Running Start')
  await desk.code('let the data run the errands so that people need come only once', 'government service')
  await desk.code('people need come only once', 'one visit')
  await desk.code('Ice and snow should be managed', 'ice and snow')
  const inner = desk
    .marks()
    .filter({ hasText: /^people need come only once$/ })
    .last()
  await page.keyboard.press('Escape')
  await inner.click()
  await expect(page.locator('.card.on .quote')).toHaveText('people need come only once')
  // The reading caret goes where the click went, and stays there when the marks are drawn again.
  const gap = async () => {
    const [caret, mark] = [await page.locator('.reading-caret').boundingBox(), await inner.boundingBox()]
    if (!caret || !mark) return Number.POSITIVE_INFINITY
    return Math.max(
      mark.x - caret.x,
      caret.x - mark.x - mark.width,
      mark.y - caret.y - caret.height,
      caret.y - mark.y - mark.height
    )
  }
  await expect.poll(gap).toBeLessThan(3)
  await inner.click()
  await expect(page.locator('.card.on .quote')).toContainText('let the data run')
  await expect(page.locator('.lane')).toHaveCount(3)
  await expect(desk.cards()).toHaveCount(2)
})

test('the palette lists every command with its key', async ({ sample: { desk, page } }) => {
  await page.keyboard.press('Control+k')
  const options = page.locator('.palette li')
  await expect(options.filter({ hasText: 'Undo' })).toContainText('Ctrl+Z')
  await page.locator('.palette input').fill('themes')
  await page.keyboard.press('Enter')
  await expect(page.locator('.codebook')).toBeVisible()
  await desk.runCommand('Larger')
  await expect.poll(() => page.evaluate(() => Math.round(window.devicePixelRatio * 10))).toBe(11)
})

test('at 200 % and in a small window the text can still be read', async ({ sample: { app, desk, page } }) => {
  // Playwright's own pictures do not know the zoom factor.
  const picture = async (name: string) => {
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    const png = await app.evaluate(async ({ BrowserWindow }) =>
      (await BrowserWindow.getAllWindows()[0]?.webContents.capturePage())?.toPNG().toString('base64')
    )
    await writeFile(join(root, 'test-results', name), Buffer.from(png ?? '', 'base64'))
  }
  await desk.openDocument('Province Calls for a Running Start')
  await desk.setAppearance('light', 'en', 2)
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBeLessThan(800)
  const width = await desk.text().evaluate((element) => element.getBoundingClientRect().width)
  expect(width).toBeGreaterThan(220)
  await picture('scale-200.png')
  await desk.setAppearance('light', 'en', 0.8)
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBeGreaterThan(1700)
  await picture('scale-80.png')
})
