import { beforeEach, describe, expect, it } from 'vitest'
import type { Annotation } from '../../shared/model/annotation'
import type { DocumentId, ParallelId } from '../../shared/model/ids'
import { span } from '../../shared/model/span'
import { coder } from '../../shared/testing/sample-records'
import { p, tag } from '../../shared/testing/tagged-text'
import { EmptyProject } from '../import/testing/empty-project'
import { addText, annotationOf, paragraphs } from '../rpc/testing/add-text'
import { HereThread } from '../rpc/testing/make-host'
import { Reanchorer } from '../workers/reanchorer'
import { parallelIn, passagesIn } from './passages'
import { makeRevision, planRevision } from './revise'

const desk = new EmptyProject()
const id = 'd1' as DocumentId
const tagged = p('The <a>office<b> opened on Monday.\nEach <c>form<d> is handed in once.')
const blocks = paragraphs(...tagged.text.split('\n'))

beforeEach(async () => {
  await addText(desk.session, id, blocks)
})

async function highlight(words: string, parallel: string | null = null): Promise<Annotation> {
  const document = desk.session.state.documents.get(id)
  if (!document) throw new Error('no document')
  const annotation = { ...annotationOf(document, blocks, words), parallel: parallel as ParallelId | null }
  const done = await desk.session.do({ type: 'annotation.add', annotation }, coder.id)
  if (!done.ok) throw new Error(done.error.message)
  return annotation
}

const wordsWithin = (start: number, end: number) =>
  passagesIn(desk.session.state, id)
    ?.within(span(start, end))
    .map(({ selector }) => selector.exact)

describe('the highlights at a place', () => {
  it('are those that stand there, in the order of the text', async () => {
    await highlight('form')
    await highlight('office')
    expect(wordsWithin(tag(tagged, 'a'), tag(tagged, 'b'))).toEqual(['office'])
    expect(wordsWithin(0, tagged.text.length)).toEqual(['office', 'form'])
  })

  it('are looked up once for each state of them, and anew after a change', async () => {
    await highlight('office')
    const before = passagesIn(desk.session.state, id)
    expect(passagesIn(desk.session.state, id)).toBe(before)
    await highlight('form')
    expect(wordsWithin(tag(tagged, 'c'), tag(tagged, 'd'))).toEqual(['form'])
  })

  it('stand where they have moved to, once the text was corrected before them', async () => {
    await highlight('form')
    expect(wordsWithin(tag(tagged, 'c'), tag(tagged, 'd'))).toEqual(['form'])
    const document = desk.session.state.documents.get(id)
    if (!document) throw new Error('no document')
    const longer = paragraphs('The very old office opened on Monday.', 'Each form is handed in once.')
    const next = { blocks: longer, furniture: [], reason: 'correction' as const, original: null }
    const reanchorer = new Reanchorer(new HereThread())
    const plan = await planRevision(desk.session, reanchorer, document, next)
    if (!plan.ok) throw new Error(plan.error.message)
    expect((await makeRevision(desk.session, reanchorer, plan.value, coder.id)).ok).toBe(true)
    const by = 'very old '.length
    expect(wordsWithin(tag(tagged, 'c'), tag(tagged, 'd'))).toEqual([])
    expect(wordsWithin(tag(tagged, 'c') + by, tag(tagged, 'd') + by)).toEqual(['form'])
  })

  it('are none in a text that there is not', () => {
    expect(passagesIn(desk.session.state, 'd9' as DocumentId)).toBeNull()
    expect(parallelIn(desk.session.state, 'd9' as DocumentId).size).toBe(0)
  })
})

describe('the highlight of a text in a group of parallel passages', () => {
  it('is found by the group', async () => {
    await highlight('office')
    const linked = await highlight('form', 'x')
    expect(parallelIn(desk.session.state, id).get('x' as ParallelId)?.id).toBe(linked.id)
    expect(parallelIn(desk.session.state, id).size).toBe(1)
  })

  it('is no longer found once it was taken out', async () => {
    const linked = await highlight('form', 'x')
    const patch = { parallel: null }
    await desk.session.do({ type: 'annotation.update', document: id, id: linked.id, patch }, coder.id)
    expect(parallelIn(desk.session.state, id).size).toBe(0)
  })
})
