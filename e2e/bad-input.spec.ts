import { cp, mkdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, launch, test } from './fixtures'

test('files that are no texts are refused one by one, and the others come in', async ({
  sample: { desk, page },
  data
}) => {
  const folder = join(data, 'bad')
  await mkdir(join(folder, 'nothing'), { recursive: true })
  await writeFile(join(folder, 'binary.txt'), Buffer.from([0, 1, 2, 3]))
  await writeFile(join(folder, 'empty.txt'), '')
  await writeFile(join(folder, 'huge.txt'), 'x')
  await truncate(join(folder, 'huge.txt'), 200 * 1024 * 1024)
  await writeFile(join(folder, 'picture.png'), 'x')
  await writeFile(join(folder, 'good.txt'), 'A good text\n\nIt has one sentence.\n')
  await desk.drop(folder)
  await expect(page.locator('.import-files tr')).toHaveCount(6)
  const said = (name: string) => page.locator('.import-files tr', { hasText: name }).locator('small')
  await expect(said('binary.txt')).toContainText('not a text')
  await expect(said('empty.txt')).toContainText('is empty')
  await expect(said('huge.txt')).toContainText('200 MB')
  await expect(said('picture.png')).toContainText('cannot be imported')
  await expect(said('nothing')).toContainText('no files')
  await page.locator('.dialog-foot .primary').click()
  await expect(desk.toast().last()).toContainText('1 text imported')
  await expect(page.locator('.sheet')).toContainText('A good text')
})

test('a project that cannot be opened says why, and the open one stays', async ({
  sample: { desk, page },
  data
}) => {
  const project = join(data, 'Northeast bulletins')
  const newer = join(data, 'newer')
  // Its first backup may be under way: files come and go there.
  await cp(project, newer, { recursive: true, filter: (path) => !/[\\/]backups|\.tmp$/.test(path) })
  const path = join(newer, 'project.json')
  const text = (await readFile(path, 'utf8')).replace(/^\{"format":\d+/, '{"format":99')
  await writeFile(path, text)
  await desk.answerOpen(newer)
  await page.keyboard.press('Control+o')
  await expect(desk.toast().last()).toContainText('newer version of Variorum')
  expect(await readFile(path, 'utf8')).toBe(text)

  await desk.answerOpen(join(data, 'nowhere'))
  await page.keyboard.press('Control+o')
  const problem = page.getByRole('dialog')
  await expect(problem).toContainText('is not there')
  await expect(problem.getByRole('button', { name: 'Open from a backup folder…' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(problem).toHaveCount(0)

  await mkdir(join(data, 'plain'))
  await desk.answerOpen(join(data, 'plain'))
  await page.keyboard.press('Control+o')
  await expect(problem).toContainText('is not a Variorum project')
  await page.keyboard.press('Escape')
  await expect(page.locator('.documents')).toBeVisible()
})

test('a new project where nothing can be written is refused with its reason', async ({
  sample: { desk, page },
  data
}) => {
  await writeFile(join(data, 'a-file'), '')
  await desk.answerOpen(join(data, 'a-file'))
  await page.keyboard.press('Control+Shift+n')
  await page.locator('.modal input').fill('New')
  await page.locator('.dialog-foot .primary').click()
  await expect(desk.toast().last()).toContainText('cannot be written to')
})

test('a damaged file is rebuilt, kept aside, and told', async ({ usedData: data }) => {
  const first = await launch(data)
  await first.desk.waitForLibrary()
  await first.desk.openDocument('A Harvest Festival')
  await first.desk.code('giant panda of farmland', 'exhortation')
  await first.app.close()
  await writeFile(join(data, 'Northeast bulletins', 'codebook.json'), 'nonsense')
  const second = await launch(data)
  await second.desk.waitForLibrary()
  await expect(second.page.locator('.notice')).toContainText('codebook.json')
  await second.desk.openDocument('A Harvest Festival')
  await expect(second.desk.marks().first()).toHaveText('giant panda of farmland')
  await expect(second.desk.page.locator('.side')).toContainText('Exhortation')
  await second.app.close()
})
