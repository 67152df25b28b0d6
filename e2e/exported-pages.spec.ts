import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { Viewer } from './exported/viewer'

const run = promisify(execFile)

/** The output of another program; null where it is not there. */
async function otherProgram(name: string, args: readonly string[]): Promise<string | null> {
  try {
    return (await run(name, args, { maxBuffer: 64 * 1024 * 1024 })).stdout
  } catch (reason) {
    if (reason instanceof Error && 'code' in reason && reason.code === 'ENOENT') return null
    throw reason
  }
}

test.describe('exported pages', () => {
  let viewer: Viewer
  let pages: Record<string, string>
  test.beforeAll(async () => {
    test.setTimeout(180_000)
    viewer = await Viewer.start()
    pages = await viewer.maker.makePages()
  })
  test.afterAll(() => viewer.close())

  const open = (name: string, size?: readonly [number, number]): Promise<Page> =>
    viewer.open(name, pages[name] ?? '', size)

  for (const name of ['excerpts', 'excerpts-beside', 'document', 'document-beside', 'work', 'edition'])
    for (const scheme of ['light', 'dark'] as const)
      test(`${name} has no fault that axe finds (${scheme})`, async () => {
        const page = await open(`${name}.html`)
        await page.emulateMedia({ colorScheme: scheme })
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
        await page.close()
      })

  test('a reading edition sets versions side by side and asks for nothing', async () => {
    const asked: string[] = []
    const page = await open('edition.html')
    page.on('request', (request) => asked.push(request.url()))
    await page.reload()
    const cells = page.getByRole('row').nth(2).getByRole('cell')
    await expect(cells).toHaveText([
      '没有人等一个小时。也没有人问。',
      'Nobody waits <an hour> & nobody asks.',
      /^Nobody asks. Nobody waits./
    ])
    expect(asked.filter((url) => !/^(?:file|data):/.test(url))).toEqual([])
    await page.getByLabel('Machine translation').uncheck()
    await expect(cells.nth(2)).toBeHidden()
    await page.close()
  })

  test('a reading edition is read by keys', async () => {
    const page = await open('edition.html')
    await page.getByRole('row').nth(1).focus()
    await page.keyboard.press('ArrowDown')
    await expect(page.locator('.status')).toHaveText('Row 2 of 3')
    await expect(page.getByRole('row').nth(2)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.locator('#note-1 a.back')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('row').nth(1)).toBeFocused()
    await page.close()
  })

  test('a reading edition marks differences and what is searched for, and leaves the words as they are', async () => {
    const page = await open('edition.html')
    const words = await page.locator('.rows').textContent()
    await page
      .getByLabel('Differences from')
      .selectOption({ label: 'Official translation · Harbour Gazette' })
    await expect(page.locator('.rows .parts-figure')).toHaveText(['2'])
    await page.getByRole('searchbox').fill('nobody')
    await page.keyboard.press('Enter')
    await expect(page.locator('.hits')).toHaveText('1 of 4')
    await expect(page.locator('.rows .found')).toHaveCount(4)
    expect(await page.locator('.rows').textContent()).toBe(words)
    await page.getByLabel('Differences from').selectOption({ label: 'none' })
    await page.getByRole('searchbox').fill('')
    await expect(page.locator('.rows .d')).toHaveCount(0)
    expect(await page.locator('.rows').textContent()).toBe(words)
    await page.close()
  })

  test('a reading edition shows the rows of a theme', async () => {
    const page = await open('edition.html')
    await page.getByRole('button', { name: 'Service / windows 1' }).click()
    await expect(page.locator('.status')).toHaveText('1 of 3 rows')
    await expect(page.getByRole('rowheader')).toHaveText(['2'])
    await expect(page.locator('.rows .mark.off').first()).toBeAttached()
    await page.getByRole('button', { name: 'All themes' }).click()
    await expect(page.getByRole('rowheader')).toHaveText(['1', '2', '3'])
    await page.close()
  })

  test('a reading edition links what says the same in running text', async () => {
    const page = await open('edition.html')
    await page.getByRole('button', { name: 'Running text' }).click()
    await page.locator('.version .s').filter({ hasText: 'Nobody waits <an hour>' }).hover()
    await expect(page.locator('.version .linked')).toHaveText([
      '没有人等一个小时。',
      '也没有人问。',
      'Nobody waits <an hour> & nobody asks.',
      'Nobody asks. Nobody waits.'
    ])
    await page.close()
  })

  test('a long reading edition opens with its first rows, and has the last when they are asked for', async () => {
    const count = 2000
    const page = await viewer.open('long.html', await viewer.maker.makeLongEdition(count))
    await expect(page.getByRole('row').nth(1)).toContainText('第0条')
    await page.getByRole('row').nth(1).focus()
    await page.keyboard.press('End')
    await expect(page.locator('.status')).toHaveText(`Row ${count} of ${count}`)
    await expect(page.locator(`#r${count}`)).toBeInViewport()
    await page.close()
  })

  test('excerpts print as a PDF with their words, bookmarks and tags', async () => {
    const pdf = await viewer.print(pages['excerpts.html'] ?? '')
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    for (const part of ['/Outlines', '/StructTreeRoot']) expect(pdf.includes(part)).toBe(true)
    const file = join(viewer.folder, 'excerpts.pdf')
    await writeFile(file, pdf)
    const said = await otherProgram('pdftotext', ['-layout', file, '-'])
    test.skip(said === null, 'pdftotext is not there')
    for (const each of ['handed in once', '没有人等一个小时', 'Harbour study', 'March 2, 2026', '1/1'])
      expect(said).toContain(each)
  })

  test('pandoc reads the same words', async () => {
    const file = join(viewer.folder, 'for-pandoc.html')
    await writeFile(file, pages['document.html'] ?? '')
    const said = await otherProgram('pandoc', ['-f', 'html', '-t', 'plain', '--wrap=none', file])
    test.skip(said === null, 'pandoc is not there')
    for (const each of [
      'Nobody waits <an hour> & nobody asks why.',
      '=SUM(1) was the first line; "1. The rest" followed.'
    ])
      expect(said?.replace(/\s+/g, ' ')).toContain(each)
  })
})
