import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describe as describePassage } from '../../shared/anchoring/describe'
import type { Annotation } from '../../shared/model/annotation'
import type { DocumentId, WorkId } from '../../shared/model/ids'
import { newAnnotation } from '../../shared/model/new-records'
import { span } from '../../shared/model/span'
import type { Block } from '../../shared/model/text-content'
import type { SimpleOperation } from '../../shared/operations/operation'
import { coder, makeDocument } from '../../shared/testing/sample-records'
import { canonicalText } from '../../shared/text/canonical'
import { exportWords } from '../export/words'
import { createProject } from '../project/create'
import { openProject } from '../project/open'
import type { Session } from '../project/session'
import { HereThread } from '../rpc/testing/make-desk'
import { textFile } from '../store/content-store'
import { Aligner } from '../workers/aligner'
import { Reanchorer } from '../workers/reanchorer'
import { WorkPool } from '../workers/work-pool'
import { AlignmentCache } from './alignment-cache'
import { Comparison } from './compare'
import { makeExcerpts } from './excerpts'
import { makeRevision, planRevision } from './revise'

let home: string
let session: Session

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-excerpts-'))
  const folder = join(home, 'project')
  await createProject(folder, 'Excerpts', coder)
  const opened = await openProject(folder)
  if (!opened.ok) throw new Error(opened.error.message)
  session = opened.value
})

afterEach(async () => {
  await session.close()
  await rm(home, { recursive: true, force: true })
})

/** Puts a text into the project with every k-th sentence of so many letters highlighted. */
async function addText(
  id: string,
  blocks: readonly Block[],
  passages: readonly (readonly [number, number])[],
  work: string | null = null
): Promise<Annotation[]> {
  const text = textFile({ format: 1, blocks: [...blocks] })
  await writeFile(join(session.folder, 'texts', `${text.hash}.json`), text.body)
  const document = makeDocument(id, work)
  const revisions = document.revisions.map((revision) => ({ ...revision, text: text.hash }))
  const canonical = canonicalText(blocks)
  const annotations = passages.flatMap(([start, end]) => {
    const selector = describePassage(canonical, span(start, end), text.hash)
    return selector ? [newAnnotation(id as DocumentId, selector, coder.id, {})] : []
  })
  const operations: SimpleOperation[] = [
    { type: 'document.add', document: { ...document, revisions } },
    ...annotations.map((annotation) => ({ type: 'annotation.add' as const, annotation }))
  ]
  const done = await session.do({ type: 'batch', label: 'import', operations }, coder.id)
  if (!done.ok) throw new Error(done.error.message)
  return annotations
}

const paragraph = (number: number, text: string): Block => ({ kind: 'paragraph', number, text })

// No other version has to be aligned in these tests: the thread is never started.
const comparison = () => new Comparison(new Aligner(new WorkPool('there is none')), new AlignmentCache(null))
const words = exportWords('en')

describe('the excerpts of a book', () => {
  it('are all made, each with its own sentence, while other work goes on: 5,000 of 1.2 million characters', async () => {
    const sentence = (at: number) => `The clerk stamped form number ${at} and put it on the pile at the gate.`
    const perParagraph = 9
    const count = 18_000
    const blocks: Block[] = []
    const starts: number[] = []
    let offset = 0
    for (let at = 0; at < count; at += perParagraph) {
      const inside = Array.from({ length: perParagraph }, (_, index) => sentence(at + index))
      for (const each of inside) {
        starts.push(offset)
        offset += each.length + 1
      }
      blocks.push(paragraph(blocks.length + 1, inside.join(' ')))
    }
    expect(offset).toBeGreaterThan(1_200_000)
    const chosen = Array.from({ length: 5000 }, (_, index) => Math.floor((index * count) / 5000))
    const annotations = await addText(
      'dbook',
      blocks,
      chosen.map((at) => [(starts[at] ?? 0) + 4, (starts[at] ?? 0) + 17] as const)
    )
    let turns = 0
    const other = setInterval(() => turns++, 1)
    const made = await makeExcerpts(session, comparison(), annotations, words)
    clearInterval(other)
    if (!made.ok) throw new Error(made.error.message)
    expect(made.value).toHaveLength(5000)
    expect(turns).toBeGreaterThan(3)
    for (const [index, excerpt] of made.value.entries()) {
      const at = chosen[index] ?? 0
      expect(excerpt.quote).toBe('clerk stamped')
      expect(excerpt.sentence).toBe(sentence(at))
      expect(excerpt.paragraph).toBe(Math.floor(at / perParagraph) + 1)
      expect(excerpt.citation).toContain(`sentence ${(at % perParagraph) + 1}`)
    }
  })

  it('that is one paragraph are made as well', async () => {
    const sentence = (at: number) => `Form ${at} is kept.`
    const all = Array.from({ length: 30_000 }, (_, at) => sentence(at)).join(' ')
    const wanted = Array.from({ length: 3000 }, (_, index) => index * 10)
    const annotations = await addText(
      'done',
      [paragraph(1, all)],
      wanted.map((at) => {
        const start = all.indexOf(sentence(at))
        return [start, start + 4] as const
      })
    )
    const made = await makeExcerpts(session, comparison(), annotations, words)
    expect(made.ok && made.value.map((each) => each.sentence)).toEqual(wanted.map(sentence))
  })
})

