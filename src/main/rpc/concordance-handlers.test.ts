import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultSettings } from '../../shared/concordance/default-settings'
import type { ConcordanceView } from '../../shared/concordance/lines'
import type { Trail, TrailStep } from '../../shared/concordance/trail'
import type { Answers } from '../../shared/ipc/answers'
import type { Input } from '../../shared/ipc/contract'
import type { DocumentId, ThemeId, WorkId } from '../../shared/model/ids'
import { newTheme } from '../../shared/model/new-records'
import { coder } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import type { Session } from '../project/session'
import { addText, annotationOf, paragraphs } from './testing/add-text'
import { type HeardClient, makeHost } from './testing/make-host'

type Opened = Extract<Answers['concordance.open'], { problem: null }>
type Method = keyof Answers & `concordance.${string}`

let home: string
let made: Awaited<ReturnType<typeof makeHost>>
let session: Session
let client: HeardClient
let window: ReturnType<typeof made.addWindow>
let call: <M extends Method>(method: M, input: Input<M>) => Promise<Answers[M]>

const english = paragraphs(
  'One visit is enough for most matters. The clerk may run once.',
  'The second visit was never needed.',
  'Visit the window on Monday; no visit on Sunday.'
)
const chinese = paragraphs(
  '多数事项最多跑一次即可办结。办事员可以跑一次。',
  '第二次从来不需要。',
  '星期一请到窗口来；星期天不办。'
)
const work = 'w1' as WorkId

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-kwic-'))
  const folder = join(home, 'project')
  await createProject(folder, 'Concordance', coder)
  made = await makeHost(home)
  window = made.addWindow()
  client = window.client
  call = async (method, input) => {
    const answer = await window.call(method, input)
    if (!answer.ok) throw new Error(answer.error.message)
    return answer.value as never
  }
  await window.call('project.open', { folder, how: 'write' })
  const opened = made.host.session
  if (!opened.ok) throw new Error('no project')
  session = opened.value
  await session.do({ type: 'work.add', work: { id: work, title: 'W', order: [] } }, coder.id)
  await addText(session, 'd1', english, {
    ...{ title: 'Bulletin 2', language: 'en', works: [work], attributes: { genre: 'notice' } },
    published: { date: '2018', precision: 'year' }
  })
  await addText(session, 'd2', chinese, {
    title: 'Source',
    language: 'zh',
    rendering: 'source',
    works: [work]
  })
  await addText(session, 'd3', paragraphs('A visit a day.'), {
    ...{ title: 'Bulletin 10', language: 'en', published: { date: '2019', precision: 'year' } }
  })
})

afterEach(async () => {
  await made.host.close()
  await rm(home, { recursive: true, force: true })
})

async function open(query: string, trail: Trail = [], count = 50): Promise<Opened> {
  const answer = await call('concordance.open', {
    ...{ query, settings: defaultSettings, trail, replaces: null },
    first: { count, context: 60 }
  })
  if (answer.problem) throw new Error(answer.problem.code)
  return answer
}

const shown = ({ page }: Pick<Opened, 'page'>) =>
  page.lines.map(({ left, hit, right }) => `${left}|${hit}|${right}`)
const step = (own: object): TrailStep => ({ name: '', memo: '', ...own }) as TrailStep

