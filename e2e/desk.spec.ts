import { writeFile } from 'node:fs/promises'
import { expect, test } from './fixtures'

/** The desk as a new person meets it: first steps, help, palette, menus, names, and small windows. */
const text = 'Province Calls for a Running Start'

test('first steps, help, palette and window title lead a new person on', async ({
  sample: { desk, page }
}) => {
  await test.step('the first start asks who codes, and never takes an account for a name', async () => {
    await expect(page.locator('.foot')).toContainText('Coding: ')
    await expect(page.locator('.foot')).not.toContainText('root')
    await page.getByLabel('Your name, for the highlights you make').fill('Reader One')
    await page.keyboard.press('Enter')
    await expect(page.locator('.foot')).toContainText('Coding: Reader One')
    await page.locator('.first-steps').getByRole('button', { name: 'Hide' }).click()
    await expect(page.locator('.first-steps')).toHaveCount(0)
  })

  await test.step('the keys and the guide are there, offline, and searched', async () => {
    await desk.press('?')
    await expect(page.locator('.key-sheet')).toContainText('Go to the library')
    await page.getByLabel('Find a command').fill('history')
    await expect(page.locator('.key-sheet dd')).toHaveText(['History of changes…'])
    await page.getByRole('tab', { name: 'User guide' }).click()
    await page.getByLabel('Find in the guide').fill('second folder backups')
    await expect(page.locator('.guide-text h3')).toHaveText('Backups')
    await page.keyboard.press('Escape')
    await expect(page.locator('.help')).toHaveCount(0)
  })

  await test.step('the palette knows other words, goes to texts and themes, and says what is lacking', async () => {
    await desk.press('Control+k')
    const field = page.locator('.palette input')
    const listed = page.locator('.palette li')
    await field.fill('zoom')
    await expect(listed.filter({ hasText: 'Larger' })).toHaveCount(1)
    await field.fill('Print')
    await expect(listed.first()).toContainText('Open a text first')
    await field.fill(text)
    await expect(listed.first()).toContainText('Text · en')
    await page.keyboard.press('Enter')
    await desk.text().waitFor()
    await expect.poll(() => page.title()).toContain(text)
    expect(await page.title()).toContain('Northeast bulletins')
  })
})

test('coding says what it will do, and its signs are seen without a card', async ({
  sample: { app, desk, page }
}) => {
  await desk.openDocument(text)
  await test.step('a path makes the theme in its place, with a colour of its own', async () => {
    await desk.code('golden season', 'Fixed formulae / Streamlining')
    await expect(page.locator('.card.on .chip').first()).toContainText('Streamlining')
    await expect(page.locator('.card.on .chip span[title]')).toHaveAttribute(
      'title',
      'Fixed formulae › Streamlining'
    )
    await desk.press('Escape')
  })

  await test.step('the bar names the theme of a highlight, and makes a bare one', async () => {
    await desk.drag('six pairs')
    const bar = page.locator('.selection-bar')
    await expect(bar.locator('.bar-theme')).toHaveText('Streamlining')
    await bar.getByRole('button', { name: 'Bare' }).click()
    await expect(desk.activeQuote()).toHaveText('six pairs')
    await expect(page.locator('.card.on .chip:not(.add)')).toHaveCount(0)
  })

  await test.step('a mark of the translation is seen in the text and in the list', async () => {
    await desk.press('Alt+1')
    await expect(desk.marks().filter({ hasText: 'six pairs' })).toHaveClass(/marked/)
    await expect(page.locator('.brief-list .mark-sign')).toHaveCount(1)
  })

  await test.step('a memo links by names, and never shows an id', async () => {
    await desk.press('m')
    await expect(desk.memo()).toBeFocused()
    await page.keyboard.type('See [[province calls')
    const option = page.locator('.link-list [role="option"]').first()
    await expect(option).toContainText('2018-12-03')
    await page.keyboard.press('Enter')
    await expect(desk.memo()).toHaveValue(/^See \[\[Province Calls[^|]*\]\]$/)
    await page.keyboard.press('Escape')
    await expect(page.locator('.card.on .memo-read .memo-link')).toHaveCount(1)
    await expect(page.locator('.card.on')).not.toContainText('[[')
  })

  await test.step('a right click on a highlight chooses it; its menu has the keys', async () => {
    const { x, y } = await desk.pointOf('golden season')
    await page.mouse.click(x, y, { button: 'right' })
    await expect(desk.activeQuote()).toHaveText('golden season')
    const menu = page.getByRole('menu')
    await expect(menu.getByRole('menuitem', { name: /Write a memo/ })).toContainText('m')
    await page.keyboard.press('Escape')
    await expect(menu).toHaveCount(0)
    await page.mouse.click(x, y, { button: 'right' })
    await menu.getByRole('menuitem', { name: /Delete the annotation/ }).click()
    await expect(desk.marks().filter({ hasText: 'golden season' })).toHaveCount(0)
    await desk.press('Control+z')
    await expect(desk.marks().filter({ hasText: 'golden season' })).toHaveCount(1)
  })

  await test.step('a right click in a selection copies the words alone', async () => {
    await desk.drag('every week')
    const { x, y } = await desk.pointOf('every week')
    await page.mouse.click(x, y, { button: 'right' })
    await page.getByRole('menuitem', { name: /Copy the words/ }).click()
    await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe('every week')
    await desk.press('Control+Alt+c')
    await expect
      .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
      .toMatch(/^every week\n.*Province Calls/)
    await desk.press('Escape')
  })

  await test.step('texts and themes have menus too', async () => {
    await page.locator('.side [data-menu-theme]').first().click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Open in the codebook' }).click()
    await expect(page.locator('.theme-editor')).toBeVisible()
    await desk.go('library')
    await desk.document(text).first().click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Edit metadata…' }).click()
    await expect(page.locator('.dialog input[name="title"]')).toHaveValue(new RegExp(text))
    await page.keyboard.press('Escape')
  })
})

