import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withChange } from '../../shared/alignment/row-change'
import type { Row } from '../../shared/alignment/versions'
import type { ComparedRows } from '../../shared/ipc/compare-answers'
import type { DocumentId, WorkId } from '../../shared/model/ids'
import type { Span } from '../../shared/model/offsets'
import type { Result } from '../../shared/model/result'
import { coder } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import { addText, paragraphs } from '../rpc/testing/add-text'
import { makeHost } from '../rpc/testing/make-host'

let home: string
let made: Awaited<ReturnType<typeof makeHost>>
let call: (method: string, input: unknown) => Promise<Result<unknown>>

const [a, b] = ['d1' as DocumentId, 'd2' as DocumentId] as const
const work = 'w1' as WorkId
const english = [
  'The office opened on Monday.',
  'The meeting said: keep the forms.',
  'Each form is handed in once.',
  'The meeting said: keep the forms.',
  'The clerk stamps every form.',
  'The meeting said: keep the forms.',
  'Nobody waits longer than an hour.'
]
const again = english.map((each) => each.replace('forms', 'papers').replace('form', 'paper'))

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-correct-'))
  const folder = join(home, 'project')
  await createProject(folder, 'Correct', coder)
  made = await makeHost(home)
  call = made.addWindow().call
  await call('project.open', { folder, how: 'write' })
  await call('project.do', { type: 'work.add', work: { id: work, title: 'W', order: [] } })
  if (!made.host.session.ok) throw new Error('no project')
  await addText(made.host.session.value, 'd1', paragraphs(...english), { works: [work] })
  await addText(made.host.session.value, 'd2', paragraphs(...again), { works: [work] })
})

afterEach(async () => {
  await made.host.close()
  await rm(home, { recursive: true, force: true })
})

async function rows(): Promise<readonly Row[]> {
  const answer = (await call('compare.rows', { documents: [a, b], known: null })) as Result<ComparedRows>
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value.rows
}

const copy = (spans: readonly Span[] | undefined) => (spans ?? []).map(({ start, end }) => ({ start, end }))
const revisionOf = (id: DocumentId) => {
  const { session } = made.host
  return session.ok ? session.value.state.documents.get(id)?.revisions.at(-1)?.text : undefined
}
const seenNow = () => [a, b].map((id) => ({ document: id, revision: revisionOf(id) }))
const accept = (row: Row | undefined, seen = seenNow()) =>
  call('compare.correct', {
    shown: { documents: [a, b], known: null },
    seen,
    base: a,
    corrections: [{ version: b, links: [{ a: copy(row?.cells[0]), b: copy(row?.cells[1]) }] }]
  })

describe('links that are corrected by hand', () => {
  it('are all kept, however quickly they come', async () => {
    const before = await rows()
    expect(before).toHaveLength(english.length)
    const done = await Promise.all(before.map((row) => accept(row)))
    expect(done.map((each) => each.ok)).toEqual(before.map(() => true))
    const after = await rows()
    expect(after.map((row) => row.byHand[1])).toEqual(before.map(() => true))
  })

  it('are kept where something else is undone while one of them is worked out', async () => {
    const [first, second] = await rows()
    await accept(first)
    await call('project.do', { type: 'project.rename', name: 'Other' })
    let once = true
    made.thread.before = async (kind) => {
      if (kind !== 'align' || !once) return
      once = false
      await call('project.undo', null)
      await call('project.undo', null)
    }
    expect((await accept(second)).ok).toBe(true)
    const after = await rows()
    expect(after.slice(0, 3).map((row) => row.byHand[1])).toEqual([false, true, false])
  })

  it('are refused where a text has become another since they were seen', async () => {
    const [, , third] = await rows()
    const seen = seenNow()
    const block = {
      document: a,
      revision: revisionOf(a),
      block: 0,
      text: 'The very old office opened on Monday.'
    }
    expect((await call('document.correct', block)).ok).toBe(true)
    expect(await accept(third, seen)).toMatchObject({
      ok: false,
      error: { kind: 'Conflict', key: 'documentChanged' }
    })
    expect((await rows()).some((row) => row.byHand[1])).toBe(false)
  })

  it('are refused where a text becomes another while they are worked out', async () => {
    const [, , third] = await rows()
    let once = true
    made.thread.before = async (kind) => {
      if (kind !== 'align' || !once) return
      once = false
      const text = 'The very old office opened on Monday.'
      await call('document.correct', { document: b, revision: revisionOf(b), block: 0, text })
    }
    expect(await accept(third)).toMatchObject({
      ok: false,
      error: { kind: 'Conflict', key: 'documentChanged' }
    })
    expect(once).toBe(false)
    expect((await rows()).some((row) => row.byHand[1])).toBe(false)
  })

  it('stay on their sentences when a text is corrected, also where other sentences say the same', async () => {
    const third = (await rows())[5]
    await accept(third)
    const session = made.host.session
    if (!session.ok) throw new Error('no project')
    const document = session.value.state.documents.get(a)
    const corrected = await call('document.correct', {
      document: a,
      revision: document?.revisions.at(-1)?.text,
      block: 0,
      text: 'The old office opened on Monday.'
    })
    expect(corrected.ok).toBe(true)
    expect((await rows()).map((row) => row.byHand[1])).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
      false
    ])
  })
})

