import { beforeEach, describe, expect, it } from 'vitest'
import type { Link } from '../../shared/model/alignment'
import { currentText } from '../../shared/model/current-text'
import type { DocumentId, WorkId } from '../../shared/model/ids'
import { coder } from '../../shared/testing/sample-records'
import { EmptyProject } from '../import/testing/empty-project'
import { addText, paragraphs } from '../rpc/testing/add-text'
import { HereThread } from '../rpc/testing/make-host'
import { Reanchorer } from '../workers/reanchorer'
import { makeRevision, planRevision } from './revise'
import { handLinks, storedAlignment } from './stored-alignment'
import { readVersion, spansOf } from './version'

const desk = new EmptyProject()
const [a, b] = ['d1' as DocumentId, 'd2' as DocumentId]
const work = 'w1' as WorkId
const english = [
  'The office opened on Monday.',
  'Keep the forms.',
  'Each form is handed in once.',
  'Keep the forms.'
]
const papers = english.map((each) => each.replace('form', 'paper'))

async function version(id: DocumentId) {
  const read = await readVersion(desk.session, id)
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}

/** Stores an alignment of sentence by sentence, of which some links are made by hand. */
async function store(byHand: readonly number[], pairs = english.map((_, at) => at)): Promise<void> {
  const [left, right] = [await version(a), await version(b)]
  const links = pairs.map(
    (to, from): Link => ({
      a: spansOf(left, [from]),
      b: spansOf(right, [to]),
      confidence: byHand.includes(from) ? 1 : 0.8,
      origin: byHand.includes(from) ? 'hand' : 'auto'
    })
  )
  const [revisionA, revisionB] = [currentText(left.document), currentText(right.document)]
  const alignment = { work, a, b, revisionA, revisionB, links }
  const done = await desk.session.do({ type: 'alignment.set', alignment }, coder.id)
  if (!done.ok) throw new Error(done.error.message)
}

async function revise(id: DocumentId, texts: readonly string[]): Promise<void> {
  const reanchorer = new Reanchorer(new HereThread())
  const next = { blocks: paragraphs(...texts), furniture: [], reason: 'correction' as const, original: null }
  const plan = await planRevision(desk.session, reanchorer, (await version(id)).document, next)
  const made = plan.ok ? await makeRevision(desk.session, reanchorer, plan.value, coder.id) : plan
  if (!made.ok) throw new Error(made.error.message)
}

const numbers = (links: readonly { a: readonly number[]; b: readonly number[] }[] | null) =>
  links?.map((link) => [link.a, link.b]) ?? null
const fixed = async (from = a, to = b) =>
  numbers(await handLinks(desk.session, await version(from), await version(to)))
const stored = async (from = a, to = b) =>
  storedAlignment(desk.session.state, await version(from), await version(to))

beforeEach(async () => {
  await desk.session.do({ type: 'work.add', work: { id: work, title: 'W', order: [] } }, coder.id)
  await addText(desk.session, a, paragraphs(...english), { works: [work] })
  await addText(desk.session, b, paragraphs(...papers), { works: [work] })
})

describe('an alignment that is kept', () => {
  it('comes back as it was stored, from either side', async () => {
    expect(await stored()).toBeNull()
    await store([3], [1, 0, 2, 3])
    expect(numbers(await stored())).toEqual([
      [[0], [1]],
      [[1], [0]],
      [[2], [2]],
      [[3], [3]]
    ])
    const turned = await stored(b, a)
    expect(numbers(turned)?.slice(0, 2)).toEqual([
      [[1], [0]],
      [[0], [1]]
    ])
    expect(turned?.map(({ origin }) => origin)).toEqual(['auto', 'auto', 'auto', 'hand'])
  })

  it('is not used for a text that has been corrected since, and is again once that is undone', async () => {
    await store([2])
    await revise(a, ['The very old office opened on Monday.', ...english.slice(1)])
    expect(await stored()).toBeNull()
    await desk.session.undo(coder.id)
    expect(numbers(await stored())).toEqual(english.map((_, at) => [[at], [at]]))
  })

  it('goes on where a sentence becomes furniture: what answered it stands alone', async () => {
    await store([2])
    await desk.session.do({ type: 'document.furnish', id: b, furniture: [0] }, coder.id)
    expect(numbers(await stored())).toEqual([
      [[0], []],
      [[1], [0]],
      [[2], [1]],
      [[3], [2]]
    ])
  })

  it('is not used where a sentence has come in that it does not hold', async () => {
    await desk.session.do({ type: 'document.furnish', id: b, furniture: [3] }, coder.id)
    await store([2], [0, 1, 2])
    await desk.session.do({ type: 'document.furnish', id: b, furniture: [] }, coder.id)
    expect(await stored()).toBeNull()
  })
})

describe('links made by hand', () => {
  it('hold on their sentences after a correction before them, also where others say the same', async () => {
    await store([2, 3])
    await revise(a, ['A new first line.', 'The office opened on Monday.', ...english.slice(1)])
    expect(await fixed()).toEqual([
      [[3], [2]],
      [[4], [3]]
    ])
    expect(await fixed(b, a)).toEqual([
      [[2], [3]],
      [[3], [4]]
    ])
  })

  it('are let go where a sentence of theirs was corrected: no hand has seen it', async () => {
    await store([0, 2])
    await revise(a, ['The very old office opened on Monday.', ...english.slice(1)])
    expect(await fixed()).toEqual([[[2], [2]]])
  })

  it('hold where furniture is marked beside them', async () => {
    await store([2])
    await desk.session.do({ type: 'document.furnish', id: a, furniture: [0] }, coder.id)
    expect(await fixed()).toEqual([[[1], [2]]])
  })

  it('are none where no hand has made any', async () => {
    await store([])
    expect(await fixed()).toEqual([])
  })
})
