import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { catalogues } from '../src/shared/locales/catalogues'
import { expect, launch, seeds, test } from './fixtures'

const bulletin = 'Province Calls for a Running Start'
const passage = 'let the data run the errands so that people need come only once'

for (const language of ['en', 'zh-CN'] as const) {
  test(`a person reads, annotates, compares, exports, and finds it all again tomorrow (${language})`, async ({
    usedData: data
  }) => {
    const words = catalogues[language]
    const first = await launch(data)
    const { desk, page } = first
    await desk.waitForLibrary()
    await desk.setAppearance('light', language)
    await expect(page.locator('.bar h1')).toHaveText(words.place.library)

    await test.step('drag, key, theme, memo', async () => {
      await desk.openDocument(bulletin)
      await desk.code(passage, 'one visit')
      await expect(desk.cards()).toHaveCount(1)
      await page.keyboard.press('m')
      await expect(desk.memo()).toBeFocused()
      await page.keyboard.type('Softer than the source.')
      await page.keyboard.press('Escape')
      await expect(desk.marks().first()).toHaveText(passage)
    })

    await test.step('find it in the list, jump to it, change it', async () => {
      await desk.go('annotations')
      await expect(desk.listed()).toHaveCount(1)
      await expect(desk.listed().first()).toContainText(passage)
      await expect(desk.listed().first()).toContainText('Softer than the source.')
      await desk.listed().first().click()
      await expect(page.locator('.mark.active')).toHaveText(passage)
      await page.keyboard.press('1')
      await expect(desk.cards().first().locator('.chip:not(.add)')).toHaveCount(2)
    })

    await test.step('delete it, and undo that', async () => {
      await page.keyboard.press('Delete')
      await expect(desk.marks()).toHaveCount(0)
      await page.keyboard.press('Control+z')
      await expect(desk.marks().first()).toHaveText(passage)
      await expect(desk.toast().last()).toContainText(words.operation['annotation.remove'])
      await page.keyboard.press('Control+z')
      await expect(desk.cards()).toHaveCount(1)
      await expect(desk.cards().first().locator('.chip:not(.add)')).toHaveCount(1)
      await page.keyboard.press('Control+Shift+z')
      await expect(desk.cards().first().locator('.chip:not(.add)')).toHaveCount(2)
    })

    await test.step('compare the renderings and annotate there', async () => {
      await page.keyboard.press('Control+Shift+c')
      await expect(desk.rows().first()).toBeVisible()
      const { source, official, unofficial, machine } = words.rendering
      const heads = page.locator('.compare-head [role="columnheader"] b')
      // Beside the panel three are as wide as lines can be read; the fourth is a key away.
      await expect(heads).toHaveText([source, official, unofficial])
      await page.keyboard.press('>')
      await expect(heads).toHaveText([official, unofficial, machine])
      await page.keyboard.press('<')
      await expect(heads).toHaveText([source, official, unofficial])
      const row = desk.rows().filter({ hasText: passage })
      await expect(row.locator('[lang="zh"]')).toContainText('最多跑一次')
      await expect(row.locator('.mark').first()).toHaveText(passage)
      await desk.code('审批时限一律压缩到五十个工作日以内', 'figures')
      await expect(desk.marks().filter({ hasText: '审批时限' })).toBeVisible()
    })

    await test.step('import a folder by dropping it', async () => {
      test.info().annotations.push(
        seeds
          ? { type: 'seeds', description: 'used' }
          : {
              type: 'skipped',
              description: 'the folder of real texts is not there: the sample alone is used'
            }
      )
      if (!seeds) return console.log('skipped: importing the real texts (their folder is not there)')
      await desk.drop(seeds)
      await expect(page.locator('.import-files tr')).toHaveCount(5)
      await page.locator('.dialog-foot .primary').click()
      await expect(desk.toast().last()).toContainText('5')
      await desk.openDocument('Systematically and Pragmatically')
      await desk.code('running only once', 'one visit')
    })

    await test.step('export as Markdown, HTML and CSV', async () => {
      await desk.go('annotations')
      const count = seeds ? 3 : 2
      await expect(desk.listed()).toHaveCount(count)
      for (const format of ['md', 'html', 'csv']) {
        const file = join(data, `excerpts.${format}`)
        await page.keyboard.press('Control+e')
        await desk.exportAs(format)
        const shown =
          format === 'csv' ? desk.exportPreview() : page.frameLocator('.export-page').locator('body')
        await expect(shown).toContainText(passage)
        await desk.saveExport(file)
        const text = await readFile(file, 'utf8')
        expect(text).toContain(passage)
        expect(text).toContain('Softer than the source.')
        // As the citation style says it, in the language of the work that is cited.
        expect(text).toMatch(/para\. 3\b/)
        expect(text).toContain('最多跑一次')
      }
    })

    expect(first.errors).toEqual([])
    expect(first.requests.filter((url) => !url.startsWith('app://variorum/'))).toEqual([])
    await first.app.close()

    await test.step('tomorrow everything is as it was left', async () => {
      const second = await launch(data)
      await second.desk.waitForLibrary()
      await expect(second.page.locator('.bar h1')).toHaveText(words.place.library)
      await second.desk.openDocument(bulletin)
      await expect(second.desk.marks().first()).toHaveText(passage)
      await second.desk.marks().first().click()
      await expect(second.desk.memo()).toHaveValue('Softer than the source.')
      await expect(second.desk.cards().first().locator('.chip:not(.add)')).toHaveCount(2)
      await second.page.keyboard.press('Control+z')
      await expect(second.page.locator('.toast').last()).toBeVisible()
      await second.app.close()
    })
  })
}

test('what is being typed when the app is left is saved', async ({ usedData: data }) => {
  const first = await launch(data)
  await first.desk.waitForLibrary()
  await first.desk.openDocument(bulletin)
  await first.desk.code(passage, 'one visit')
  await first.page.keyboard.press('m')
  await expect(first.desk.memo()).toBeFocused()
  await first.page.keyboard.type('typed at the last moment')
  await first.app.close()
  const second = await launch(data)
  await second.desk.waitForLibrary()
  await second.desk.go('annotations')
  await expect(second.desk.listed().first()).toContainText('typed at the last moment')
  await second.app.close()
})

test('a highlight survives the process being killed right after it is shown', async ({ usedData: data }) => {
  const first = await launch(data)
  await first.desk.waitForLibrary()
  await first.desk.openDocument(bulletin)
  await first.desk.code(passage, 'one visit')
  const gone = first.app.waitForEvent('close')
  first.app.process().kill('SIGKILL')
  await gone
  const second = await launch(data)
  await second.desk.waitForLibrary()
  await second.desk.openDocument(bulletin)
  await expect(second.desk.marks().first()).toHaveText(passage)
  await second.app.close()
})
