import { join } from 'node:path'
import { expect, test } from './fixtures'

const text = 'Province Calls for a Running Start'

test('pictures', async ({ sample: { desk, page, errors } }) => {
  test.slow()
  await desk.openDocument(text)
  await desk.code('golden season', 'Exhortation')
  await desk.press('Escape')
  await desk.code('six pairs', 'Numbers')
  await desk.press('Escape')
  await desk.code('Spring Festival', 'Numbers')
  await desk.press('Escape')
  await desk.go('annotations')
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.keyboard.press('Control+e')
  await expect(page.locator('.export-formats')).toBeVisible()
  for (const format of ['docx', 'html', 'pdf', 'csv', 'md', 'odt']) {
    await page.locator(`.export-formats input[value="${format}"]`).first().check({ force: true })
    await expect(page.locator('.export-middle')).toHaveAttribute('aria-busy', 'false')
    await page.waitForTimeout(1500)
    await page.screenshot({ path: join('/tmp/desk', `${format}.png`) })
  }
  console.log(errors)
})
