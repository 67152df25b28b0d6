import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AnnotationPage, Answers, NamedAnnotation } from '../../shared/ipc/answers'
import { codingsOf } from '../../shared/model/codings'
import type { AnnotationId, DocumentId, ThemeId } from '../../shared/model/ids'
import type { SimpleOperation } from '../../shared/operations/operation'
import { coder, makeTheme } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import { addText, annotationOf, paragraphs } from './testing/add-text'
import { makeHost } from './testing/make-host'

let home: string
let made: Awaited<ReturnType<typeof makeHost>>
let window: ReturnType<typeof made.addWindow>

const sentence = 'The office hands in one form a year.'

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-pages-'))
  await createProject(join(home, 'project'), 'Pages', coder)
  made = await makeHost(home)
  window = made.addWindow()
  const opened = await made.host.open(join(home, 'project'))
  if (!opened.ok) throw new Error(opened.error.message)
  const session = sessionOf()
  const operations: SimpleOperation[] = ['t0', 't1'].map((id, index) => ({
    type: 'theme.add',
    theme: makeTheme(id),
    index
  }))
  for (let d = 0; d < 3; d++) {
    const blocks = paragraphs(...Array.from({ length: 30 }, (_, at) => `Number ${at}. ${sentence}`))
    const document = await addText(session, `d${d}`, blocks, { title: `Bulletin ${d}` })
    for (let at = 0; at < 30; at++) {
      const themes = d === 1 ? [`t${at % 2}` as ThemeId] : []
      const annotation = annotationOf(document, blocks, `Number ${at}.`)
      const id = `a${d}-${at}` as AnnotationId
      operations.push({
        type: 'annotation.add',
        annotation: { ...annotation, id, codings: codingsOf(themes, coder.id, annotation.created) }
      })
    }
  }
  const done = await session.do({ type: 'batch', label: 'import', operations }, coder.id)
  if (!done.ok) throw new Error(done.error.message)
})

afterEach(async () => {
  await made.host.close()
  await rm(home, { recursive: true, force: true })
})

function sessionOf() {
  const { session } = made.host
  if (!session.ok) throw new Error(session.error.message)
  return session.value
}

async function page(filter: object, from: number, most: number, counted = true): Promise<AnnotationPage> {
  const answer = await window.call('annotations.list', { filter, from, most, counted })
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value as AnnotationPage
}

const ids = ({ annotations }: AnnotationPage) => annotations.map(({ annotation }) => annotation.id)

