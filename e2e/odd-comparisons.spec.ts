import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Launched } from './fixtures'
import { expect, test } from './fixtures'

/** Imports texts of a test's own as versions of one work, and compares them. */
async function compare(
  { desk, page }: Launched,
  data: string,
  files: Readonly<Record<string, string>>
): Promise<void> {
  const paths = Object.keys(files).map((name) => join(data, name))
  for (const [name, text] of Object.entries(files)) await writeFile(join(data, name), text)
  await desk.drop(...paths)
  const listed = page.locator('.import-files tr button')
  await expect(listed).toHaveCount(paths.length, { timeout: 60_000 })
  for (let at = 0; at < paths.length; at++) {
    await listed.nth(at).click()
    await page.getByLabel('Work', { exact: true }).fill('Odd versions')
  }
  await page.locator('.dialog-foot .primary').click({ timeout: 60_000 })
  await page.locator('.work-row button', { hasText: 'Odd versions' }).first().click({ timeout: 60_000 })
}

test('the cells of two tables stand beside each other', async ({ sample, data }) => {
  const table = (language: string, rows: readonly (readonly string[])[]) =>
    `<html lang="${language}"><body><h1>${rows[0]?.[0]}</h1><table>${rows
      .slice(1)
      .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
      .join('')}</table></body></html>`
  await compare(sample, data, {
    'table-zh.html': table('zh', [
      ['滑雪场统计表'],
      ['滑雪场', '游客人次', '收入'],
      ['长春', '三万一千', '1200万元'],
      ['吉林市', '54000', '2100万元'],
      ['通化', '9800', '310万元']
    ]),
    'table-en.html': table('en', [
      ['Table of ski resorts'],
      ['Ski resort', 'Visitors', 'Income'],
      ['Changchun', '31,000', '12 million yuan'],
      ['Jilin City', '54,000', '21 million yuan'],
      ['Tonghua', '9,800', '3.1 million yuan']
    ])
  })
  const { desk } = sample
  for (const [one, other] of [
    ['三万一千', '31,000'],
    ['通化', 'Tonghua'],
    ['54000', '54,000']
  ] as const)
    await expect(desk.rows().filter({ hasText: one }).first()).toContainText(other)
})

test('a text in another order is told to be moved, not to be left out', async ({ sample, data }) => {
  const subjects = [
    'grain depot',
    'river port',
    'snow railway',
    'county library',
    'tea market',
    'glass works'
  ]
  const paragraph = (subject: string, at: number) =>
    [
      `The ${subject} opened on ${at + 3} March and employs ${(at + 2) * 117} people.`,
      `Its director thanked the ${subject} committee for ${at + 11} months of patient work.`,
      `Repairs to the ${subject} roof cost ${(at + 5) * 31} thousand yuan.`
    ].join(' ')
  const inOrder = subjects.map(paragraph)
  const other = inOrder.map((each) =>
    each.replace('opened', 'was opened').replace('thanked', 'gave thanks to')
  )
  await compare(sample, data, {
    'first.txt': `The opening\n\n${inOrder.join('\n\n')}\n`,
    'second.txt': `The opening\n\n${[...other.slice(3), ...other.slice(0, 3)].join('\n\n')}\n`
  })
  const { desk, page } = sample
  const row = desk.rows().filter({ hasText: 'Repairs to the glass works' }).first()
  await expect(row.locator('.slot').nth(1)).toContainText('Repairs to the glass works')
  const early = desk.rows().filter({ hasText: 'Repairs to the grain depot' }).first()
  await expect(early.locator('.slot').nth(1)).toContainText('Repairs to the grain depot')
  await expect(page.locator('.part-bar').getByRole('button', { name: /^Moved/ })).toBeVisible()
})

test('fifty thousand sentences beside a short text leave the window free, and are said to be no versions', async ({
  sample,
  data
}) => {
  test.setTimeout(180_000)
  const { desk, page } = sample
  const long = Array.from(
    { length: 50_000 },
    (_, at) => `Clerk ${at * 7} wrote sheet ${at} at desk ${at % 91}.`
  )
  const short = Array.from({ length: 40 }, (_, at) => `Rain fell upon orchard ${at} and upon its wall.`)
  await compare(sample, data, { 'long.txt': long.join('\n\n'), 'short.txt': short.join('\n\n') })
  // While the aligner works one goes elsewhere and back.
  await desk.go('library')
  await page.locator('.documents').waitFor()
  await desk.press('Alt+Backspace')
  await expect(page.locator('.unlike')).toContainText('does not look like', { timeout: 120_000 })
  await expect(desk.rows().filter({ hasText: 'wrote sheet 5 at' })).toBeVisible()
  await desk.press('End')
  await expect(page.locator('.compare-foot')).toContainText('of 50')
})
