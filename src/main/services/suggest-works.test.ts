import { describe, expect, it } from 'vitest'
import type { WorkId } from '../../shared/model/ids'
import { coder } from '../../shared/testing/sample-records'
import { EmptyProject } from '../import/testing/empty-project'
import { addText, paragraphs } from '../rpc/testing/add-text'
import { HereThread } from '../rpc/testing/make-host'
import { Aligner } from '../workers/aligner'
import { AlignmentCache } from './alignment-cache'
import { Comparison } from './compare'
import { suggestWorks } from './suggest-works'

const desk = new EmptyProject()
const ploughs = [
  'The county of Wexholm bought 17 ploughs in 1962.',
  'Mayor Tarrant signed the contract on 3 March.',
  'Each plough clears 240 miles of road in a night.',
  'The depot at Quillmoor holds 900 tons of salt.'
]
const again = [
  'In 1962 Wexholm county acquired 17 ploughs.',
  'The contract was signed by Mayor Tarrant on 3 March.',
  'A plough can clear 240 miles of road each night.',
  'There are 900 tons of salt in the Quillmoor depot.'
]
const library = [
  'A library opens in Brisecroft with 5,600 volumes.',
  'Readers may borrow 4 books for 21 days.',
  'The librarian, Odell Pryce, came from Harnwick.',
  'Its doors close at 8 each evening.'
]

async function add(id: string, texts: readonly string[], works: readonly string[] = []): Promise<void> {
  await addText(desk.session, id, paragraphs(...texts), { language: 'en', works: works as WorkId[] })
}

async function propose(signal?: AbortSignal) {
  const aligner = new Aligner(new HereThread())
  const comparison = new Comparison(aligner, new AlignmentCache(null))
  const told: [number, number][] = []
  const progress = (done: number, total: number) => told.push([done, total])
  const found = await suggestWorks(desk.session, comparison, aligner, progress, signal)
  if (!found.ok) throw new Error(found.error.message)
  return { works: found.value.map(({ documents }) => [...documents].sort()), all: found.value, told }
}

describe('texts that are found to be versions of one', () => {
  it('are proposed together, and a text on another matter is not', async () => {
    await add('d1', ploughs)
    await add('d2', library)
    await add('d3', again)
    const { works, all, told } = await propose()
    expect(works).toEqual([['d1', 'd3']])
    expect(all[0]?.likeness).toBeGreaterThan(0.5)
    expect(told[0]).toEqual([0, told.length])
  })

  it('are one proposal where there are three of them', async () => {
    await add('d1', ploughs)
    await add('d2', again)
    await add('d3', [...ploughs.slice(0, 3), again[3] ?? ''])
    expect((await propose()).works).toEqual([['d1', 'd2', 'd3']])
  })

  it('are not proposed where they are gathered already', async () => {
    await desk.session.do({ type: 'work.add', work: { id: 'w1' as WorkId, title: 'W', order: [] } }, coder.id)
    await add('d1', ploughs, ['w1'])
    await add('d2', again, ['w1'])
    expect((await propose()).works).toEqual([])
  })

  it('are proposed with all versions of the work that they belong to', async () => {
    await desk.session.do({ type: 'work.add', work: { id: 'w1' as WorkId, title: 'W', order: [] } }, coder.id)
    await add('d1', ploughs, ['w1'])
    await add('d2', again, ['w1'])
    await add('d3', [...ploughs.slice(0, 3), again[3] ?? ''])
    expect((await propose()).works).toEqual([['d1', 'd2', 'd3']])
  })

  it('are no longer looked for once the search is given up', async () => {
    await add('d1', ploughs)
    await add('d2', again)
    const giving = new AbortController()
    giving.abort(new Error('given up'))
    await expect(propose(giving.signal)).rejects.toThrow('given up')
  })
})