describe('the list of annotations', () => {
  it('comes page by page, in one order, and says how many there are', async () => {
    const pages = [await page({}, 0, 40), await page({}, 40, 40), await page({}, 80, 40)]
    expect(pages.map(({ total }) => total)).toEqual([90, 90, 90])
    expect(pages.map((each) => each.annotations.length)).toEqual([40, 40, 10])
    const all = pages.flatMap(ids)
    expect(new Set(all).size).toBe(90)
    expect(all.slice(0, 3)).toEqual(['a0-0', 'a0-1', 'a0-2'])
    expect(all).toEqual(ids(await page({}, 0, 2000)))
  })

  it('stands under headings, once under each of its themes, with the sentence about it', async () => {
    const session = sessionOf()
    const id = 'a1-0' as AnnotationId
    const document = 'd1' as DocumentId
    const both = codingsOf(['t0', 't1'] as ThemeId[], coder.id, '2026-01-02T03:04:05.000Z')
    await session.do({ type: 'annotation.update', document, id, patch: { codings: both } }, coder.id)
    const arrangement = { group: 'theme', sort: 'quote', descending: false } as const
    const asked = { filter: { documents: [document] }, from: 0, most: 100, counted: true, context: true }
    const list = async (more: object) => {
      const answer = await window.call('annotations.list', {
        ...asked,
        arrangement: { ...arrangement, ...more }
      })
      if (!answer.ok) throw new Error(answer.error.message)
      return answer.value as AnnotationPage
    }
    const up = await list({})
    expect([up.total, up.rows]).toEqual([30, 31])
    expect(
      up.annotations.filter(({ annotation }) => annotation.id === id).map((row) => row.heading?.words)
    ).toEqual(['Theme t0', 'Theme t1'])
    const words = ({ annotations }: AnnotationPage, heading: string) =>
      annotations
        .filter((row) => row.heading?.words === heading)
        .map(({ annotation }) => annotation.selector.exact.toLowerCase())
    expect(words(up, 'Theme t1')).toEqual([...words(up, 'Theme t1')].sort())
    const down = await list({ descending: true })
    expect(down.annotations.map((row) => row.heading)).toEqual(up.annotations.map((row) => row.heading))
    expect(words(down, 'Theme t0')).toEqual(words(up, 'Theme t0').reverse())
    for (const { annotation, sentence: about } of up.annotations)
      expect([about?.before, annotation.selector.exact, about?.after].join('')).toMatch(/^Number \d+\.$/)
    // Page by page as at once.
    const pages: AnnotationPage[] = []
    for (const from of [0, 10, 20, 30]) {
      const answer = await window.call('annotations.list', { ...asked, from, most: 10, arrangement })
      if (answer.ok) pages.push(answer.value as AnnotationPage)
    }
    expect(pages.flatMap(ids)).toEqual(ids(up))
  })

  it('keeps two texts of one title under headings of their own', async () => {
    const session = sessionOf()
    const patch = { title: 'Bulletin 1' }
    for (const id of ['d0', 'd2'] as DocumentId[])
      await session.do({ type: 'document.update', id, patch }, coder.id)
    const arrangement = { group: 'document', sort: 'text', descending: false } as const
    const asked = { filter: {}, from: 0, most: 100, counted: true, arrangement }
    const answer = await window.call('annotations.list', asked)
    if (!answer.ok) throw new Error(answer.error.message)
    const { annotations } = answer.value as AnnotationPage
    const under = new Map(annotations.map((row) => [row.annotation.document, row.heading]))
    expect([...under.values()].map((heading) => heading?.words)).toEqual(Array(3).fill('Bulletin 1'))
    expect(new Set([...under.values()].map((heading) => heading?.at)).size).toBe(3)
    expect(new Set(annotations.map((row) => `${row.annotation.document} ${row.heading?.at}`)).size).toBe(3)
  })

  it('never gives more than two thousand at once', async () => {
    const answer = await window.call('annotations.list', { filter: {}, from: 0, most: 2001, counted: true })
    expect(answer.ok || answer.error.key).toBe('badRequest')
  })

  it('is as it is after a change, and after undoing it', async () => {
    const themed = { themes: ['t0'] }
    expect((await page(themed, 0, 100)).total).toBe(15)
    const session = sessionOf()
    const [first] = (await page(themed, 0, 1)).annotations
    if (!first) throw new Error('none')
    const { document, id } = first.annotation
    await session.do({ type: 'annotation.update', document, id, patch: { codings: [] } }, coder.id)
    expect((await page(themed, 0, 100)).total).toBe(14)
    await session.undo(coder.id)
    expect((await page(themed, 0, 100)).total).toBe(15)
  })

  it('stops where it has enough, when nobody wants them counted', async () => {
    const found = await page({ text: 'number' }, 0, 4, false)
    expect(found.total).toBeNull()
    expect(ids(found)).toEqual(['a0-0', 'a0-1', 'a0-2', 'a0-3'])
  })

  it('gives the names of all, for what is done to all', async () => {
    const answer = await window.call('annotations.names', { themes: ['t1'] })
    if (!answer.ok) throw new Error(answer.error.message)
    const names = answer.value as NamedAnnotation[]
    expect(names).toHaveLength(15)
    expect(names[0]).toMatchObject({
      document: 'd1',
      id: 'a1-1',
      codings: [{ theme: 't1', coder: coder.id }],
      quality: []
    })
  })
})

