import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures'
import { violations } from './pages/axe'

test('a researcher reads a corpus across by key: search, sort, group, tick, code, open and back, save and reopen', async ({
  sample: { desk, page, errors }
}) => {
  await desk.go('concordance')
  const { query, lines, current } = desk
  await expect(query()).toBeFocused()
  // As one types: what is half written says what is wrong and where, and the lines before it stay.
  await page.keyboard.type('snow')
  await expect(lines().first()).toBeVisible()
  await page.keyboard.type(' OR (ice')
  await expect(page.locator('.query-under mark')).toHaveText('(')
  await expect(page.locator('.query-problem')).toContainText('9')
  await page.keyboard.type(')')
  await expect(page.locator('.query-problem')).toHaveCount(0)
  await expect(page.locator('.lines-status')).toContainText('44 lines in 7 texts')

  // To the lines and along them.
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('.lines')).toBeFocused()
  await desk.press('ArrowDown', 'ArrowDown', 'End')
  await expect(current()).toContainText('charcoal in')
  await desk.press('Home', 'ArrowDown')
  const second = await current().textContent()

  // Sorted by the word before, the words that sort are marked; the line one is on stays.
  await page.locator('.line-tools .tool').first().press('Enter')
  await page.getByRole('button', { name: 'L1', exact: true }).press('Enter')
  await page.keyboard.press('Escape')
  await expect(page.locator('.slot.rank-1').first()).toBeVisible()
  await expect(current()).toHaveText(second ?? '')
  await page.locator('.lines').focus()

  // One line is coded with a digit, two ticked ones with a theme that is named.
  await page.keyboard.press('1')
  await expect(current().locator('.line-code')).toContainText('Fixed formulae')
  await desk.press('Home', 'Space', 'ArrowDown', 'Space')
  await expect(page.locator('.ticked-bar')).toContainText('2 lines ticked')
  await page.keyboard.press('/')
  await desk.picker().fill('Weather')
  await page.keyboard.press('Enter')
  await expect(page.locator('.line-code', { hasText: 'Weather' })).toHaveCount(2)
  // What is said of it hides nothing of what can be done with the lines.
  const said = await desk.toast().last().boundingBox()
  const bar = await page.locator('.ticked-bar').boundingBox()
  expect((said?.y ?? 0) + (said?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0)
  await expect(page.locator('.lines')).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(page.locator('.line-code', { hasText: 'Weather' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.locator('.ticked-bar')).toHaveCount(0)

  // A line opens its passage, and Back leads to the same line.
  await desk.press('End', 'ArrowUp')
  const left = await current().textContent()
  await page.keyboard.press('Enter')
  await desk.text().waitFor()
  await expect.poll(() => desk.selected()).toMatch(/^(ice|snow)$/i)
  await page.keyboard.press('Alt+Backspace')
  await expect(current()).toHaveText(left ?? '')
  await expect(current()).toBeInViewport()
  await expect(page.locator('.lines')).toBeFocused()

  // Kept under a name, and there after another query.
  await page.locator('.save-form input').fill('Snow or ice, by what stands before')
  await page.keyboard.press('Enter')
  await expect(page.locator('.saved-list li')).toHaveText(/Snow or ice/)
  await desk.go('library')
  await desk.go('concordance')
  await expect(query()).toBeFocused()
  await query().fill('one visit')
  await expect(page.locator('.steps .step-name').first()).toHaveText('one visit')
  await page.locator('.saved-list .step').press('Enter')
  await expect(query()).toHaveValue('snow OR (ice)')
  await expect(page.locator('.lines-status')).toContainText('44 lines')
  await expect(page.locator('.steps .on')).toContainText('L1')
  expect(errors).toEqual([])
})

test('lines are grouped, chosen and walked back by mouse, beside their renderings; what is odd is said', async ({
  sample: { desk, page, errors }
}) => {
  // Versions are aligned on the way.
  test.slow()
  await desk.go('concordance')
  const { query, lines } = desk
  await query().fill('最多跑一次')
  await expect(lines()).toHaveCount(5)
  await expect(lines().first().locator('.line-left')).toHaveAttribute('lang', /^zh/)

  await query().fill('snow')
  await expect(page.locator('.lines-status')).toContainText('29 lines')
  await page.locator('.line-tools .tool').nth(1).click()
  await page.locator('.lines-pop .tool', { hasText: /^kind of version$/ }).click()
  await page.keyboard.press('Escape')
  const heads = page.locator('.group-head')
  await expect(heads).toHaveCount(3)
  await expect(heads.first()).toContainText('%')
  await heads.first().getByRole('button').first().click()
  await expect(heads.first().getByRole('button').first()).toHaveAttribute('aria-expanded', 'false')
  await heads.filter({ hasText: 'Machine' }).hover()
  await heads.filter({ hasText: 'Machine' }).getByText('Take out').click()
  await expect(heads).toHaveCount(2)
  await expect(page.locator('.steps li')).toHaveCount(3)

  // A note on the step, then back along the trail, and on.
  await page.locator('.steps li').last().hover()
  await page.locator('.steps li').last().locator('.step-tools button').first().click()
  await page.locator('.step-note textarea').fill('Machines repeat themselves.')
  // A key that leaves the place loses nothing of it.
  await desk.go('library')
  await desk.waitForLibrary()
  await desk.go('concordance')
  await expect(page.locator('.steps .step-memo')).toHaveText('Machines repeat themselves.')
  await page.locator('.steps .step').first().click()
  await expect(heads).toHaveCount(0)
  await expect(page.locator('.lines-status')).toContainText('29 lines')
  await expect(page.locator('.steps .step-memo')).toHaveText('Machines repeat themselves.')
  await page.locator('.steps .step').last().click()
  await expect(heads).toHaveCount(2)

  // Beside the renderings.
  await page.locator('.line-tools .tool', { hasText: 'Parallel' }).click()
  await expect(page.locator('.answer mark').first()).toBeVisible({ timeout: 60_000 })

  // The form puts the same query together.
  await page.locator('.query-row .tool', { hasText: 'Form' }).click()
  await page.locator('.query-form input').first().fill('snow')
  await page.locator('.query-form input').nth(1).fill('season')
  await expect(query()).toHaveValue('snow NEAR/5 season')
  await page.locator('.query-form input[type="number"]').focus()
  await desk.press('End', 'Backspace', '1', '2')
  await expect(query()).toHaveValue('snow NEAR/12 season')
  await page.keyboard.press('Escape')
  await expect(page.locator('.lines-status')).toContainText('lines in')

  // Odd questions are answered, and none takes the next with it.
  await query().fill('/(a+)+$|(x+x+)+y/')
  await query().fill('"')
  await expect(page.locator('.query-problem')).toBeVisible()
  await query().fill('snow '.repeat(900))
  await expect(page.locator('.query-problem')).toContainText('too long')
  await query().fill('zzzz')
  await expect(page.locator('.lines-middle')).toContainText('Nothing found')
  await query().fill('')
  await expect(page.locator('.lines-middle .empty')).toBeVisible()
  await query().fill('雪')
  await expect(lines().first()).toBeVisible()
  for (const tab of await page.locator('.panel-tabs [role="tab"]').all()) {
    await tab.click()
    await expect(page.getByText('Counting')).toHaveCount(0)
    expect(await violations(page)).toEqual([])
  }

  // A click on a hit leads to its place.
  await lines().first().locator('.line-hit button').click()
  await desk.text().waitFor()
  await expect.poll(() => desk.selected()).toBe('雪')
  expect(errors).toEqual([])
})

test('a text that is read from right to left goes on to the left of the hit, and sorts by the word beside it', async ({
  sample: { desk, page, errors },
  data
}) => {
  await writeFile(join(data, 'shalom.txt'), 'ברכה\n\nהוא אמר שלום לכל איש בעיר.\n\nאיש אחר אמר שלום גם לה.\n')
  await desk.drop(join(data, 'shalom.txt'))
  await page.locator('.dialog-foot .primary').click()
  await desk.text().waitFor()
  await desk.go('concordance')
  await desk.query().fill('שלום')
  await expect(desk.lines()).toHaveCount(2)
  await page.locator('.line-tools .tool').first().press('Enter')
  await page.getByRole('button', { name: 'L1', exact: true }).press('Enter')
  await page.keyboard.press('Escape')
  const edges = async (part: string) => {
    const box = await desk.lines().first().locator(part).boundingBox()
    return { left: box?.x ?? 0, right: (box?.x ?? 0) + (box?.width ?? 0) }
  }
  const hit = await edges('.line-hit')
  const before = await edges('.slot.rank-1')
  expect(before.left).toBeGreaterThanOrEqual(hit.right - 1)
  expect(before.left).toBeLessThan(hit.right + 12)
  expect((await edges('.line-right')).right).toBeLessThanOrEqual(hit.left + 1)
  expect(errors).toEqual([])
})