describe('an excerpt', () => {
  it('quotes every sentence that it touches, and no other', async () => {
    const text = 'One is here. Two is here. Three is here. Four is here.'
    const [annotation] = await addText('d1', [paragraph(1, text)], [[15, 30]])
    const made = await makeExcerpts(session, comparison(), annotation ? [annotation] : [], words)
    expect(made.ok && made.value.map((each) => each.sentence)).toEqual(['Two is here. Three is here.'])
  })

  it('of a text whose work has another version names what is not aligned as empty, and goes on', async () => {
    await session.do({ type: 'work.add', work: { id: 'w1' as WorkId, title: 'W', order: [] } }, coder.id)
    const [annotation] = await addText('d1', [paragraph(1, 'One is here.')], [[0, 3]], 'w1')
    const made = await makeExcerpts(session, comparison(), annotation ? [annotation] : [], words)
    expect(made.ok && made.value.map((each) => each.renderings)).toEqual([[]])
  })
})

describe('the excerpts of texts that are corrected while they are made', () => {
  it('quote beside each passage what the other version says there, not what stands further on', async () => {
    const work = 'w1' as WorkId
    await session.do({ type: 'work.add', work: { id: work, title: 'W', order: [] } }, coder.id)
    const english = ['The office opened on Monday.', 'Each form is handed in once.', 'Nobody waits an hour.']
    const other = english.map((each) => each.replace('form', 'paper').replace('hour', 'afternoon'))
    const paragraphs = (texts: readonly string[]) => texts.map((each, at) => paragraph(at + 1, each))
    const starts = [0, 29, 58]
    const passages = starts.map((start) => [start, start + 20] as const)
    const annotations = await addText('d1', paragraphs(english), passages, work)
    await addText('d2', paragraphs(other), [], work)
    const thread = new HereThread()
    let once = true
    thread.before = async (kind) => {
      if (kind !== 'align' || !once) return
      once = false
      const document = session.state.documents.get('d1' as DocumentId)
      if (!document) throw new Error('no document')
      const blocks = paragraphs(['The office, which is very old and small, opened.', ...english.slice(1)])
      const next = { blocks, furniture: [], reason: 'correction' as const, original: null }
      const reanchorer = new Reanchorer(new HereThread())
      const plan = await planRevision(session, reanchorer, document, next)
      if (plan.ok) await makeRevision(session, reanchorer, plan.value, coder.id)
    }
    const comparing = new Comparison(new Aligner(thread), new AlignmentCache(null))
    const made = await makeExcerpts(session, comparing, annotations, words)
    if (!made.ok) throw new Error(made.error.message)
    expect(once).toBe(false)
    expect(session.state.documents.get('d1' as DocumentId)?.revisions).toHaveLength(2)
    expect(made.value.map(({ renderings }) => renderings.map(({ text }) => text))).toEqual(
      other.map((each) => [each])
    )
  })
})
