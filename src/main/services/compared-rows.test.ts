import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withChange } from '../../shared/alignment/row-change'
import type { RowFindings } from '../../shared/alignment/words/findings'
import type { ComparedRows } from '../../shared/ipc/compare-answers'
import { Metadata } from '../../shared/model/document'
import type { DocumentId, WorkId } from '../../shared/model/ids'
import type { Result } from '../../shared/model/result'
import { coder } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import { addText, paragraphs } from '../rpc/testing/add-text'
import { makeHost } from '../rpc/testing/make-host'

const [a, b] = ['d1' as DocumentId, 'd2' as DocumentId]
const work = 'w1' as WorkId
const english = ['The office opened on Monday.', 'Each form is handed in once.', 'Nobody waits an hour.']

let home: string
let made: Awaited<ReturnType<typeof makeHost>>
let call: ReturnType<typeof made.addWindow>['call']

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-rows-'))
  const folder = join(home, 'project')
  await createProject(folder, 'Rows', coder)
  made = await makeHost(home)
  call = made.addWindow().call
  await call('project.open', { folder, how: 'write' })
  await call('project.do', { type: 'work.add', work: { id: work, title: 'W', order: [] } })
  for (const id of [a, b])
    await addText(session(), id, paragraphs(...english), { works: [work], language: 'en' })
})

afterEach(async () => {
  await made.host.close()
  await rm(home, { recursive: true, force: true })
})

function session() {
  if (!made.host.session.ok) throw new Error('no project')
  return made.host.session.value
}

function answerOf<T>(answer: Result<unknown>): T {
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value as T
}

const rows = async (known: string | null = null) =>
  answerOf<ComparedRows>(await call('compare.rows', { documents: [a, b], known }))
const substituted = async (of: string, some: { from: number; count: number } | null = null) =>
  answerOf<RowFindings[]>(await call('compare.findings', { from: a, of, rows: some })).map(
    (row) => row[1]?.substituted
  )
const correct = async (id: DocumentId, block: number, text: string) => {
  const revision = session().state.documents.get(id)?.revisions.at(-1)?.text
  answerOf(await call('document.correct', { document: id, revision, block, text }))
}

describe('the rows of a comparison', () => {
  it('are the same state for whoever asks again, and nothing is sent twice', async () => {
    const { id, rows: all } = await rows()
    expect(all).toHaveLength(3)
    expect(await rows(id)).toMatchObject({ id, rows: [], since: { id, removed: 0 } })
    expect((await rows()).id).toBe(id)
  })

  it('that a correction has changed put in place of the earlier ones make the whole comparison', async () => {
    const before = await rows()
    await correct(b, 2, 'Nobody waits an hour. The gate is open.')
    const { id, since, rows: changed } = await rows(before.id)
    if (!since) throw new Error('all were sent')
    expect(withChange(before.rows, since, changed)).toEqual((await rows()).rows)
    expect(id).not.toBe(before.id)
  })

  it('are all sent to a window whose state is not known here', async () => {
    expect(await rows('rows of another start')).toMatchObject({ since: null, rows: { length: 3 } })
  })
})

describe('what differs in the rows', () => {
  it('is told anew when a text is corrected by a word of the same length', async () => {
    const before = await rows()
    expect(await substituted(before.id)).toEqual([0, 0, 0])
    await correct(b, 1, 'Each book is handed in once.')
    const after = await rows()
    expect(after.id).not.toBe(before.id)
    expect(await substituted(after.id)).toEqual([0, 1, 0])
  })

  it('is told of the texts that the rows were made of, though one has been corrected since', async () => {
    await correct(b, 1, 'Each book is handed in once.')
    const { id } = await rows()
    await correct(b, 0, 'The very old office opened on Monday.')
    expect(await substituted(id)).toEqual([0, 1, 0])
    expect(await substituted(id, { from: 1, count: 1 })).toEqual([1])
  })

  it('is found once for a state of the rows, whoever asks again, and anew for another state', async () => {
    const kinds: string[] = []
    made.thread.before = async (kind) => void kinds.push(kind)
    const { id } = await rows()
    const found = [await substituted(id), await substituted((await rows()).id)]
    expect(found[1]).toEqual(found[0])
    expect(kinds.filter((kind) => kind === 'findings')).toHaveLength(1)
    await correct(b, 1, 'Each book is handed in once.')
    expect(await substituted((await rows()).id)).toEqual([0, 1, 0])
    expect(kinds.filter((kind) => kind === 'findings')).toHaveLength(2)
  })

  it('is found anew when a text is said to be in another language', async () => {
    await correct(b, 1, 'Each book is handed in once.')
    const before = await rows()
    expect(await substituted(before.id)).toEqual([0, 1, 0])
    const seen = Metadata.parse(session().state.documents.get(b))
    answerOf(
      await call('project.edit', {
        type: 'document.facts',
        id: b,
        seen,
        wanted: { ...seen, language: 'zh' }
      })
    )
    const after = await rows()
    expect(after.id).not.toBe(before.id)
    expect(await substituted(after.id)).toEqual([0, 0, 0])
  })

  it('is refused for rows that nobody has been given', async () => {
    expect(await call('compare.findings', { from: a, of: 'rows 999', rows: null })).toMatchObject({
      ok: false,
      error: { kind: 'Conflict' }
    })
  })

  it('is refused for a text that is not among those compared', async () => {
    const { id } = await rows()
    expect(await call('compare.findings', { from: 'd9', of: id, rows: null })).toMatchObject({
      ok: false,
      error: { key: 'notAVersion' }
    })
  })
})