describe('a correction of a text', () => {
  it('is refused where the text is no longer the one that was seen', async () => {
    const session = made.host.session
    if (!session.ok) throw new Error('no project')
    const revision = session.value.state.documents.get(a)?.revisions.at(-1)?.text
    const one = await call('document.correct', { document: a, revision, block: 0, text: 'One.' })
    const two = await call('document.correct', { document: a, revision, block: 1, text: 'Two.' })
    expect(one.ok).toBe(true)
    expect(!two.ok && two.error.key).toBe('documentChanged')
  })

  it('come back as the rows that they have changed, for whoever has the others', async () => {
    const session = made.host.session
    if (!session.ok) throw new Error('no project')
    const long = Array.from({ length: 300 }, (_, at) => `Office ${at} hands in form ${at * 7} each year.`)
    const [one, other] = ['d3' as DocumentId, 'd4' as DocumentId]
    await addText(session.value, one, paragraphs(...long), { works: [work] })
    await addText(session.value, other, paragraphs(...long.map((each) => each.replace('hands', 'brings'))), {
      works: [work]
    })
    const documents = [one, other]
    const compared = async (known: string | null) => {
      const answer = (await call('compare.rows', { documents, known })) as Result<ComparedRows>
      if (!answer.ok) throw new Error(answer.error.message)
      return answer.value
    }
    const before = await compared(null)
    const wanted = before.rows[150]
    const answer = (await call('compare.correct', {
      shown: { documents, known: before.id },
      seen: documents.map((id) => ({ document: id, revision: revisionOf(id) })),
      base: one,
      corrections: [{ version: other, links: [{ a: copy(wanted?.cells[0]), b: copy(wanted?.cells[1]) }] }]
    })) as Result<{ compared: ComparedRows }>
    if (!answer.ok) throw new Error(answer.error.message)
    const { since, rows: changed } = answer.value.compared
    expect(since?.id).toBe(before.id)
    expect(before.rows).toHaveLength(300)
    expect(changed.length).toBeGreaterThan(0)
    expect(changed.length).toBeLessThan(100)
    const after = await compared(null)
    expect(after.id).toBe(answer.value.compared.id)
    expect(since && withChange(before.rows, since, changed)).toEqual(after.rows)
    expect(await compared(after.id)).toMatchObject({ id: after.id, since: { removed: 0 }, rows: [] })
    expect((await compared('rows of long ago')).since).toBeNull()
    const findings = (await call('compare.findings', {
      from: one,
      of: after.id,
      rows: { from: 3, count: 1 }
    })) as Result<unknown[]>
    expect(findings.ok && findings.value).toHaveLength(1)
  })
})
