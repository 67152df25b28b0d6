import { beforeEach, describe, expect, it } from 'vitest'
import { annotationOf } from '../../main/rpc/testing/add-text'
import type { Annotation } from '../../shared/model/annotation'
import { newId } from '../../shared/model/new-id'
import { JoinedWindow, shownBlocks, shownText } from '../testing/joined-window'
import { loadPages } from './load-pages'
import { Ticking } from './ticking'

const inOrder = { group: 'none', sort: 'text', descending: false } as const
const joined = new JoinedWindow()
const everything = '{}'
const doubtful = '{"marked":["doubtful"]}'

let ticking: Ticking
beforeEach(() => {
  ticking = new Ticking()
  ticking.show(everything)
})

/** Highlights the same words so many times, in one change. */
async function highlight(count: number): Promise<Annotation[]> {
  const document = joined.session.state.documents.get(shownText)
  if (!document) throw new Error('there is no such text')
  const one = annotationOf(document, shownBlocks, 'Snow fell')
  const all = Array.from({ length: count }, (_, at): Annotation => {
    const quality = at === 0 ? (['doubtful'] as const) : []
    return { ...one, id: newId.annotation(), quality: [...quality] }
  })
  const operations = all.map((annotation) => ({ type: 'annotation.add', annotation }))
  const done = await joined.other('project.do', { type: 'batch', label: 'autocode', operations })
  if (!done.ok) throw new Error(done.error.key)
  return all
}

const chosen = () => ticking.chosen(null).length

describe('ticking all annotations of a list', () => {
  it('ticks those on pages that nobody has seen, with what they carry', async () => {
    const all = await highlight(3)
    await ticking.setAll(true)
    expect(new Set(ticking.chosen(null).map(({ id }) => id))).toEqual(new Set(all.map(({ id }) => id)))
    expect(ticking.chosen(null).filter(({ quality }) => quality.includes('doubtful'))).toHaveLength(1)
  })

  it('is nothing any more where the ticks are taken away before the answer is there', async () => {
    await highlight(3)
    const asked = ticking.setAll(true)
    ticking.clear()
    await asked
    expect(chosen()).toBe(0)
    const again = ticking.setAll(true)
    await Promise.all([again, ticking.setAll(false)])
    expect(chosen()).toBe(0)
  })

  it('never ticks what another filter has let through: it would be recoded unseen', async () => {
    await highlight(3)
    const asked = ticking.setAll(true)
    ticking.show(doubtful)
    await asked
    expect(chosen()).toBe(0)
    await ticking.setAll(true)
    expect(chosen()).toBe(1)
  })

  it('chooses under another filter only what that one lets through, and all again with the first', async () => {
    await highlight(3)
    await ticking.setAll(true)
    ticking.show(doubtful)
    expect(chosen()).toBe(0)
    await ticking.refresh()
    expect(chosen()).toBe(1)
    ticking.show(everything)
    await ticking.refresh()
    expect(chosen()).toBe(3)
  })

  it('is not undone by an answer to a question that was asked before the ticks were taken away', async () => {
    await highlight(2)
    await ticking.setAll(true)
    const asked = ticking.refresh()
    ticking.clear()
    await asked
    expect(ticking.store.getState()).toMatchObject({ names: null })
    expect(chosen()).toBe(0)
  })

  it('forgets what was deleted meanwhile, and takes single ticks in turn', async () => {
    const [first, second] = await highlight(2)
    if (!first || !second) throw new Error('nothing was made')
    await ticking.setAll(true)
    const { id, document } = first
    await joined.other('project.do', { type: 'annotation.remove', document, id })
    await ticking.refresh()
    expect(ticking.chosen(null).map((each) => each.id)).toEqual([second.id])
    for (let at = 0; at < 3; at++) ticking.toggle(second.id)
    expect(chosen()).toBe(0)
  })
})

describe('the pages of a list of annotations', () => {
  it('hold more than one answer may, each annotation once', async () => {
    const all = await highlight(2100)
    const page = await loadPages(everything, inOrder, 2050, new AbortController().signal)
    if (!page.ok) throw new Error(page.error.key)
    expect(page.value.total).toBe(2100)
    const shown = new Set(page.value.annotations.map(({ annotation }) => annotation.id))
    expect(shown.size).toBe(2050)
    expect(all.filter(({ id }) => shown.has(id))).toHaveLength(2050)
  })

  it('are not there where they were given up, and the next ones are', async () => {
    await highlight(3)
    const given = new AbortController()
    const answer = loadPages(everything, inOrder, 300, given.signal)
    given.abort()
    expect(await answer).toMatchObject({ ok: false, error: { key: 'cancelled' } })
    const next = await loadPages(everything, inOrder, 300, new AbortController().signal)
    expect(next).toMatchObject({ ok: true, value: { total: 3 } })
  })
})
