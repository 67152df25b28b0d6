import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { currentText } from '../../shared/model/current-text'
import type { VariorumDocument } from '../../shared/model/document'
import type { Result } from '../../shared/model/result'
import { coder } from '../../shared/testing/sample-records'
import { canonicalText } from '../../shared/text/canonical'
import { createProject } from '../project/create'
import type { Session } from '../project/session'
import { addText, annotationOf, paragraphs } from './testing/add-text'
import { makeHost } from './testing/make-host'

const blocks = paragraphs('The ofice opened on Monday.', 'Each form is handed in once.', 'Nobody waits long.')

let home: string
let made: Awaited<ReturnType<typeof makeHost>>
let session: Session
let document: VariorumDocument
type Call = (method: string, input: unknown) => Promise<Result<unknown>>
let one: Call
let other: Call

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-revising-'))
  const folder = join(home, 'project')
  await createProject(folder, 'Revising', coder)
  made = await makeHost(home)
  one = made.addWindow().call
  other = made.addWindow().call
  await one('project.open', { folder, how: 'write' })
  const opened = made.host.session
  if (!opened.ok) throw new Error('no project')
  session = opened.value
  document = await addText(session, 'd1', blocks)
})

afterEach(async () => {
  await made.host.close()
  await rm(home, { recursive: true, force: true })
})

const now = () => session.state.documents.get(document.id) ?? document
const own = () => [...(session.state.annotations.get(document.id)?.values() ?? [])]
const keys = (answers: readonly Result<unknown>[]) =>
  answers.map((each) => (each.ok ? 'done' : each.error.key))
const correct = (call: Call, block: number, text: string, revision = currentText(now())) =>
  call('document.correct', { document: document.id, revision, block, text })

async function lines(): Promise<string[]> {
  const text = await session.contents.text(currentText(now()))
  return text.ok ? text.value.blocks.map((each) => each.text) : []
}

async function highlight(words: string) {
  const annotation = annotationOf(document, blocks, words)
  const done = await one('project.do', { type: 'annotation.add', annotation })
  if (!done.ok) throw new Error(done.error.message)
  return annotation
}

async function better(name: string, ...texts: readonly string[]): Promise<string> {
  const path = join(home, name)
  await writeFile(path, `${texts.join('\n\n')}\n`)
  return path
}

describe('corrections of one text', () => {
  it('that two windows make at the same time: one is made, the other is refused and nothing of it stays', async () => {
    const answers = await Promise.all([
      correct(one, 0, 'The office opened on Monday.'),
      correct(other, 2, 'Nobody waits.')
    ])
    expect(keys(answers).sort()).toEqual(['documentChanged', 'done'])
    expect(now().revisions).toHaveLength(2)
    const changed = (await lines()).filter((line, at) => line !== blocks[at]?.text)
    expect(changed).toHaveLength(1)
  })

  it('come one on top of another where each has seen the one before, and are taken back one by one', async () => {
    await highlight('handed in once')
    await correct(one, 0, 'The office opened on Monday.')
    await correct(other, 2, 'Nobody waits.')
    expect(await lines()).toEqual([
      'The office opened on Monday.',
      'Each form is handed in once.',
      'Nobody waits.'
    ])
    const [kept] = own()
    expect(kept?.selector.revision).toBe(currentText(now()))
    expect((await lines()).join('\n').slice(kept?.selector.start, kept?.selector.end)).toBe('handed in once')
    await one('project.undo', null)
    await one('project.undo', null)
    expect(await lines()).toEqual(blocks.map((each) => each.text))
    expect(own()[0]?.selector.revision).toBe(currentText(document))
  })

  it.each([
    [9, 'Words.', 'blockMissing'],
    [0, '  ', 'blockEmpty'],
    [0, 'The ofice opened on Monday.', 'textUnchanged']
  ])('are refused for block %i as “%s”', async (block, text, key) => {
    const { seq } = session
    expect(keys([await correct(one, block, text)])).toEqual([key])
    expect(session.seq).toBe(seq)
  })

  it('of line breaks are words on one line', async () => {
    await correct(one, 0, 'The office\n  opened.')
    expect((await lines())[0]).toBe('The office opened.')
  })
})

describe('a better file', () => {
  const texts = ['The office opened on Monday.', 'Each form is handed in once.', 'Nobody waits long.']

  it('is imported once, however often the button is pressed', async () => {
    await highlight('handed in once')
    const path = await better('better.txt', ...texts)
    await one('document.planReimport', { document: document.id, path })
    const answers = await Promise.all([1, 2, 3].map(() => one('document.reimport', document.id)))
    expect(keys(answers).filter((each) => each === 'done')).toHaveLength(1)
    expect(now().revisions.map(({ reason }) => reason)).toEqual(['import', 'reimport'])
    expect(own().map(({ selector }) => selector.exact)).toEqual(['handed in once'])
    const original = join(session.folder, 'originals', `${now().original.sha256}.txt`)
    expect(await readFile(original, 'utf8')).toBe(await readFile(path, 'utf8'))
  })

  it('does not write over a correction that was made while it was looked at', async () => {
    await one('document.planReimport', { document: document.id, path: await better('better.txt', ...texts) })
    await correct(other, 2, 'Nobody waits.')
    const before = now()
    expect(keys([await one('document.reimport', document.id)])).toEqual(['documentChanged'])
    expect(now()).toBe(before)
  })

  it('takes along what was highlighted, moved or deleted while it was looked at', async () => {
    const moved = await highlight('opened')
    const gone = await highlight('Nobody')
    await one('document.planReimport', { document: document.id, path: await better('better.txt', ...texts) })
    await highlight('handed in once')
    const { selector } = annotationOf(document, blocks, 'opened on Monday')
    await other('project.do', {
      type: 'annotation.update',
      document: document.id,
      id: moved.id,
      patch: { selector }
    })
    await other('project.do', { type: 'annotation.remove', document: document.id, id: gone.id })
    expect(keys([await one('document.reimport', document.id)])).toEqual(['done'])
    expect(
      own()
        .map(({ selector: { exact, revision } }) => [exact, revision === currentText(now())])
        .sort()
    ).toEqual([
      ['handed in once', true],
      ['opened on Monday', true]
    ])
  })

  it('is nobody’s who did not look at it', async () => {
    await one('document.planReimport', { document: document.id, path: await better('better.txt', ...texts) })
    expect(keys([await other('document.reimport', document.id)])).toEqual(['documentGone'])
    expect(keys([await one('document.reimport', 'd2')])).toEqual(['documentGone'])
    expect(now().revisions).toHaveLength(1)
  })

  it('leaves the earlier text to be read, with what is still on it', async () => {
    await highlight('handed in once')
    await one('document.planReimport', { document: document.id, path: await better('better.txt', ...texts) })
    await one('document.reimport', document.id)
    const read = await one('document.readRevision', {
      document: document.id,
      revision: currentText(document)
    })
    expect(read).toMatchObject({ ok: true, value: { blocks, annotations: {} } })
    const none = await one('document.readRevision', { document: document.id, revision: 'b'.repeat(64) })
    expect(keys([none])).toEqual(['revisionGone'])
    expect(canonicalText(blocks)).toContain('ofice')
  })
})
