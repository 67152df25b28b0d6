import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeTextsProject } from './bench/corpus-project'
import { expect, launch, root, sampleName, test } from './fixtures'

/** Chinese is cut by a dictionary: so many texts of so many paragraphs take seconds to be counted. */
const size = { texts: 150, paragraphs: 700 }

test('counting words, sequences and keywords of a large corpus shows how far it is, is stopped, and begins again', async ({
  data
}) => {
  test.slow()
  const source = await readFile(join(root, 'corpus', 'one-visit', 'source.txt'), 'utf8')
  const said = source.split('\n').filter((each) => each.length > 60)
  function* texts() {
    for (let text = 0; text < size.texts; text++)
      yield {
        language: 'zh-CN',
        paragraphs: Array.from(
          { length: size.paragraphs },
          (_, at) => `${said[(at + text) % said.length]}${text}`
        )
      }
  }
  await makeTextsProject(join(data, sampleName), texts())
  const { app, page, desk, errors } = await launch(data)
  await desk.waitForLibrary()
  await desk.go('concordance')
  const tab = (at: number) => page.locator('.panel-tabs [role="tab"]').nth(at)
  const status = page.locator('.lines-panel [role="status"]')
  const rows = page.locator('.figure-rows tbody button')
  const stopped = page.getByText('Counting was stopped.')
  const stop = async () => {
    await expect(status).toHaveText(/^\d+ % of the texts are counted\. Stop$/, { timeout: 60_000 })
    await status.getByRole('button', { name: 'Stop' }).click()
    await expect(stopped).toBeVisible()
    await expect(rows).toHaveCount(0)
  }
  await tab(3).click()
  await stop()
  await page.locator('.figure-choices select').first().selectOption('2')
  await stop()
  await tab(4).click()
  await page.locator('.figure-choices select').first().selectOption('year')
  await stop()

  // What was stopped is counted when it is asked for again.
  await page.getByRole('button', { name: 'Count again' }).click()
  await expect(stopped).toHaveCount(0)
  await expect(rows.first()).toBeVisible({ timeout: 120_000 })
  expect(errors).toEqual([])
  await app.close()
})
