import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { violations } from './pages/axe'

const card = (page: Page) => page.locator('.walk-card')

/** By how many square pixels the card covers what it speaks of. */
function covered(page: Page): Promise<number> {
  return page.evaluate(() => {
    const boxes = ['.walk-card', '.walk-ring'].map((each) =>
      document.querySelector(each)?.getBoundingClientRect()
    )
    const [a, b] = boxes
    if (!a || !b) return -1
    const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
    const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
    return Math.max(0, width) * Math.max(0, height)
  })
}

async function openCodedSample(page: Page, run: (name: string) => Promise<void>): Promise<void> {
  await run('Open a fresh sample…')
  await page.locator('.modal .primary').click()
  await expect(page.locator('.brand')).toContainText('Northeast bulletins 2')
  await page.locator('.documents').waitFor()
}

for (const [width, height] of [
  [900, 600],
  [1440, 900]
] as const)
  test(`the walk goes by keys through the places, and covers nothing of what it speaks of, at ${width} × ${height}`, async ({
    sample: { app, desk, page }
  }) => {
    test.slow()
    await openCodedSample(page, (name) => desk.runCommand(name))
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size),
      [width, height] as [number, number]
    )
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width)
    await desk.runCommand('Two-minute walk through the app')
    const titles: string[] = []
    for (let at = 1; at <= 10; at++) {
      await expect(card(page).locator('small')).toHaveText(`Step ${at} of 10`)
      await expect(page.locator('.walk-ring')).toBeVisible()
      await expect.poll(() => covered(page)).toBe(0)
      await expect(card(page)).toBeInViewport({ ratio: 1 })
      titles.push(await card(page).locator('h2').innerText())
      if (width === 900) expect([at, await violations(page)]).toEqual([at, []])
      await page.keyboard.press('F8')
    }
    expect(new Set(titles).size).toBe(10)
    await expect(card(page)).toHaveCount(0)
  })

test('one leaves the walk at any step, goes back in it, and works on while it stands', async ({
  sample: { desk, page }
}) => {
  await openCodedSample(page, (name) => desk.runCommand(name))
  await page.locator('.first-steps').getByRole('button', { name: 'Two-minute walk' }).click()
  await expect(card(page)).toContainText('Step 1')
  await page.keyboard.press('ArrowRight')
  await expect(card(page)).toContainText('Step 2')
  await page.keyboard.press('ArrowLeft')
  await expect(card(page)).toContainText('Step 1')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(card(page)).toContainText('Code a passage')
  await expect(page.locator('.walk-ring')).toBeVisible()
  await expect.poll(() => covered(page)).toBe(0)
  // Whoever has turned the wheel has the page: the walk scrolls it no more.
  await page.mouse.wheel(0, 1)
  await desk.drag('every ten days')
  await desk.press('/')
  await desk.picker().fill('Exhortation')
  await page.keyboard.press('Enter')
  await expect(desk.marks().filter({ hasText: 'every ten days' })).toHaveCount(1)
  await desk.press('F8')
  await expect(card(page)).toContainText('Step 5')
  await page.keyboard.press('Escape')
  await expect(card(page)).toHaveCount(0)
  await expect(desk.rows().first()).toBeVisible()
})

test('the sample is coded by two coders, and can be opened without', async ({ sample: { desk, page } }) => {
  await openCodedSample(page, (name) => desk.runCommand(name))
  await desk.go('annotations')
  await expect(desk.listed().nth(11)).toBeVisible()
  await expect(page.locator('.annotation-list')).toContainText('Sample coder A')
  await expect(page.locator('.annotation-list')).toContainText('Sample coder B')
  await desk.press('Control+z')
  await expect(desk.toast()).toContainText('nothing to undo')
  await desk.runCommand('Open a fresh sample…')
  await page.getByLabel('Texts and themes alone').check()
  await page.locator('.modal .primary').click()
  await expect(page.locator('.brand')).toContainText('Northeast bulletins 3')
  await page.locator('.documents').waitFor()
  await expect(page.locator('.documents td.annotations').first()).toHaveText('')
})
