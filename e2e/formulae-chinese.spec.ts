import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures'
import { violations } from './pages/axe'

test('in Chinese and by key: formulae are found, decided on, looked up, charted and written as a glossary', async ({
  sample: { desk, page, errors },
  data
}) => {
  await desk.setAppearance('light', 'zh-CN')
  await desk.press('Control+8')
  const list = page.locator('.formulae-left')
  const shown = page.locator('.formulae-right')
  await page.getByRole('button', { name: '查找提法' }).press('Enter')
  const found = list.locator('.formulae-list .found')
  await expect(found.first()).toBeVisible({ timeout: 60_000 })
  await list.getByRole('button', { name: /^running only once/ }).press('Enter')
  await desk.press('y')
  await expect(shown.locator('h1')).toHaveText('最多跑一次')
  const proposals = shown.locator('.formula-proposals li')
  await expect(proposals.filter({ hasText: 'one visit at most' })).toBeVisible({ timeout: 60_000 })
  const words = (await proposals.first().locator('q').textContent()) ?? ''
  await desk.press('y')
  await expect(shown.locator('.rendering-row').filter({ hasText: words })).toHaveCount(1)
  await desk.press('n')
  await expect(shown.locator('.formula-rejected summary')).toContainText('1')
  await expect(shown.locator('.chart [data-mark]').first()).toBeVisible({ timeout: 30_000 })
  expect(await violations(page)).toEqual([])

  await shown.getByRole('button', { name: '在语境索引中查看' }).press('Enter')
  await expect(desk.query()).toHaveValue('formula:最多跑一次')
  await expect(desk.lines().first()).toBeVisible()

  await desk.press('Control+8')
  await list.getByRole('button', { name: '导出…' }).press('Enter')
  await desk.exportAs('html')
  const file = join(data, 'glossary.html')
  await desk.saveExport(file)
  const glossary = await readFile(file, 'utf8')
  expect(glossary).toContain('lang="zh-CN"')
  expect(glossary).toContain(words)
  expect(errors).toEqual([])
})
