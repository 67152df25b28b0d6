import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AnnotationPage, Answers, NamedAnnotation } from '../../shared/ipc/answers'
import { codingsOf } from '../../shared/model/codings'
import type { AnnotationId, ThemeId } from '../../shared/model/ids'
import type { SimpleOperation } from '../../shared/operations/operation'
import { coder, makeTheme } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import { addText, annotationOf, paragraphs } from './testing/add-text'
import { makeDesk } from './testing/make-desk'

let home: string
let made: Awaited<ReturnType<typeof makeDesk>>
let window: ReturnType<typeof made.addWindow>

const sentence = 'The office hands in one form a year.'

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-pages-'))
  await createProject(join(home, 'project'), 'Pages', coder)
  made = await makeDesk(home)
  window = made.addWindow()
  const opened = await made.desk.open(join(home, 'project'))
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
  await made.desk.close()
  await rm(home, { recursive: true, force: true })
})

function sessionOf() {
  const { session } = made.desk
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
    expect(Object.keys(again.annotations)).toHaveLength(30)
    expect((await read('a'.repeat(64))).blocks).toHaveLength(30)
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
    made.desk.jobs.leave(window.client)
    release()
    for (const each of [await first, await next, await unnamed])
      expect(each?.ok || each?.error.key).toBe('cancelled')
  })

  it('is refused where its name is none', async () => {
    const answer = await window.call('document.find', input, '')
    expect(answer.ok || answer.error.key).toBe('badRequest')
  })
})
