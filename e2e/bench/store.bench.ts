import { mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { JSONFilePreset } from 'lowdb/node'
import { openProject } from '../../src/main/project/open'
import { journalLine } from '../../src/main/store/journal-record'
import type { DocumentId } from '../../src/shared/model/ids'
import { plainState } from '../../src/shared/model/state'
import { coder, makeAnnotation } from '../../src/shared/testing/sample-records'
import { launch } from '../fixtures'
import { makeLargeProject } from './large-project'
import { row } from './statistics'
import { type Took, timeUntil } from './time-until'
import { annotationsIn, mustDo, mustHold } from './work-done'

/** The store at ten documents and at ten thousand. Ratios against a floor of the same run; nothing is asserted. */
const lines: string[] = []
let folder: string
const sizes = { small: [10, 20], large: [10_000, 20] } as const

test.beforeAll(async () => {
  test.setTimeout(600_000)
  folder = await mkdtemp(join(tmpdir(), 'variorum-bench-store-'))
  for (const [name, [documents, each]] of Object.entries(sizes))
    await makeLargeProject(join(folder, name), documents, each)
})
test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  console.log(`\n${lines.join('\n')}\n`)
})

test('saving: the same in a small project and in a large one', async () => {
  test.setTimeout(300_000)
  const times: Record<string, number[]> = { small: [], large: [], bare: [] }
  const sessions = []
  for (const name of ['small', 'large']) {
    const opened = await openProject(join(folder, name))
    if (!opened.ok) throw new Error(opened.error.message)
    sessions.push({ name, session: opened.value })
  }
  const file = await open(join(folder, 'bare.jsonl'), 'w')
  let length = 0
  for (let i = 0; i < 400; i++)
    for (const { name, session } of sessions) {
      const document = `d${String(i % 10).padStart(7, '0')}` as DocumentId
      const [like] = session.state.annotations.get(document)?.values() ?? []
      if (!like) throw new Error('no annotation')
      const annotation = { ...makeAnnotation(`n${i}`, document, ['t1']), selector: like.selector }
      const start = performance.now()
      const done = await session.do({ type: 'annotation.add', annotation }, coder.id)
      times[name]?.push(performance.now() - start)
      if (!done.ok) throw new Error(done.error.message)
      const bytes = Buffer.from(journalLine(done.value))
      const bare = performance.now()
      await file.write(bytes, 0, bytes.length, length)
      await file.datasync()
      times.bare?.push(performance.now() - bare)
      length += bytes.length
    }
  await file.close()
  const { bare = [], small = [], large = [] } = times
  lines.push(row('bare append + fsync', bare))
  lines.push(row('session.do, 10 documents', small, bare, 'p95 ratio at most 1.3'))
  lines.push(row('session.do, 10,000 documents, 200,000 annot.', large, bare, 'p95 ratio at most 1.3'))

  const big = sessions[1]?.session
  if (!big) throw new Error('no session')
  await big.loadAll()
  const plain = plainState(big.state)
  for (const { session } of sessions) await session.close()
  for (const [name, [documents, each]] of Object.entries(sizes))
    mustHold(
      (await annotationsIn(join(folder, name))) === documents * each + 400,
      `400 annotations added to the ${name} project`
    )
  const database = await JSONFilePreset(join(folder, 'one-file.json'), plain)
  const whole: number[] = []
  for (let i = 0; i < 5; i++) {
    const start = performance.now()
    await database.write()
    whole.push(performance.now() - start)
  }
  mustHold((await stat(join(folder, 'one-file.json'))).size > 1_000_000, 'lowdb wrote its file')
  lines.push(row('lowdb, its one-file preset, 200,000 annot.', whole, bare))
})

test('many at once: 10,000 operations share their syncs', async () => {
  const opened = await openProject(join(folder, 'small'))
  if (!opened.ok) throw new Error(opened.error.message)
  const session = opened.value
  const [like] = session.state.annotations.get('d0000001' as DocumentId)?.values() ?? []
  if (!like) throw new Error('no annotation')
  await session.loadAll()
  let before = 0
  for (const own of session.state.annotations.values()) before += own.size
  const start = performance.now()
  const done = await Promise.all(
    Array.from({ length: 10_000 }, (_, i) =>
      session.do(
        {
          type: 'annotation.add',
          annotation: { ...makeAnnotation(`m${i}`, `d000000${i % 10}`, ['t1']), selector: like.selector }
        },
        coder.id
      )
    )
  )
  const took = performance.now() - start
  await session.close()
  for (const each of done) mustDo(each, 'one of 10,000 operations at once')
  mustHold((await annotationsIn(join(folder, 'small'))) === before + 10_000, '10,000 annotations on disk')
  lines.push(`10,000 operations at once: ${took.toFixed(0)} ms`)
})

test('opening 10,000 documents with 200,000 annotations', async () => {
  test.setTimeout(300_000)
  const times: number[] = []
  for (let i = 0; i < 8; i++) {
    const start = performance.now()
    const opened = await openProject(join(folder, 'large'))
    times.push(performance.now() - start)
    if (!opened.ok) throw new Error(opened.error.message)
    mustHold(opened.value.notices.length === 0, 'opening without a notice')
    mustHold(opened.value.state.documents.size === sizes.large[0], 'opening all documents')
    await opened.value.close()
  }
  lines.push(row('open the large project, warm', times.slice(1), undefined, 'under 1,000 ms'))

  const { app, page, desk } = await launch(join(folder, 'data'))
  await desk.waitForLibrary()
  const rss = async () => (await app.evaluate(() => process.memoryUsage().rss)) / 1024 / 1024
  const before = await rss()
  const shown: Took[] = []
  for (let i = 0; i < 4; i++) {
    if (i > 0) {
      await desk.answerOpen(join(folder, 'small'))
      await page.keyboard.press('Control+o')
      await expect(page.locator('.brand')).toContainText(`${sizes.small[0]} texts`)
    }
    await desk.answerOpen(join(folder, 'large'))
    const press = () => page.keyboard.press('Control+o')
    shown.push(await timeUntil(page, 'keydown', '.brand', press, `${sizes.large[0]} texts`))
    await page.locator('.open-document', { hasText: 'of the provincial office' }).first().waitFor()
  }
  const after = await rss()
  const there = shown.map((each) => each.painted)
  lines.push(row('in the window: key to the library painted', there, undefined, '1,000 ms'))
  lines.push(`main process: ${before.toFixed(0)} MB before, ${after.toFixed(0)} MB after  (bar: 300 MB)`)

  await page.locator('.open-document', { hasText: 'of the provincial office' }).first().click()
  const mark = page.locator('.text .mark').first()
  await mark.waitFor()
  const pressed = await timeUntil(page, 'mousedown', '.mark.active', () => mark.click())
  lines.push(row('in the window: first press on a highlight', [pressed.there], undefined, '30 ms'))
  await app.close()
})
