import { beforeEach, describe, expect, it } from 'vitest'
import { addText, annotationOf, paragraphs } from '../../main/rpc/testing/add-text'
import type { AnnotationId } from '../../shared/model/ids'
import { coder } from '../../shared/testing/sample-records'
import { JoinedWindow } from '../testing/joined-window'
import { HookPage } from '../testing/render-hook'
import { loadFirst, loadPages } from './load-pages'
import { useAnnotationPages, useTicked } from './use-annotation-pages'

const joined = new JoinedWindow()
const page = new HookPage()
const words = Array.from({ length: 310 }, (_, at) => `word${String(at).padStart(3, '0')}`)
const arrangement = { group: 'none', sort: 'text', descending: false } as const
const all = JSON.stringify({})
const odd = JSON.stringify({ text: 'word00' })

beforeEach(async () => {
  const blocks = paragraphs(words.join(' '))
  const document = await addText(joined.session, 'd2', blocks)
  const operations = words.map((each) => ({
    type: 'annotation.add' as const,
    annotation: { ...annotationOf(document, blocks, each), id: `a${each}` as AnnotationId }
  }))
  const done = await joined.session.do({ type: 'batch', label: 'recode', operations }, coder.id)
  if (!done.ok) throw new Error(done.error.message)
  await joined.caughtUp()
})

const open = (query: string) =>
  page.render((asked: string) => {
    const pages = useAnnotationPages(asked, arrangement)
    return { ...pages, ticked: useTicked(asked, pages.rows) }
  }, query)

describe('the list of highlights', () => {
  it('comes page by page, and follows what another window deletes', async () => {
    const list = await open(all)
    expect(list.now().rows).toBeNull()
    await expect.poll(() => list.now().rows?.length, { timeout: 8000 }).toBe(300)
    expect(list.now().total).toBe(310)
    list.now().more()
    await expect.poll(() => list.now().rows?.length, { timeout: 8000 }).toBe(310)
    await joined.other('project.do', { type: 'annotation.remove', document: 'd2', id: 'aword000' })
    await expect.poll(() => list.now().total, { timeout: 8000 }).toBe(309)
    expect(list.now().rows?.some(({ annotation }) => annotation.id === 'aword000')).toBe(false)
  })

  it('begins with the rows that the whole list begins with, in every order', async () => {
    const { signal } = new AbortController()
    for (const order of [
      arrangement,
      { ...arrangement, descending: true },
      { ...arrangement, sort: 'quote' }
    ] as const) {
      const [first, whole] = [await loadFirst(all, order, signal), await loadPages(all, order, 300, signal)]
      if (!first.ok || !whole.ok) throw new Error('no list')
      expect(first.value).toHaveLength(40)
      expect(first.value).toEqual(whole.value.annotations.slice(0, 40))
    }
  })

  it('shows the newest filter, however fast one types, and never rows of the one before as its own', async () => {
    const list = await open(all)
    await expect.poll(() => list.now().total, { timeout: 8000 }).toBe(310)
    for (const text of ['w', 'wo', 'word0', 'word00']) list.draw(JSON.stringify({ text }))
    await expect.poll(() => list.now().total, { timeout: 8000 }).toBe(10)
    expect(list.now().rows?.every(({ annotation }) => annotation.selector.exact.startsWith('word00'))).toBe(
      true
    )
  })

  it('ticks all that the filter lets through, also those that no page has shown; none where it is another', async () => {
    const list = await open(all)
    await expect.poll(() => list.now().rows?.length, { timeout: 8000 }).toBe(300)
    list.now().ticked.setAll(true)
    await expect.poll(() => list.now().ticked.chosen.length, { timeout: 8000 }).toBe(310)
    list.now().ticked.toggle('aword309' as AnnotationId)
    await expect.poll(() => list.now().ticked.chosen.length).toBe(309)
    await joined.other('project.do', { type: 'annotation.remove', document: 'd2', id: 'aword308' })
    await expect.poll(() => list.now().ticked.chosen.length, { timeout: 8000 }).toBe(308)
    list.now().ticked.clear()
    await expect.poll(() => list.now().ticked.ids.size).toBe(0)
    list.draw(odd)
    await expect.poll(() => list.now().rows?.length, { timeout: 8000 }).toBe(10)
    expect(list.now().ticked.chosen).toEqual([])
  })
})
