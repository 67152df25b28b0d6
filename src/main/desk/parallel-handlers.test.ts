import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Annotation } from '../../shared/model/annotation'
import type { DocumentId, WorkId } from '../../shared/model/ids'
import type { Result } from '../../shared/model/result'
import { coder } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import type { Session } from '../project/session'
import { addText, annotationOf, paragraphs } from './testing/add-text'
import { makeDesk } from './testing/make-desk'

const work = 'w1' as WorkId
const ids = ['d1', 'd2', 'd3'] as const
const blocks = paragraphs('The office opened on Monday.', 'Each form is handed in once.')

let home: string
let desk: Awaited<ReturnType<typeof makeDesk>>
let session: Session
let call: (method: string, input: unknown) => Promise<Result<unknown>>
let source: Annotation

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-parallel-'))
  const folder = join(home, 'project')
  await createProject(folder, 'Parallel', coder)
  desk = await makeDesk(home)
  call = desk.addWindow().call
  await call('project.open', { folder, how: 'write' })
  const opened = desk.desk.session
  if (!opened.ok) throw new Error('no project')
  session = opened.value
  await session.do({ type: 'work.add', work: { id: work, title: 'W', order: [] } }, coder.id)
  for (const id of ids) await addText(session, id, blocks, { works: [work] })
  source = await highlight('d1')
})

afterEach(async () => {
  await desk.desk.close()
  await rm(home, { recursive: true, force: true })
})

async function highlight(id: string): Promise<Annotation> {
  const document = session.state.documents.get(id as DocumentId)
  if (!document) throw new Error('no document')
  const annotation = annotationOf(document, blocks, 'handed in once')
  await session.do({ type: 'annotation.add', annotation }, coder.id)
  return annotation
}

const all = () => ids.flatMap((id) => [...(session.state.annotations.get(id as DocumentId)?.values() ?? [])])
const at = () => ({ start: source.selector.start, end: source.selector.end })

describe('a highlight that two windows carry to different versions at the same time', () => {
  it('is parallel with both', async () => {
    const carry = (to: string) =>
      call('parallel.carry', {
        document: 'd1',
        annotation: source.id,
        to: [{ document: to, at: at() }]
      })
    const done = await Promise.all([carry('d2'), carry('d3')])
    expect(done.map((each) => each.ok)).toEqual([true, true])
    const groups = all().map((each) => each.parallel)
    expect(groups).toHaveLength(3)
    expect(new Set(groups).size).toBe(1)
    expect(groups[0]).not.toBeNull()
  })

  it('is not carried where it is deleted meanwhile', async () => {
    const deleting = call('project.do', { type: 'annotation.remove', document: 'd1', id: source.id })
    const carrying = call('parallel.carry', {
      document: 'd1',
      annotation: source.id,
      to: [{ document: 'd2', at: at() }]
    })
    expect((await deleting).ok).toBe(true)
    expect(await carrying).toMatchObject({ ok: false, error: { key: 'annotationGone' } })
    expect(all()).toEqual([])
  })
})

describe('linking the highlights that answer one another', () => {
  it('counts in what is highlighted while the versions are aligned', async () => {
    await highlight('d2')
    let late: Promise<Annotation> | null = null
    desk.thread.before = async (kind) => {
      if (kind === 'align') late ??= highlight('d3')
      await late
    }
    expect(await call('parallel.linkAnswering', [...ids])).toMatchObject({ ok: true })
    expect(late).not.toBeNull()
    const groups = all().map((each) => each.parallel)
    expect(groups).toHaveLength(3)
    expect(new Set(groups).size).toBe(1)
    expect(groups[0]).not.toBeNull()
  })
})
