import { beforeEach, describe, expect, it } from 'vitest'
import type { RenderingHere } from '../../shared/ipc/compare-answers'
import type { Link } from '../../shared/model/alignment'
import type { Annotation } from '../../shared/model/annotation'
import { codingsOf } from '../../shared/model/codings'
import { currentText } from '../../shared/model/current-text'
import type { DocumentId, ParallelId, ThemeId, WorkId } from '../../shared/model/ids'
import { span } from '../../shared/model/span'
import { coder, makeTheme } from '../../shared/testing/sample-records'
import { p, type TaggedText, tag } from '../../shared/testing/tagged-text'
import { EmptyProject } from '../import/testing/empty-project'
import { addText, annotationOf, paragraphs } from '../rpc/testing/add-text'
import { HereThread } from '../rpc/testing/make-host'
import { Aligner } from '../workers/aligner'
import { AlignmentCache } from './alignment-cache'
import { Comparison } from './compare'
import { renderingsHere } from './counterparts'
import { readVersion, spansOf } from './version'

const desk = new EmptyProject()
const [d1, d2, d3] = ['d1' as DocumentId, 'd2' as DocumentId, 'd3' as DocumentId]
const here = p('The office opened on Monday.\nEach form is <a>handed in once<b>.\nNobody waits an hour.')
const there = p(
  'The office opened on Monday.\n<c>Each paper is <a>handed in once<b>, at the gate.<d>\nNobody waits an hour.'
)
const without = p('The office opened on Monday.\nNobody waits an hour.')

const blocksOf = ({ text }: TaggedText) => paragraphs(...text.split('\n'))
const between = (tagged: TaggedText, start: string, end: string) => span(tag(tagged, start), tag(tagged, end))

beforeEach(async () => {
  const { session } = desk
  const works = ['w1' as WorkId]
  await session.do({ type: 'work.add', work: { id: 'w1' as WorkId, title: 'W', order: [] } }, coder.id)
  await session.do({ type: 'theme.add', theme: makeTheme('t1'), index: 0 }, coder.id)
  for (const [id, text] of [
    [d1, here],
    [d2, there],
    [d3, without]
  ] as const)
    await addText(session, id, blocksOf(text), { works, language: 'en', title: id })
})

async function highlight(id: DocumentId, text: TaggedText, words: string, facts: Partial<Annotation> = {}) {
  const document = desk.session.state.documents.get(id)
  if (!document) throw new Error('no document')
  const annotation = { ...annotationOf(document, blocksOf(text), words), ...facts }
  const done = await desk.session.do({ type: 'annotation.add', annotation }, coder.id)
  if (!done.ok) throw new Error(done.error.message)
  return annotation
}

/** A hand says that the third version leaves the second sentence out. */
async function leaveOut(): Promise<void> {
  const [one, third] = [await readVersion(desk.session, d1), await readVersion(desk.session, d3)]
  if (!one.ok || !third.ok) throw new Error('a text cannot be read')
  const link = (own: readonly number[], other: readonly number[]): Link => ({
    a: spansOf(one.value, own),
    b: spansOf(third.value, other),
    confidence: 1,
    origin: 'hand'
  })
  const alignment = {
    work: 'w1' as WorkId,
    a: d1,
    b: d3,
    revisionA: currentText(one.value.document),
    revisionB: currentText(third.value.document),
    links: [link([0], [0]), link([1], []), link([2], [1])]
  }
  const done = await desk.session.do({ type: 'alignment.set', alignment }, coder.id)
  if (!done.ok) throw new Error(done.error.message)
}

async function ask(annotation: Annotation | null = null): Promise<readonly RenderingHere[]> {
  const aligner = new Aligner(new HereThread())
  const comparison = new Comparison(aligner, new AlignmentCache(null))
  const passage = between(here, 'a', 'b')
  const found = await renderingsHere(desk.session, comparison, aligner, d1, passage, annotation)
  if (!found.ok) throw new Error(found.error.message)
  return found.value
}

describe('what other versions say where a passage stands', () => {
  it('is the whole sentence, with the words in it that answer, and where it begins', async () => {
    const [second] = await ask()
    if (!second?.said) throw new Error('nothing was found')
    const { start } = second
    expect(span(start, start + second.text.length)).toEqual(between(there, 'c', 'd'))
    expect(span(start + second.said.start, start + second.said.end)).toEqual(between(there, 'a', 'b'))
    expect(second.confidence).toBeGreaterThan(0.5)
  })

  it('names the text that the offsets are of', async () => {
    const [second] = await ask()
    const document = desk.session.state.documents.get(d2)
    expect(second?.revision).toBe(document && currentText(document))
  })

  it('is said to be nothing in a version that leaves it out', async () => {
    await leaveOut()
    const answers = await ask()
    expect(answers.map(({ document }) => document)).toEqual([d2, d3])
    expect(answers[1]).toMatchObject({ text: '', said: null, there: null, linked: null })
  })

  it('is nothing for a text without other versions', async () => {
    for (const id of [d2, d3])
      await desk.session.do({ type: 'document.update', id, patch: { works: [] } }, coder.id)
    expect(await ask()).toEqual([])
  })
})

describe('a highlight that stands in another version already', () => {
  it('is offered to be linked, where it stands on about the words that answer', async () => {
    const source = await highlight(d1, here, 'handed in once')
    const other = await highlight(d2, there, 'handed in once, at')
    expect((await ask(source))[0]).toMatchObject({ there: { id: other.id, exact: 'handed in once, at' } })
  })

  it('is not offered where it stands on little of them, or on far more', async () => {
    const source = await highlight(d1, here, 'handed in once')
    await highlight(d2, there, 'once')
    await highlight(d2, there, 'Each paper is handed in once, at the gate.')
    expect((await ask(source))[0]?.there).toBeNull()
  })

  it('is offered before another of the same words where it carries the same theme', async () => {
    const facts = { codings: codingsOf(['t1' as ThemeId], coder.id, '2026-01-02T03:04:05.000Z') }
    const source = await highlight(d1, here, 'handed in once', facts)
    await highlight(d2, there, 'handed in once')
    const alike = await highlight(d2, there, 'handed in once, at', facts)
    expect((await ask(source))[0]?.there?.id).toBe(alike.id)
  })

  it('is told to be linked, where it is, and then nothing else is offered', async () => {
    const parallel = 'x' as ParallelId
    const source = await highlight(d1, here, 'handed in once', { parallel })
    await highlight(d2, there, 'handed in once')
    const linked = await highlight(d2, there, 'at the gate', { parallel })
    expect((await ask(source))[0]).toMatchObject({ linked: { id: linked.id }, there: null })
  })

  it('is not offered where it is linked with another passage', async () => {
    const source = await highlight(d1, here, 'handed in once')
    await highlight(d2, there, 'handed in once', { parallel: 'x' as ParallelId })
    expect((await ask(source))[0]).toMatchObject({ linked: null, there: null })
  })

  it('is told to be linked even in a version that leaves the passage out', async () => {
    const parallel = 'x' as ParallelId
    const source = await highlight(d1, here, 'handed in once', { parallel })
    const linked = await highlight(d3, without, 'Nobody waits', { parallel })
    await leaveOut()
    expect((await ask(source))[1]).toMatchObject({ text: '', linked: { id: linked.id } })
  })
})