test('a small window has room for library, import and comparison', async ({
  sample: { app, desk, page },
  data
}) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600))
  await test.step('library: the titles are there', async () => {
    const box = await page.locator('.documents td.title').first().boundingBox()
    expect(box?.width ?? 0).toBeGreaterThan(210)
  })

  await test.step('comparison: two versions at a time, the others a key away, all controls', async () => {
    await page.locator('.documents .work-row button', { hasText: 'Winter works meeting' }).first().click()
    await expect(desk.rows().first()).toBeVisible()
    await expect(page.locator('.side')).toBeHidden()
    await expect(page.locator('aside')).toBeHidden()
    const heads = page.locator('.compare-head [role="columnheader"] b')
    await expect(heads).toHaveText(['Source', 'Official translation'])
    for (const slot of await page.locator('.compare-row').first().locator('.slot').all())
      expect((await slot.boundingBox())?.width ?? 0).toBeGreaterThan(300)
    // The version that the others are held against stays; they take turns beside it.
    await desk.press('>')
    await expect(heads).toHaveText(['Official translation', 'Unofficial translation'])
    await page.getByRole('button', { name: 'Next version' }).click()
    await expect(heads).toHaveText(['Official translation', 'Machine translation'])
    await desk.press('>')
    await expect(heads).toHaveText(['Source', 'Official translation'])
    // Going from cell to cell leads to the others too, and selects what stands there.
    await desk.press('ArrowRight', 'ArrowRight', 'ArrowRight')
    await expect(heads).toHaveText(['Official translation', 'Machine translation'])
    await expect(page.locator('.compare-row.on .slot.on')).toBeInViewport()
    await expect.poll(() => desk.selected()).toMatch(/^The province winter key/)
    await desk.press('r')
    await expect(page.locator('.running-column')).toHaveCount(2)
    await desk.press('r')
    await expect(heads).toHaveText(['Official translation', 'Machine translation'])
    await expect(page.getByLabel('Differences from')).toBeInViewport()
    // No cell has a ground of its own: names of classes in other rooms do not leak in.
    const ground = await page
      .locator('.compare-row .slot')
      .first()
      .evaluate((slot) => getComputedStyle(slot).backgroundColor)
    expect(ground).toBe('rgba(0, 0, 0, 0)')
    await expect(page.locator('.pin').first()).toHaveCSS('opacity', '1')
    const name = page.locator('.parts-name').filter({ hasText: 'Dynasty' }).first()
    await expect(name).toHaveAttribute('title', /Dynasty: .* (has|does not have)/)
    await desk.press('l')
    await expect(page.locator('.legend')).toContainText('A figure that another version does not have')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Versions: 4 of 4' }).click()
    for (const at of [2, 3]) await page.locator('.compare-pop input').nth(at).click()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Versions: 2 of 4' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Next version' })).toHaveCount(0)
  })

  await test.step('import: form and preview are high enough to work in', async () => {
    const path = `${data}/letter.txt`
    await writeFile(path, 'A letter\n\nIt came twice.\n')
    await desk.drop(path)
    const form = page.locator('.import-fields')
    await form.waitFor()
    expect((await form.boundingBox())?.height ?? 0).toBeGreaterThan(280)
    await page.keyboard.press('Escape')
  })
})
