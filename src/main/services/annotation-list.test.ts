import { beforeEach, describe, expect, it } from 'vitest'
import type { AnnotationQuery } from '../../shared/ipc/annotation-query'
import type { Annotation } from '../../shared/model/annotation'
import { codingsOf } from '../../shared/model/codings'
import type { CoderId, DocumentId, ParallelId, ThemeId, WorkId } from '../../shared/model/ids'
import { coder, makeTheme } from '../../shared/testing/sample-records'
import { EmptyProject } from '../import/testing/empty-project'
import { addText, annotationOf, paragraphs } from '../rpc/testing/add-text'
import { listAnnotations, listForPages } from './annotation-list'

const desk = new EmptyProject()
const blocks = paragraphs('The office opened on Monday.', 'Each form is handed in once.')
const other = { id: 'c2' as CoderId, name: 'Other', colour: '#2f7a82' }
const texts = { d1: 'Notice 10', d2: 'Notice 9', d3: 'Alone' } as const

beforeEach(async () => {
  const { session } = desk
  await session.do({ type: 'coder.add', coder: other }, coder.id)
  await session.do({ type: 'work.add', work: { id: 'w1' as WorkId, title: 'W', order: [] } }, coder.id)
  for (const [id, title] of Object.entries(texts))
    await addText(session, id, blocks, { title, works: id === 'd3' ? [] : ['w1' as WorkId] })
  await session.do({ type: 'theme.add', theme: makeTheme('t1'), index: 0 }, coder.id)
  await session.do({ type: 'theme.add', theme: makeTheme('t2', 't1'), index: 0 }, coder.id)
  await session.do({ type: 'theme.add', theme: makeTheme('t3'), index: 1 }, coder.id)
})

interface Facts extends Partial<Annotation> {
  readonly themes?: readonly string[]
}

async function highlight(id: keyof typeof texts, words: string, { themes = [], ...facts }: Facts = {}) {
  const document = desk.session.state.documents.get(id as DocumentId)
  if (!document) throw new Error('no document')
  const made = annotationOf(document, blocks, words)
  const by = facts.coder ?? coder.id
  const codings = codingsOf(themes as ThemeId[], by, made.created)
  const annotation = { ...made, codings, ...facts }
  const done = await desk.session.do({ type: 'annotation.add', annotation }, by)
  if (!done.ok) throw new Error(done.error.message)
  return annotation
}

const told = (found: readonly Annotation[]) =>
  found.map(({ document, selector }) => `${document} ${selector.exact}`)
const list = async (filter: AnnotationQuery) => told(await listAnnotations(desk.session, filter))

describe('the list of highlights', () => {
  it('is in the order of a bookshelf: by title, numbers by their size, then along the text', async () => {
    await highlight('d1', 'form')
    await highlight('d1', 'office')
    await highlight('d2', 'once')
    expect(await list({})).toEqual(['d2 once', 'd1 office', 'd1 form'])
  })

  it('keeps what says the same in other versions together', async () => {
    const parallel = 'x' as ParallelId
    await highlight('d2', 'office')
    await highlight('d2', 'once', { parallel })
    await highlight('d1', 'Monday')
    await highlight('d1', 'once', { parallel })
    expect(await list({})).toEqual(['d2 office', 'd2 once', 'd1 once', 'd1 Monday'])
  })

  it('stops once there are enough', async () => {
    await highlight('d1', 'office')
    await highlight('d2', 'office')
    await highlight('d2', 'form')
    expect(told(await listAnnotations(desk.session, {}, { enough: 2 }))).toEqual(['d2 office', 'd2 form'])
  })

  it('ends where it is given up', async () => {
    await highlight('d1', 'office')
    const giving = new AbortController()
    giving.abort(new Error('given up'))
    await expect(listAnnotations(desk.session, {}, { signal: giving.signal })).rejects.toThrow('given up')
  })
})

describe('a filter of the list', () => {
  beforeEach(async () => {
    await highlight('d1', 'office', { themes: ['t1'], memo: 'as usual' })
    await highlight('d1', 'Monday', { themes: ['t2'], coder: other.id })
    await highlight('d1', 'form', { themes: ['t3'], quality: ['omission'] })
    await highlight('d2', 'once')
  })

  it.each<[string, AnnotationQuery, string[]]>([
    ['a theme, with what lies under it', { themes: ['t1' as ThemeId] }, ['d1 office', 'd1 Monday']],
    ['a theme of one coder', { themes: ['t1' as ThemeId], coders: [other.id] }, ['d1 Monday']],
    ['no theme at all', { unthemed: true }, ['d2 once']],
    ['one text', { documents: ['d2' as DocumentId] }, ['d2 once']],
    ['a coder', { coders: [other.id] }, ['d1 Monday']],
    ['a quality mark', { marked: ['omission'] }, ['d1 form']],
    ['the lack of a mark', { unmarked: ['omission'] }, ['d2 once', 'd1 office', 'd1 Monday']],
    ['a memo', { memo: true }, ['d1 office']],
    ['words of the passage, whatever their case', { text: 'MONDAY' }, ['d1 Monday']],
    ['words of the memo', { text: ' as usual ' }, ['d1 office']]
  ])('by %s shows just those', async (_, filter, found) => {
    expect(await list(filter)).toEqual(found)
  })

  it('finds no words that run from the passage into the memo: nobody has written them', async () => {
    expect(await list({ text: 'office as' })).toEqual([])
  })

  it('shows what another coder has put a theme on, too', async () => {
    const { annotations } = desk.session.state
    const [mine] = [...(annotations.get('d2' as DocumentId)?.values() ?? [])]
    if (!mine) throw new Error('no annotation')
    const codings = codingsOf(['t3' as ThemeId], other.id, mine.created)
    const patch = { codings }
    await desk.session.do(
      { type: 'annotation.update', document: mine.document, id: mine.id, patch },
      other.id
    )
    expect(await list({ coders: [other.id] })).toEqual(['d2 once', 'd1 Monday'])
  })

  it('goes by what the themes are now, after one was moved under another', async () => {
    expect(await list({ themes: ['t3' as ThemeId] })).toEqual(['d1 form'])
    await desk.session.do(
      { type: 'theme.move', id: 't2' as ThemeId, parent: 't3' as ThemeId, index: 0 },
      coder.id
    )
    expect(await list({ themes: ['t3' as ThemeId] })).toEqual(['d1 Monday', 'd1 form'])
  })
})

describe('the pages of a list', () => {
  it('come of one list as long as nothing changes, and of a new one after a change', async () => {
    await highlight('d1', 'office')
    const first = await listForPages(desk.session, {})
    expect(await listForPages(desk.session, {})).toBe(first)
    await highlight('d1', 'form')
    expect(told(await listForPages(desk.session, {}))).toEqual(['d1 office', 'd1 form'])
  })

  it('come for who waits for them, though another gave up the same list', async () => {
    await highlight('d1', 'office')
    const giving = new AbortController()
    giving.abort(new Error('given up'))
    const [one, next] = await Promise.allSettled([
      listForPages(desk.session, {}, giving.signal),
      listForPages(desk.session, {})
    ])
    expect(one.status).toBe('rejected')
    expect(next.status === 'fulfilled' && told(next.value)).toEqual(['d1 office'])
  })
})
