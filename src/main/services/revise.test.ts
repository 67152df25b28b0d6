import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Annotation } from '../../shared/model/annotation'
import { currentText } from '../../shared/model/current-text'
import { coder } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import { openProject } from '../project/open'
import type { Session } from '../project/session'
import { addText, annotationOf, paragraphs } from '../rpc/testing/add-text'
import { HereThread } from '../rpc/testing/make-host'
import { Reanchorer } from '../workers/reanchorer'
import { makeRevision, planRevision } from './revise'
import { readText } from './texts'

let home: string
let session: Session
let thread: HereThread

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-revise-'))
  const folder = join(home, 'project')
  await createProject(folder, 'Revise', coder)
  const opened = await openProject(folder)
  if (!opened.ok) throw new Error(opened.error.message)
  session = opened.value
  thread = new HereThread()
})

afterEach(async () => {
  await session.close()
  await rm(home, { recursive: true, force: true })
})

const before = paragraphs('The gate is open.', 'Forms are handed in once, at the gate.', 'The clerk is kind.')
const after = paragraphs(
  'The new gate is open all day.',
  'Forms are handed in once, at the gate.',
  'The clerk is kind.'
)
const next = { blocks: after, furniture: [], reason: 'reimport' as const, original: null }

const add = (annotation: Annotation) => session.do({ type: 'annotation.add', annotation }, coder.id)
const own = () =>
  [...(session.state.annotations.get('d1' as Annotation['document'])?.values() ?? [])].sort(
    (one, other) => one.selector.start - other.selector.start
  )

/** Finds passages as the app does, and lets something happen before each search. */
class Interrupted extends Reanchorer {
  before: () => Promise<void> = () => Promise.resolve()

  override async find(...input: Parameters<Reanchorer['find']>) {
    await this.before()
    return super.find(...input)
  }
}

async function expectAllOnTheNewText(words: readonly string[]) {
  const read = await readText(session, 'd1' as Annotation['document'])
  if (!read.ok) throw new Error(read.error.message)
  const text = after.map((block) => block.text).join('\n')
  expect(read.value.blocks.map((block) => block.text).join('\n')).toBe(text)
  expect(own().map((each) => each.selector.exact)).toEqual(words)
  for (const { selector } of own()) {
    expect(selector.revision).toBe(currentText(read.value.document))
    expect(text.slice(selector.start, selector.end)).toBe(selector.exact)
  }
}

describe('a better file of a text', () => {
  it('takes along highlights that were made while it was looked over', async () => {
    const document = await addText(session, 'd1', before)
    await add(annotationOf(document, before, 'handed in once'))
    const reanchorer = new Reanchorer(thread)
    const plan = await planRevision(session, reanchorer, document, next)
    if (!plan.ok) throw new Error(plan.error.message)
    await add(annotationOf(document, before, 'kind'))
    const made = await makeRevision(session, reanchorer, plan.value, coder.id)
    expect(made).toMatchObject({ ok: true, value: { exact: 2, orphan: 0 } })
    await expectAllOnTheNewText(['handed in once', 'kind'])
  })

  it('takes along highlights that are made in the very moment of its taking over', async () => {
    const document = await addText(session, 'd1', before)
    await add(annotationOf(document, before, 'handed in once'))
    const reanchorer = new Interrupted(thread)
    const plan = await planRevision(session, reanchorer, document, next)
    if (!plan.ok) throw new Error(plan.error.message)
    await add(annotationOf(document, before, 'Forms'))
    let more = ['clerk', 'kind']
    reanchorer.before = async () => {
      const [word, ...rest] = more
      more = rest
      if (word) await add(annotationOf(document, before, word))
    }
    expect((await makeRevision(session, reanchorer, plan.value, coder.id)).ok).toBe(true)
    await expectAllOnTheNewText(['Forms', 'handed in once', 'clerk', 'kind'])
  })

  it('leaves ends where they were moved to meanwhile', async () => {
    const document = await addText(session, 'd1', before)
    const annotation = annotationOf(document, before, 'handed in')
    await add(annotation)
    const reanchorer = new Reanchorer(thread)
    const plan = await planRevision(session, reanchorer, document, next)
    if (!plan.ok) throw new Error(plan.error.message)
    const { selector } = annotationOf(document, before, 'handed in once')
    await session.do(
      { type: 'annotation.update', document: document.id, id: annotation.id, patch: { selector } },
      coder.id
    )
    await makeRevision(session, reanchorer, plan.value, coder.id)
    await expectAllOnTheNewText(['handed in once'])
  })

  it('does not bring back a highlight that was deleted meanwhile, and keeps a new title', async () => {
    const document = await addText(session, 'd1', before)
    const annotation = annotationOf(document, before, 'kind')
    await add(annotation)
    const reanchorer = new Reanchorer(thread)
    const plan = await planRevision(session, reanchorer, document, next)
    if (!plan.ok) throw new Error(plan.error.message)
    await session.do({ type: 'annotation.remove', document: document.id, id: annotation.id }, coder.id)
    await session.do({ type: 'document.update', id: document.id, patch: { title: 'Gate' } }, coder.id)
    expect((await makeRevision(session, reanchorer, plan.value, coder.id)).ok).toBe(true)
    expect(own()).toEqual([])
    expect(session.state.documents.get(document.id)?.title).toBe('Gate')
  })

  it('is refused where the text was corrected meanwhile, and the correction stays', async () => {
    const document = await addText(session, 'd1', before)
    const reanchorer = new Reanchorer(thread)
    const plan = await planRevision(session, reanchorer, document, next)
    const correction = { ...next, blocks: paragraphs('Another gate.'), reason: 'correction' as const }
    const other = await planRevision(session, reanchorer, document, correction)
    if (!plan.ok || !other.ok) throw new Error('no plan')
    await makeRevision(session, reanchorer, other.value, coder.id)
    const made = await makeRevision(session, reanchorer, plan.value, coder.id)
    expect(!made.ok && made.error.key).toBe('documentChanged')
    expect(session.state.documents.get(document.id)?.revisions).toHaveLength(2)
  })

  it('is one change: undoing gives text and highlights back', async () => {
    const document = await addText(session, 'd1', before)
    const annotation = annotationOf(document, before, 'handed in once')
    await add(annotation)
    const reanchorer = new Reanchorer(thread)
    const plan = await planRevision(session, reanchorer, document, next)
    if (!plan.ok) throw new Error(plan.error.message)
    await makeRevision(session, reanchorer, plan.value, coder.id)
    await session.undo(coder.id)
    expect(own()).toEqual([annotation])
    expect(session.state.documents.get(document.id)).toEqual(document)
  })
})
