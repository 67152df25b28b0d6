import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { DocumentId, WorkId } from '../../shared/model/ids'
import type { Operation } from '../../shared/operations/operation'
import { makeAnnotation, makeDocument } from '../../shared/testing/sample-records'
import { done, openTwoWindows, type TwoWindows } from './testing/two-windows'

/** What is done to many texts at once, by one window while another works on the same texts. */
const ids = ['d0', 'd1', 'd2'] as DocumentId[]
const work = 'w0' as WorkId

let two: TwoWindows
let session: TwoWindows['session']
let windows: TwoWindows['windows']

beforeAll(async () => {
  two = await openTwoWindows([
    { type: 'work.add', work: { id: work, title: 'W', order: [] } },
    ...ids.map(
      (id, at): Operation => ({
        type: 'document.add',
        document: {
          ...makeDocument(id),
          works: at < 2 ? [work] : [],
          publisher: `Office ${at}`,
          proposed: ['publisher'],
          attributes: { Site: id }
        }
      })
    ),
    { type: 'annotation.add', annotation: makeAnnotation('a0', 'd0') }
  ])
  session = two.session
  windows = two.windows
})
beforeEach(() => two.reset())
afterAll(() => two.close())

const text = (id: string) => session.state.documents.get(id as DocumentId)
const facts = (seen: object[], patch: object) =>
  windows[0]('project.edit', { type: 'documents.facts', seen, patch })

it('says the same of several texts as one change, and leaves the rest of each alone', async () => {
  const seen = ids.map((id, at) => ({ id, publisher: `Office ${at}`, attributes: {} }))
  await done(facts(seen, { publisher: 'One office', attributes: { Series: 'A' } }))
  expect(ids.map((id) => text(id)?.publisher)).toEqual(['One office', 'One office', 'One office'])
  expect(text('d1')?.attributes).toEqual({ Site: 'd1', Series: 'A' })
  // What a person has said is no proposal any more.
  expect(text('d0')?.proposed).toEqual([])
  await done(windows[0]('project.undo', null))
  expect(ids.map((id) => text(id)?.publisher)).toEqual(['Office 0', 'Office 1', 'Office 2'])
  expect(text('d0')?.proposed).toEqual(['publisher'])
})

it('writes nothing over what another window has said meanwhile, in any of the texts', async () => {
  await done(
    windows[1]('project.do', { type: 'document.update', id: 'd2', patch: { publisher: 'Elsewhere' } })
  )
  const seen = ids.map((id, at) => ({ id, publisher: `Office ${at}` }))
  const answer = await facts(seen, { publisher: 'One office' })
  expect(answer.ok).toBe(false)
  expect(ids.map((id) => text(id)?.publisher)).toEqual(['Office 0', 'Office 1', 'Elsewhere'])
  // Another field of the same text is nobody's concern.
  await done(
    facts(
      ids.map((id) => ({ id, credit: '' })),
      { credit: 'Archive' }
    )
  )
  expect(text('d2')).toMatchObject({ publisher: 'Elsewhere', credit: 'Archive' })
})

it('deletes several texts with their highlights, and a work with the last of its versions', async () => {
  await done(windows[0]('project.removeDocuments', ['d0', 'd1']))
  expect([...session.state.documents.keys()]).toEqual(['d2'])
  expect(session.state.works.has(work)).toBe(false)
  await done(windows[0]('project.undo', null))
  expect(session.state.works.has(work)).toBe(true)
  expect(session.state.annotations.get('d0' as DocumentId)?.size).toBe(1)
  await done(windows[0]('project.removeDocuments', ['d0']))
  expect(session.state.works.has(work)).toBe(true)
  expect((await windows[0]('project.removeDocuments', ['d0', 'd1'])).ok).toBe(false)
  expect(text('d1')).toBeDefined()
})
