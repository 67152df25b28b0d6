import { beforeEach, describe, expect, it } from 'vitest'
import type { Link } from '../../shared/model/alignment'
import { currentText } from '../../shared/model/current-text'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId, WorkId } from '../../shared/model/ids'
import { coder } from '../../shared/testing/sample-records'
import { EmptyProject } from '../import/testing/empty-project'
import { addText, paragraphs } from '../rpc/testing/add-text'
import { seedPairs } from './seed-pairs'
import { readVersion, spansOf } from './version'

const desk = new EmptyProject()
const english = ['The office is open.', 'Salt is used.', 'The gate is shut.']
const chinese = ['办公室开着。', '用盐。', '大门关着。']

async function add(id: string, language: string, work: string, texts: readonly string[]) {
  const document = await addText(desk.session, id, paragraphs(...texts), {
    language,
    works: [work as WorkId]
  })
  return { ...document, id: document.id as DocumentId }
}

let zh: VariorumDocument
let en: VariorumDocument

beforeEach(async () => {
  for (const id of ['w1', 'w2'] as WorkId[])
    await desk.session.do({ type: 'work.add', work: { id, title: id, order: [] } }, coder.id)
  await add('d1', 'en-GB', 'w1', english)
  await add('d2', 'zh', 'w1', chinese)
  zh = await add('d3', 'zh-Hans', 'w2', ['新的一句。'])
  en = await add('d4', 'en', 'w2', ['A new sentence.'])
  const [left, right] = [
    await readVersion(desk.session, 'd1' as DocumentId),
    await readVersion(desk.session, 'd2' as DocumentId)
  ]
  if (!left.ok || !right.ok) throw new Error('a text cannot be read')
  const link = (at: number, origin: Link['origin'], confidence: number): Link => ({
    a: spansOf(left.value, [at]),
    b: spansOf(right.value, [at]),
    confidence,
    origin
  })
  const alignment = {
    work: 'w1' as WorkId,
    a: left.value.document.id,
    b: right.value.document.id,
    revisionA: currentText(left.value.document),
    revisionB: currentText(right.value.document),
    links: [link(0, 'auto', 0.95), link(1, 'hand', 1), link(2, 'auto', 0.5)]
  }
  await desk.session.do({ type: 'alignment.set', alignment }, coder.id)
})

describe('what alignments of other works teach', () => {
  it('is what a hand has linked, then what is all but certain, and nothing doubtful', async () => {
    expect(await seedPairs(desk.session, en, zh)).toEqual([
      ['Salt is used.', '用盐。'],
      ['The office is open.', '办公室开着。']
    ])
  })

  it('is turned the way that is asked for', async () => {
    expect((await seedPairs(desk.session, zh, en))[0]).toEqual(['用盐。', 'Salt is used.'])
  })

  it('is nothing for other languages, nor for the work that it is of', async () => {
    const french = await add('d5', 'fr', 'w2', ['Une phrase.'])
    expect(await seedPairs(desk.session, french, zh)).toEqual([])
    const [own, other] = ['d1', 'd2'].map((id) => desk.session.state.documents.get(id as DocumentId))
    expect(own && other && (await seedPairs(desk.session, own, other))).toEqual([])
  })
})
