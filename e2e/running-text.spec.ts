import { join } from 'node:path'
import { makeWorkProject } from './bench/work-project'
import { expect, launch, test } from './fixtures'

test('a long work as running texts: only what is near is drawn by sentence, and all scroll together', async ({
  data
}) => {
  test.setTimeout(180_000)
  const project = join(data, 'work')
  await makeWorkProject(project, 600)
  const { app, page, desk } = await launch(join(data, 'data'))
  await desk.waitForLibrary()
  await desk.answerOpen(project)
  await page.keyboard.press('Control+o')
  await page.locator('.work', { hasText: 'A long work' }).first().click()
  await expect(desk.rows().first()).toBeVisible({ timeout: 120_000 })
  // Without the side panel all four have room.
  await desk.press('Control+Shift+b')
  await page.getByText('Running text').click()
  const columns = page.locator('.running-scroll')
  await expect(columns).toHaveCount(4)
  await expect(columns.nth(0).locator('.sentence').first()).toBeVisible()
  const drawn = await columns.nth(0).locator('.sentence').count()
  expect(drawn).toBeLessThan(300)
  // All words are there all the same.
  const words = await columns.nth(0).evaluate((column) => column.textContent?.length ?? 0)
  await columns.nth(1).hover()
  for (let i = 0; i < 4; i++) await page.mouse.wheel(0, 2500)
  await expect.poll(() => columns.nth(0).evaluate((each) => each.scrollTop)).toBeGreaterThan(2000)
  await expect.poll(() => columns.nth(3).evaluate((each) => each.scrollTop)).toBeGreaterThan(2000)
  const inSight = (column: number) =>
    columns.nth(column).evaluate((each) => {
      const box = each.getBoundingClientRect()
      const rows = [...each.querySelectorAll<HTMLElement>('.sentence')].flatMap((sentence) => {
        const own = sentence.getBoundingClientRect()
        return own.bottom > box.top && own.top < box.bottom ? [Number(sentence.dataset.row)] : []
      })
      // A row that a version leaves out has no sentence in its column.
      const [first, next] = [...new Set(rows)].toSorted((x, y) => x - y)
      return { from: first ?? -1, next: next ?? first ?? -1, to: Math.max(...rows) }
    })
  await expect.poll(async () => (await inSight(0)).to - (await inSight(0)).from).toBeGreaterThan(0)
  const [a, b] = [await inSight(0), await inSight(1)]
  // What stands across from one another is in sight together.
  expect(Math.max(a.from, b.from)).toBeLessThanOrEqual(Math.min(a.to, b.to))
  expect(await columns.nth(0).locator('.sentence').count()).toBeLessThan(300)
  expect(await columns.nth(0).evaluate((column) => column.textContent?.length ?? 0)).toBe(words)
  await columns.nth(1).locator(`.sentence[data-row="${b.next}"]`).first().click()
  await expect(columns.nth(1).locator('.sentence.on').first()).toBeInViewport()
  await desk.press('ArrowDown')
  await expect(columns.nth(0).locator('.sentence.on').first()).toBeInViewport()
  await app.close()
})
