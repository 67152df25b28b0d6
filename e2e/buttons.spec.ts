import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { contrastOf } from './pages/contrast'

const leastContrast = 4.5

/** Every kind of button in sight that was not looked at yet: at rest, under the pointer, pressed and focused. */
async function unreadable(page: Page, view: string, known: Set<string>): Promise<string[]> {
  const found: string[] = []
  const buttons = page.locator('button, [role="button"]')
  const kinds = await buttons.evaluateAll((elements) =>
    elements.map((element) => {
      const { width, height, left, top } = element.getBoundingClientRect()
      const hit = document.elementFromPoint(left + width / 2, top + height / 2)
      const isOff = element.matches(':disabled') ? ' off' : ''
      const kind = `${element.parentElement?.className} > ${element.className}${isOff}`
      return width > 0 && hit !== null && element.contains(hit) ? kind : ''
    })
  )
  const handles = await buttons.elementHandles()
  for (const [at, kind] of kinds.entries()) {
    const button = handles[at]
    if (kind === '' || known.has(kind) || !button || !(await button.isVisible())) continue
    known.add(kind)
    const look = async (state: string) => {
      const contrast = await contrastOf(button)
      if (contrast < leastContrast) found.push(`${view}: ${kind}, ${state}: ${contrast.toFixed(2)}`)
    }
    const box = await button.boundingBox()
    if (!box) continue
    await page.mouse.move(1, 1)
    await look('at rest')
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await look('under the pointer')
    if (kind.endsWith(' off')) continue
    await page.mouse.down()
    await look('pressed')
    // Let go elsewhere, so that nothing is done.
    await page.mouse.move(1, 1)
    await page.mouse.up()
    // A press may have taken it away.
    const isThere = await button.evaluate((element) => {
      if (element instanceof HTMLElement) element.focus()
      return element.isConnected
    })
    if (isThere) await look('focused')
  }
  return found
}

for (const appearance of ['light', 'sepia', 'dark'] as const)
  test(`every button is readable at rest, under the pointer, pressed, focused and switched off (${appearance})`, async ({
    sample: { desk, page },
    data
  }) => {
    test.setTimeout(240_000)
    await desk.setAppearance(appearance)
    const found: string[] = []
    const known = new Set<string>()
    const look = async (view: string) => found.push(...(await unreadable(page, view, known)))
    await page.locator('.documents input[type="checkbox"]').first().check()
    await look('library')
    await page.locator('.documents .row-actions button').nth(1).click()
    await page.locator('.dialog-foot .danger').waitFor()
    await look('deleting a text')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Shift+n')
    await page.locator('.modal .primary:disabled').waitFor()
    await look('new project')
    await page.keyboard.press('Escape')
    await writeFile(join(data, 'a.txt'), 'A letter\n\nThe office wrote twice.\n')
    await desk.drop(join(data, 'a.txt'))
    await page.locator('.import-files input[type="checkbox"]').first().waitFor()
    await look('import')
    await page.locator('.import-files input[type="checkbox"]').first().uncheck()
    await look('import of nothing')
    await page.keyboard.press('Escape')
    await page.locator('.import-strip .primary').waitFor()
    await look('import set aside')
    await page.locator('.import-strip .button').last().click()
    await page.locator('.import-strip .danger').click()
    await desk.runCommand('Backups…')
    await page.locator('.modal .button').first().waitFor()
    await look('backups')
    await page.keyboard.press('Escape')
    await desk.openDocument('Province Calls for a Running Start')
    await desk.drag('golden season')
    await look('reader with a selection')
    await page.keyboard.press('h')
    await expect(desk.cards()).toHaveCount(1)
    await look('reader with a card')
    await desk.go('themes')
    await page.locator('.codebook-item').first().click()
    await page.locator('.theme-editor').waitFor()
    await look('themes')
    await desk.go('memos')
    await look('memos')
    await page.keyboard.press('Control+z')
    await page.locator('.toast-action').waitFor()
    await look('undone')
    expect(found).toEqual([])
  })
