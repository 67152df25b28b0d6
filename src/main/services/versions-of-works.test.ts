import { beforeEach, describe, expect, it } from 'vitest'
import type { DocumentId, WorkId } from '../../shared/model/ids'
import { coder } from '../../shared/testing/sample-records'
import { EmptyProject } from '../import/testing/empty-project'
import { addText, paragraphs } from '../rpc/testing/add-text'
import { othersOf, versionsIn } from './versions-of-works'

const desk = new EmptyProject()
const [w1, w2] = ['w1' as WorkId, 'w2' as WorkId]

beforeEach(async () => {
  for (const id of [w1, w2])
    await desk.session.do({ type: 'work.add', work: { id, title: id, order: [] } }, coder.id)
  for (const [id, rendering, works] of [
    ['d1', 'unknown', [w1]],
    ['d2', 'source', [w1]],
    ['d3', 'official', [w1, w2]],
    ['d4', 'unknown', [w2]],
    ['d5', 'unknown', []]
  ] as const)
    await addText(desk.session, id, paragraphs('One.'), { rendering, works: [...works], title: id })
})

const versions = (id: WorkId) => {
  const work = desk.session.state.works.get(id)
  return work ? versionsIn(desk.session.state, work).map((each) => each.id) : null
}
const others = (id: string) => {
  const document = desk.session.state.documents.get(id as DocumentId)
  return document ? othersOf(desk.session.state, document).map((each) => each.id) : null
}

describe('the versions of a work', () => {
  it('stand with the source first and the least known last', () => {
    expect(versions(w1)).toEqual(['d2', 'd3', 'd1'])
  })

  it('stand in the order that a person has given them', async () => {
    const order = ['d1', 'd2', 'd3'] as DocumentId[]
    await desk.session.do({ type: 'work.update', id: w1, patch: { order } }, coder.id)
    expect(versions(w1)).toEqual(order)
  })

  it('are one more as soon as a text is added to them', async () => {
    expect(versions(w2)).toEqual(['d3', 'd4'])
    const id = 'd5' as DocumentId
    await desk.session.do({ type: 'document.update', id, patch: { works: [w2] } }, coder.id)
    expect(versions(w2)).toHaveLength(3)
    expect(others('d5')?.sort()).toEqual(['d3', 'd4'])
  })
})

describe('the other versions of a text', () => {
  it('are those of all its works, each once, and never itself', () => {
    expect(others('d3')?.sort()).toEqual(['d1', 'd2', 'd4'])
    expect(others('d5')).toEqual([])
  })
})
