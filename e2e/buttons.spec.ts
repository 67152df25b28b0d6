import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { stopTransitions } from './pages/appearances'
import { contrastInEach } from './pages/contrast'

const leastContrast = 4.5

/** The first button in sight of every kind that was not looked at yet, with its kind. */
async function newButtons(page: Page, known: ReadonlySet<string>) {
  const found = await page.evaluateHandle(
    (seen) => {
      const kinds = new Map<string, Element>()
      for (const element of document.querySelectorAll('button, [role="button"]')) {
        const { width, height, left, top } = element.getBoundingClientRect()
        const hit = document.elementFromPoint(left + width / 2, top + height / 2)
        if (width === 0 || hit === null || !element.contains(hit) || !element.checkVisibility()) continue
        const isOff = element.matches(':disabled') ? ' off' : ''
        const kind = `${element.parentElement?.className} > ${element.className}${isOff}`
        if (!seen.includes(kind) && !kinds.has(kind)) kinds.set(kind, element)
      }
      return { kinds: [...kinds.keys()], elements: [...kinds.values()] }
    },
    [...known]
  )
  const kinds = await found.evaluate((each) => each.kinds)
  return { kinds, elements: await found.evaluateHandle((each): readonly Element[] => each.elements) }
}

/** Every kind of button in sight that was not looked at yet: at rest, under the pointer, pressed and focused. */
async function unreadable(page: Page, view: string, known: Set<string>): Promise<string[]> {
  const found: string[] = []
  await page.mouse.move(1, 1)
  const { kinds, elements } = await newButtons(page, known)
  const look = async (state: string, at?: number) => {
    for (const { element, appearance, contrast } of await contrastInEach(elements, at))
      if (contrast < leastContrast)
        found.push(`${view}, ${appearance}: ${kinds[element]}, ${state}: ${contrast.toFixed(2)}`)
  }
  await look('at rest')
  for (const [at, kind] of kinds.entries()) {
    known.add(kind)
    // A press on another may have taken it away.
    const middle = await elements.evaluate((all, index) => {
      const box = all[index]?.getBoundingClientRect()
      return box && box.width > 0 ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null
    }, at)
    if (!middle) continue
    await page.mouse.move(middle.x, middle.y)
    await look('under the pointer', at)
    if (!kind.endsWith(' off')) {
      await page.mouse.down()
      await look('pressed', at)
    }
    // Let go elsewhere, so that nothing is done.
    await page.mouse.move(1, 1)
    if (kind.endsWith(' off')) continue
    await page.mouse.up()
    const isThere = await elements.evaluate((all, index) => {
      const element = all[index]
      if (element instanceof HTMLElement) element.focus()
      return element?.isConnected
    }, at)
    if (isThere) await look('focused', at)
  }
  return found
}

test('every button is readable at rest, under the pointer, pressed, focused and switched off, in each appearance', async ({
  sample: { desk, page },
  data
}) => {
  test.setTimeout(240_000)
  await stopTransitions(page)
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
