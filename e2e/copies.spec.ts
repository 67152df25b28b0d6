import { join } from 'node:path'
import { openProject } from '../src/main/project/open'
import { coder, makeFormula, makeRendering } from '../src/shared/testing/sample-records'
import { makeTextsProject } from './bench/corpus-project'
import { expect, launch, sampleName, test } from './fixtures'
import { violations } from './pages/axe'

const repeated =
  'The governor said that one visit at most is what every office of the province owes its people.'

test('what one text repeats of another is in a table by date, and counts once where a person wants it so', async ({
  data
}) => {
  const folder = join(data, sampleName)
  await makeTextsProject(folder, [
    { language: 'en', paragraphs: ['Weather of the day.', repeated] },
    { language: 'en', paragraphs: [repeated, 'In the city too it is one visit at most.'] },
    { language: 'en', paragraphs: ['Nothing of the kind was said on the third day of the meeting.'] }
  ])
  const opened = await openProject(folder)
  if (!opened.ok) throw new Error(opened.error.message)
  const formula = makeFormula('f1', ['最多跑一次'], [makeRendering('r1', 'one visit at most')])
  await opened.value.do({ type: 'formula.add', formula }, coder.id)
  await opened.value.close()
  const { app, page, desk, errors } = await launch(data)
  await desk.waitForLibrary()

  await desk.press('Control+9')
  await page.getByRole('button', { name: 'Look for recycled text' }).click()
  await page.getByRole('button', { name: 'Who repeats whom' }).click()
  const cell = page.locator('.recycled-matrix td button')
  await expect(cell).toHaveText(['1'])
  await expect(cell).toHaveAttribute('title', 'Text 1 after Text 0')
  await cell.click()
  await expect(page.locator('.recycled-between')).toContainText('Text 1 after Text 0')
  expect(await violations(page)).toEqual([])

  await desk.press('Control+8')
  const count = page.locator('.formulae-list .number').first()
  await expect(count).toHaveText('3')
  await page.getByLabel('Count recycled text once').check()
  await expect(count).toHaveText('2')
  await page.locator('.formulae-list button').filter({ hasText: '最多跑一次' }).click()
  await expect(page.locator('.formula-lines li')).toHaveCount(2)
  expect(await violations(page)).toEqual([])

  await desk.go('concordance')
  await desk.query().fill('visit')
  await expect(desk.lines()).toHaveCount(3)
  await page.locator('.line-tools').getByRole('button', { name: 'Select' }).click()
  const row = page.locator('.select-pop .pop-row').filter({ hasText: 'Recycled text once' })
  await row.getByRole('button').click()
  await expect(desk.lines()).toHaveCount(2)
  await expect(page.locator('.steps .on')).toContainText('recycled text once')
  expect(errors).toEqual([])
  await app.close()
})