describe('a concordance', () => {
  it('has its lines in the order of titles, with contexts, words beside and what is coded', async () => {
    const theme = newTheme('Visits', '#aa0000', null)
    await session.do({ type: 'theme.add', theme, index: 0 }, coder.id)
    const document = session.state.documents.get('d1' as DocumentId)
    if (!document) throw new Error('no document')
    const annotation = { ...annotationOf(document, english, 'second visit'), codings: [] }
    await session.do({ type: 'annotation.add', annotation }, coder.id)
    const opened = await open('visit')
    expect(shown(opened)).toEqual([
      'One |visit| is enough for most matters. The clerk may run once.',
      'The second |visit| was never needed.',
      '|Visit| the window on Monday; no visit on Sunday.',
      'Visit the window on Monday; no |visit| on Sunday.',
      'A |visit| a day.'
    ])
    const [, second] = opened.page.lines
    expect(second?.slots.map(({ slot }) => slot)).toEqual(['L2', 'L1', 'R1', 'R2', 'R3'])
    expect(second?.codings).toMatchObject([{ annotation: annotation.id, covers: true }])
    expect(opened.view).toMatchObject({ hits: 5, documents: 2, lines: 5, searched: 3, toSearch: 3 })
  })

  it('gives the same lines in pages of any size', async () => {
    const { view } = await open('visit', [], 0)
    const all = await call('concordance.page', { id: view.id, from: 0, count: 100, context: 30 })
    for (const count of [1, 2, 3]) {
      const lines = []
      for (let from = 0; from < 5; from += count)
        lines.push(...(await call('concordance.page', { id: view.id, from, count, context: 30 })).lines)
      expect(lines).toEqual(all.lines)
    }
  })

  it('says what is wrong with a query, and which theme is not there', async () => {
    const answer = (query: string) =>
      call('concordance.open', {
        ...{ query, settings: defaultSettings, trail: [], replaces: null },
        first: { count: 1, context: 9 }
      })
    expect(await answer('visit "x')).toMatchObject({ problem: { code: 'quoteOpen', start: 6 } })
    expect(await answer('visit theme:"Gone / away"')).toMatchObject({
      problem: { code: 'themeUnknown', start: 6, end: 25, detail: 'Gone / away' }
    })
  })

  it('is sorted, grouped and selected by its trail, and walked back', async () => {
    const { view } = await open('visit')
    const order = step({ do: 'order', keys: [{ by: 'slot', slot: 'L1', descending: false }] })
    const arranged = async (...trail: TrailStep[]) => {
      const now = await call('concordance.arrange', { id: view.id, trail })
      const page = await call('concordance.page', { id: view.id, from: 0, count: 100, context: 20 })
      return { view: now, lefts: page.lines.map(({ left }) => left.trim().split(' ').at(-1)) }
    }
    expect((await arranged(order)).lefts).toEqual(['A', 'no', 'One', 'second', ''])
    const most = step({ do: 'select', selection: { by: 'perDocument', most: 1 } })
    expect(await arranged(order, most)).toMatchObject({
      lefts: ['A', 'no'],
      view: { left: [5, 2], lines: 2, lineDocuments: 2 }
    })
    const group = step({ do: 'group', grouping: { by: 'year' } })
    expect((await arranged(group)).view.groups).toMatchObject([
      { key: '2018', from: 0, count: 4, documents: 1 },
      { key: '2019', from: 4, count: 1, years: { first: 2019, last: 2019 } }
    ])
    const slot = step({
      do: 'select',
      selection: { by: 'slot', slot: 'R1', words: ['Was', 'is'], keep: true }
    })
    expect((await arranged(slot)).lefts).toEqual(['One', 'second'])
    expect((await arranged()).view).toMatchObject({ lines: 5, groups: null, left: [] })
  })

  it('opens with its trail, and finds a line in the order of the moment', async () => {
    const keys = [{ by: 'date' as const, descending: true }]
    const { page, view } = await open('visit', [step({ do: 'order', keys })])
    expect(page.lines[0]?.document).toBe('d3')
    const line = { document: 'd3' as DocumentId, start: 2, end: 7 }
    expect(await call('concordance.find', { id: view.id, line })).toEqual({ at: 0 })
    expect(await call('concordance.names', { id: view.id, from: 0, count: 1 })).toMatchObject([line])
    expect(await call('concordance.find', { id: view.id, line: { ...line, end: 8 } })).toBeNull()
  })

  it('looks at themes, inside and outside', async () => {
    const theme = newTheme('Visits', '#aa0000', null, { id: 't1' as ThemeId })
    await session.do({ type: 'theme.add', theme, index: 0 }, coder.id)
    const document = session.state.documents.get('d1' as DocumentId)
    if (!document) throw new Error('no document')
    const codings = [{ theme: theme.id, coder: coder.id, created: new Date().toISOString() }]
    const annotation = { ...annotationOf(document, english, 'second visit'), codings }
    await session.do({ type: 'annotation.add', annotation }, coder.id)
    expect(shown(await open('visit theme:Visits'))).toEqual(['The second |visit| was never needed.'])
    expect((await open('visit -theme:visits')).view.hits).toBe(4)
    expect((await open(`visit coder:"${coder.name}"`)).view.hits).toBe(1)
    const grouped = await open('visit', [step({ do: 'group', grouping: { by: 'theme' } })])
    expect(grouped.view.groups).toMatchObject([
      { key: 't1', label: 'Visits', count: 1 },
      { key: '', count: 4 }
    ])
  })

  it('reads both sides, and shows what answers', async () => {
    expect(shown(await open('visit BESIDE 最多跑一次'))).toEqual([
      'One |visit| is enough for most matters. The clerk may run once.'
    ])
    const without = await open('visit NOT BESIDE 最多跑一次')
    expect(without.page.lines.map(({ document }) => document)).toEqual(['d1', 'd1', 'd1'])
    const lines = (await call('concordance.names', { id: without.view.id, from: 0, count: 1 })).slice(0, 1)
    const [answered] = await call('concordance.answers', { id: without.view.id, lines: [...lines] })
    expect(answered?.answers).toMatchObject([{ document: 'd2', text: '第二次从来不需要。' }])
  })

  it('is put together by what versions of one kind say', async () => {
    const said = paragraphs('Most matters need one run.', 'No second one.', 'Come on Monday.')
    await addText(session, 'd4', said, {
      language: 'en',
      rendering: 'machine',
      title: 'Other',
      works: [work]
    })
    const groups = async (kind?: 'machine' | 'official') => {
      const grouping = { by: 'answer' as const, version: null, ...(kind && { kind }) }
      const { view } = await open('第二次', [step({ do: 'group', grouping })])
      return view.groups?.map(({ key, count }) => [key, count])
    }
    expect(await groups('machine')).toEqual([[expect.stringMatching(/second|one/), 1]])
    expect(await groups('official')).not.toEqual(await groups('machine'))
  })

  it('leaves out a text that cannot be read, and says so', async () => {
    const text = session.state.documents.get('d3' as DocumentId)?.revisions.at(-1)?.text
    await writeFile(join(session.folder, 'texts', `${text}.json`), '{}')
    const { view } = await open('visit')
    expect(view).toMatchObject({
      hits: 4,
      unread: [{ document: 'd3', problem: { kind: 'Damaged' } }],
      isComplete: true
    })
  })

  it('counts what stands beside its lines, where they stand, and how often', async () => {
    const { view } = await open('visit lang:en')
    const { id } = view
    const page = { from: 0, count: 100 }
    const asked = { id, left: 1, right: 2, by: 'logDice' as const, least: 1, ...page }
    const beside = await call('concordance.collocates', asked)
    const row = (word: string) => beside.rows.find((each) => each.word === word)
    // The windows do not run into the next sentence.
    expect(beside).toMatchObject({ corpusWords: 31, windowWords: 14 })
    expect(row('a')).toMatchObject({ observed: 2, left: 1, right: 1, frequency: 2, documents: 1 })
    expect(row('matters')).toBeUndefined()
    const narrower = [
      {
        do: 'select' as const,
        selection: { by: 'collocate' as const, word: 'A', left: 1, right: 2, keep: true },
        name: '',
        memo: ''
      }
    ]
    const narrowed = await call('concordance.arrange', { id, trail: narrower })
    expect(narrowed).toMatchObject({ hits: 5, lines: 1 })
    await call('concordance.arrange', { id, trail: [] })

    const years = await call('concordance.frequencies', { id, by: { by: 'year' } })
    expect(years).toMatchObject([
      { key: '2018', hits: 4, words: 27, documents: 1 },
      { key: '2019', hits: 1, words: 4, documents: 1, perThousand: 250 }
    ])
    const spread = await call('concordance.dispersion', { id, bins: 4 })
    expect(spread.rows.map(({ document, hits, bins }) => [document, hits, bins])).toEqual([
      ['d1', 4, [1, 0, 2, 1]],
      ['d3', 1, [1, 0, 0, 0]]
    ])
    expect(spread.dp).toBeCloseTo(Math.abs(1 / 5 - 4 / 31), 10)

    const settings = { ...defaultSettings, chineseWords: 'characters' as const }
    const list = await call('concordance.wordList', {
      part: { language: 'zh' },
      settings,
      by: 'count',
      prefix: '',
      ...page
    })
    expect(list.rows.find(({ word }) => word === '跑')).toMatchObject({ count: 2, documents: 1 })
    expect(list.tokens).toBe(42)
    const grams = await call('concordance.nGrams', {
      part: { language: 'zh' },
      settings,
      size: 3,
      least: 2,
      ...page
    })
    expect(grams.rows).toMatchObject([{ word: '跑一次', count: 2, documents: 1 }])
    const keys = await call('concordance.keywords', {
      ...{ part: { documents: ['d3' as DocumentId] }, against: { language: 'en' }, settings },
      ...{ by: 'logLikelihood', least: 1, ...page }
    })
    expect(keys.rows[0]).toMatchObject({ word: 'a', count: 2, countElsewhere: 0, percentDifference: null })
    expect(keys).toMatchObject({ words: 4, wordsElsewhere: 27 })
  })

  it('is written with both contexts, its steps and what answers, in every format', async () => {
    const group = step({ do: 'group', grouping: { by: 'pattern', side: 'left', size: 1 } })
    const { view } = await open('visit', [group])
    const request = {
      of: 'concordance',
      id: view.id,
      asked: 'visit',
      steps: ['grouped by the word on the left'],
      options: {},
      answers: true
    }
    const shown = async (format: string) => {
      const answer = await window.call('export.preview', { ...request, format })
      if (!answer.ok) throw new Error(answer.error.message)
      return JSON.stringify(answer.value)
    }
    const csv = await shown('csv')
    for (const said of [
      'version1_sentence',
      '第二次从来不需要。',
      'Bulletin 10',
      'grouped by the word on the left'
    ])
      expect(csv).toContain(said)
    expect(await shown('md')).toContain(
      'The second <strong>visit</strong> was never needed. (Bulletin 2, 2018, ¶ 2)'
    )
    expect(await shown('html')).toContain('<mark>visit</mark>')
    for (const format of ['docx', 'xlsx']) expect(await shown(format)).toContain('"count":5')
    await call('concordance.close', { id: view.id })
    expect(await window.call('export.preview', { ...request, format: 'csv' })).toMatchObject({ ok: false })
  })

  it('is told of until it is complete, and gone once it is closed', async () => {
    const { view } = await open('visit', [], 0)
    await expect
      .poll(() =>
        client.heard
          .filter(({ event }) => event === 'concordance')
          .map(({ payload }) => payload as ConcordanceView)
      )
      .toContainEqual(expect.objectContaining({ id: view.id, isComplete: true, hits: 5 }))
    await call('concordance.close', { id: view.id })
    await expect(call('concordance.page', { id: view.id, from: 0, count: 1, context: 1 })).rejects.toThrow(
      'no longer open'
    )
  })
})
