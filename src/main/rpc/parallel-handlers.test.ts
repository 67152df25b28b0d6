import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RenderingHere } from '../../shared/ipc/compare-answers'
import type { Annotation } from '../../shared/model/annotation'
import type { DocumentId, WorkId } from '../../shared/model/ids'
import type { Result } from '../../shared/model/result'
import { coder } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import type { Session } from '../project/session'
import { addText, annotationOf, paragraphs } from './testing/add-text'
import { makeHost } from './testing/make-host'

const work = 'w1' as WorkId
const ids = ['d1', 'd2', 'd3'] as const
const blocks = paragraphs('The office opened on Monday.', 'Each form is handed in once.')

let home: string
let made: Awaited<ReturnType<typeof makeHost>>
let session: Session
let call: (method: string, input: unknown) => Promise<Result<unknown>>
let source: Annotation

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-parallel-'))
  const folder = join(home, 'project')
  await createProject(folder, 'Parallel', coder)
  made = await makeHost(home)
  call = made.addWindow().call
  await call('project.open', { folder, how: 'write' })
  const opened = made.host.session
  if (!opened.ok) throw new Error('no project')
  session = opened.value
  await session.do({ type: 'work.add', work: { id: work, title: 'W', order: [] } }, coder.id)
  for (const id of ids) await addText(session, id, blocks, { works: [work] })
  source = await highlight('d1')
})

afterEach(async () => {
  await made.host.close()
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
const revisionOf = (id: string) => session.state.documents.get(id as DocumentId)?.revisions.at(-1)?.text
/** The first paragraph of a text becomes longer, so that all behind it moves. */
const lengthen = (id: string) =>
  call('document.correct', {
    document: id,
    revision: revisionOf(id),
    block: 0,
    text: 'The very old office opened on Monday.'
  })

describe('a highlight that two windows carry to different versions at the same time', () => {
  it('is parallel with both', async () => {
    const carry = (to: string) =>
      call('parallel.carry', {
        document: 'd1',
        annotation: source.id,
        to: [{ document: to, revision: revisionOf(to), at: at() }]
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
      to: [{ document: 'd2', revision: revisionOf('d2'), at: at() }]
    })
    expect((await deleting).ok).toBe(true)
    expect(await carrying).toMatchObject({ ok: false, error: { key: 'annotationGone' } })
    expect(all()).toEqual([])
  })
})

describe('a highlight that is carried to a place seen in another version', () => {
  const refused = { ok: false, error: { kind: 'Conflict', key: 'documentChanged' } }
  const offers = async () => {
    const found = (await call('compare.renderings', {
      document: 'd1',
      passage: at(),
      annotation: source.id
    })) as Result<readonly RenderingHere[]>
    if (!found.ok) throw new Error(found.error.message)
    return found.value
  }
  const carryTo = (seen: readonly RenderingHere[]) =>
    call('parallel.carry', {
      document: 'd1',
      annotation: source.id,
      to: seen.map(({ document, revision, start, said }) => ({
        document,
        revision,
        at: { start: start + (said?.start ?? 0), end: start + (said?.end ?? 0) }
      }))
    })

  it('comes to stand on the words that were seen there', async () => {
    expect((await carryTo(await offers())).ok).toBe(true)
    expect(all().map((each) => each.selector.exact)).toEqual(ids.map(() => 'handed in once'))
  })

  it('is not put on other words where that text has been corrected since', async () => {
    const seen = await offers()
    expect((await lengthen('d2')).ok).toBe(true)
    expect(await carryTo(seen)).toMatchObject(refused)
    expect(all()).toEqual([source])
    expect((await carryTo(await offers())).ok).toBe(true)
    expect(all().map((each) => each.selector.exact)).toEqual(ids.map(() => 'handed in once'))
  })

  it('is not put on other words where that text is corrected at the same moment', async () => {
    const seen = await offers()
    const both = await Promise.all([lengthen('d3'), carryTo(seen)])
    expect(both.some((each) => each.ok)).toBe(true)
    const words = all().map((each) => each.selector.exact)
    expect(words).toEqual((both[1].ok ? ids : ['d1']).map(() => 'handed in once'))
  })

  it('goes where it is to go when its own text is corrected meanwhile: those places have not moved', async () => {
    const seen = await offers()
    expect((await lengthen('d1')).ok).toBe(true)
    expect((await carryTo(seen)).ok).toBe(true)
    expect(all().map((each) => each.selector.exact)).toEqual(ids.map(() => 'handed in once'))
  })

  it('is shown what the other version said when it was looked at, though it is corrected meanwhile', async () => {
    let once = true
    made.thread.before = async (kind) => {
      if (kind !== 'counterpart' || !once) return
      once = false
      await lengthen('d2')
    }
    const [seen] = await offers()
    expect(once).toBe(false)
    expect(seen?.text).toBe('Each form is handed in once.')
    expect(seen?.text.slice(seen.said?.start, seen.said?.end)).toBe('handed in once')
    expect(await carryTo(seen ? [seen] : [])).toMatchObject(refused)
  })
})

describe('linking the highlights that answer one another', () => {
  it('counts in what is highlighted while the versions are aligned', async () => {
    await highlight('d2')
    let late: Promise<Annotation> | null = null
    made.thread.before = async (kind) => {
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