describe('a text that a window has still', () => {
  it('is not sent again; its highlights are', async () => {
    const read = async (known: string | null) => {
      const answer = await window.call('document.subscribe', { document: 'd0', known })
      if (!answer.ok) throw new Error(answer.error.message)
      return answer.value as Answers['document.subscribe']
    }
    const first = await read(null)
    expect(first.blocks).toHaveLength(30)
    const again = await read(first.revision)
    expect(again.blocks).toBeNull()
    expect(Object.keys(again.annotations ?? {})).toHaveLength(30)
    expect((await read('a'.repeat(64))).blocks).toHaveLength(30)
  })

  it('nor its highlights, where nothing has happened to them since the window left it', async () => {
    const show = async (held: boolean) => {
      const answer = await window.call('document.subscribe', { document: 'd0', known: null, held })
      if (!answer.ok) throw new Error(answer.error.message)
      const { annotations } = answer.value as Answers['document.subscribe']
      return annotations === null ? null : Object.keys(annotations).length
    }
    const leave = () => window.call('document.unsubscribe', 'd0')
    const remove = async (document: string, id: string) => {
      const done = await window.call('project.do', { type: 'annotation.remove', document, id })
      if (!done.ok) throw new Error(done.error.message)
      await new Promise((turn) => setImmediate(turn))
    }
    expect(await show(true)).toBe(30)
    await leave()
    expect(await show(true)).toBeNull()
    await remove('d0', 'a0-0')
    await leave()
    expect(await show(true)).toBeNull()
    await leave()
    await remove('d1', 'a1-0')
    expect(await show(true)).toBeNull()
    await leave()
    await remove('d0', 'a0-1')
    expect(await show(true)).toBe(28)
    await leave()
    expect(await show(false)).toBe(28)
  })

  it('but all is sent where the window was told late that it had left', async () => {
    await window.call('document.subscribe', { document: 'd0', known: null, held: false })
    const before = window.client.heard.length
    // The change is on the disk, and told to the windows a turn later: by then this one has left the text.
    const done = window.call('project.do', { type: 'annotation.remove', document: 'd0', id: 'a0-9' })
    await Promise.all([done, done.then(() => window.call('document.unsubscribe', 'd0'))])
    await new Promise((turn) => setImmediate(turn))
    const answer = await window.call('document.subscribe', { document: 'd0', known: null, held: true })
    expect(answer).toMatchObject({ ok: true })
    const { annotations } = (answer as { value: Answers['document.subscribe'] }).value
    const heard = window.client.heard
      .slice(before)
      .some(
        ({ event, payload }) => event === 'change' && (payload as { operation: unknown }).operation !== null
      )
    // Either it heard of the change while it showed the text, or it is sent what it did not hear of.
    expect(heard).toBe(annotations === null)
  })
})

describe('a call that has a name', () => {
  const pattern = { query: 'o.*m', matchCase: false, wholeWord: false, matchWidth: false, regex: true }
  const input = { document: 'd0', pattern }
  let release: () => void

  beforeEach(() => {
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    made.thread.before = () => gate
  })

  it('is cancelled by it, and says so', async () => {
    const answer = window.call('document.find', input, 'find 1')
    await window.call('job.cancel', 'find 1')
    release()
    const done = await answer
    expect(done.ok || done.error.key).toBe('cancelled')
    expect((await window.call('document.find', input, 'find 2')).ok).toBe(true)
  })

  it('is not cancelled by another window', async () => {
    const answer = window.call('document.find', input, 'find 1')
    await made.addWindow().call('job.cancel', 'find 1')
    release()
    expect((await answer).ok).toBe(true)
  })

  it('is cancelled when its window goes, and by the next call of its name', async () => {
    const [first, next] = ['find 1', 'find 1'].map((name) => window.call('document.find', input, name))
    const unnamed = window.call('document.find', input)
    made.host.jobs.leave(window.client)
    release()
    for (const each of [await first, await next, await unnamed])
      expect(each?.ok || each?.error.key).toBe('cancelled')
  })

  it('is refused where its name is none', async () => {
    const answer = await window.call('document.find', input, '')
    expect(answer.ok || answer.error.key).toBe('badRequest')
  })
})
