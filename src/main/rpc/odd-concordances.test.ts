import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultSettings } from '../../shared/concordance/default-settings'
import type { ConcordanceView } from '../../shared/concordance/lines'
import type { Trail } from '../../shared/concordance/trail'
import type { Answers } from '../../shared/ipc/answers'
import type { Input } from '../../shared/ipc/contract'
import type { DocumentId } from '../../shared/model/ids'
import { newTheme } from '../../shared/model/new-records'
import { coder } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import type { Session } from '../project/session'
import { addText, annotationOf, paragraphs } from './testing/add-text'
import { makeHost } from './testing/make-host'

/** What a person may do to a project while a concordance of it is open, and corpora of odd shapes. */

type Opened = Extract<Answers['concordance.open'], { problem: null }>
type Method = keyof Answers & `concordance.${string}`

let home: string
let made: Awaited<ReturnType<typeof makeHost>>
let window: ReturnType<typeof made.addWindow>

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-odd-kwic-'))
  made = await makeHost(home)
  window = made.addWindow()
})

afterEach(async () => {
  await made.host.close()
  await rm(home, { recursive: true, force: true })
})

async function project(name: string): Promise<Session> {
  const folder = join(home, name)
  await createProject(folder, name, coder)
  return openAgain(name)
}

async function openAgain(name: string): Promise<Session> {
  await window.call('project.open', { folder: join(home, name), how: 'write' })
  const { session } = made.host
  if (!session.ok) throw new Error('no project')
  return session.value
}

async function call<M extends Method>(method: M, input: Input<M>): Promise<Answers[M]> {
  const answer = await window.call(method, input)
  if (!answer.ok) throw new Error(answer.error.key)
  return answer.value as Answers[M]
}

const asking = (query: string, trail: Trail = [], count = 50) => ({
  ...{ query, settings: defaultSettings, trail, replaces: null },
  first: { count, context: 60 }
})

async function open(query: string, trail: Trail = [], count = 50): Promise<Opened> {
  const answer = await call('concordance.open', asking(query, trail, count))
  if (answer.problem) throw new Error(answer.problem.code)
  return answer
}

/** As a window hears it at the end. */
async function complete({ view: { id } }: Opened): Promise<ConcordanceView> {
  const told = () =>
    window.client.heard
      .filter(({ event }) => event === 'concordance')
      .map(({ payload }) => payload as ConcordanceView)
      .findLast((view) => view.id === id && view.isComplete)
  await expect.poll(told).toBeDefined()
  const view = told()
  if (!view) throw new Error('never complete')
  return view
}

const hits = ({ page }: Pick<Opened, 'page'>) => page.lines.map(({ hit }) => hit)

describe('while a concordance is open', () => {
  it('another project takes the place of its own: the query ends, and the next one is of the other', async () => {
    const first = await project('first')
    for (let at = 0; at < 6; at++)
      await addText(first, `d${at}`, paragraphs(`A visit of ${at}. `.repeat(800)))
    const running = window.call('concordance.open', asking('visit', [], 2000))
    const second = await project('second')
    const ended = await running
    // It may have been quick enough.
    expect(ended.ok || ['jobCancelled', 'concordanceGone', 'cancelled'].includes(ended.error.key)).toBe(true)
    expect(
      await window.call('concordance.page', { id: 'concordance 1', from: 0, count: 5, context: 5 })
    ).toMatchObject({
      ok: false,
      error: { key: 'concordanceGone' }
    })
    await addText(second, 'd1', paragraphs('One visit here.'))
    expect(hits(await open('visit'))).toEqual(['visit'])
  })

  it('a text is taken out of the project: its lines say what they said, and cannot be coded; asked anew it is gone', async () => {
    const session = await project('one')
    await addText(session, 'd1', paragraphs('A visit.'), { title: 'A' })
    await addText(session, 'd2', paragraphs('Two visits, one visit.'), { title: 'B' })
    const opened = await open('visit')
    await session.do({ type: 'document.remove', id: 'd1' as DocumentId }, coder.id)
    const { id } = opened.view
    const { lines } = await call('concordance.page', { id, from: 0, count: 10, context: 20 })
    expect(lines.map(({ left, hit }) => `${left}${hit}`)).toEqual(['A visit', 'Two visits, one visit'])
    const names = await call('concordance.names', { id, from: 0, count: 1 })
    expect(await call('concordance.answers', { id, lines: [...names] })).toMatchObject([{ answers: [] }])
    expect(await call('concordance.dispersion', { id, bins: 4 })).toMatchObject({ rows: [{}, {}] })
    await call('concordance.arrange', {
      id,
      trail: [{ do: 'group', grouping: { by: 'theme' }, name: '', memo: '' }]
    })
    expect(hits(await open('visit'))).toEqual(['visit'])
  })

  it('a theme is deleted: a step with it leaves no line, and a condition with it says that it is not there', async () => {
    const session = await project('themes')
    const blocks = paragraphs('A visit.')
    const document = await addText(session, 'd1', blocks)
    const theme = newTheme('Visits', '#aa0000', null)
    await session.do({ type: 'theme.add', theme, index: 0 }, coder.id)
    const annotation = {
      ...annotationOf(document, blocks, 'visit'),
      codings: [{ theme: theme.id, coder: coder.id, created: '2020-01-01T00:00:00.000Z' }]
    }
    await session.do({ type: 'annotation.add', annotation }, coder.id)
    const within: Trail = [
      { do: 'select', selection: { by: 'theme', theme: theme.id, keep: true }, name: '', memo: '' }
    ]
    const opened = await open('visit theme:Visits', within)
    expect((await complete(opened)).lines).toBe(1)
    await session.do({ type: 'annotation.remove', document: document.id, id: annotation.id }, coder.id)
    expect(await session.do({ type: 'theme.remove', id: theme.id }, coder.id)).toMatchObject({ ok: true })
    const { id } = opened.view
    expect(await call('concordance.arrange', { id, trail: within })).toMatchObject({ lines: 0, hits: 1 })
    expect(await call('concordance.arrange', { id, trail: [] })).toMatchObject({ lines: 1 })
    const again = await call('concordance.open', asking('visit theme:Visits', within))
    expect(again.problem).toMatchObject({ code: 'themeUnknown', start: 6 })
  })

  it('its texts become unreadable: lines of others come, and what cannot be read is left out', async () => {
    const session = await project('damaged')
    const bad = await addText(session, 'd1', paragraphs('A visit.'), { title: 'A' })
    await addText(session, 'd2', paragraphs('Another visit.'), { title: 'B' })
    await writeFile(join(session.folder, 'texts', `${bad.revisions.at(-1)?.text}.json`), 'no text')
    const opened = await open('visit')
    expect((await complete(opened)).unread).toMatchObject([{ document: 'd1' }])
    const { id } = opened.view
    const part = {}
    const page = { from: 0, count: 10 }
    const asked = { part, settings: defaultSettings, ...page }
    expect(await call('concordance.wordList', { ...asked, by: 'count', prefix: '' })).toMatchObject({
      tokens: 2,
      unread: 1
    })
    expect(await call('concordance.frequencies', { id, by: { by: 'year' } })).toMatchObject([
      { hits: 1, words: 2 }
    ])
    expect(
      await call('concordance.collocates', { id, left: 5, right: 5, by: 'logDice', least: 1, ...page })
    ).toMatchObject({ rows: [{ word: 'another' }] })
  })
})

describe('a corpus', () => {
  const part = {}
  const list = { part, settings: defaultSettings, by: 'count' as const, prefix: '', from: 0, count: 10 }

  it('without any Chinese, asked in Chinese; and one with nothing else, asked in English', async () => {
    const session = await project('english')
    await addText(session, 'd1', paragraphs('Only letters.'), { language: 'en' })
    expect(hits(await open('冰雪'))).toEqual([])
    expect(hits(await open('冰雪 BESIDE snow'))).toEqual([])
    const other = await project('chinese')
    await addText(other, 'd1', paragraphs('冰雪是白雪。', '最多跑一次。'), { language: 'zh' })
    expect(hits(await open('snow'))).toEqual([])
    expect(hits(await open('雪'))).toEqual(['雪', '雪'])
    expect(hits(await open('雪 NEAR/5 白'))).not.toEqual([])
    const words = await call('concordance.wordList', list)
    expect(words.rows.map(({ form }) => form)).toContain('冰雪')
    const signs = await call('concordance.wordList', {
      ...list,
      settings: { ...defaultSettings, chineseWords: 'characters' }
    })
    expect(signs.rows[0]).toMatchObject({ form: '雪', count: 2 })
  })

  it('without a text, and with an empty one', async () => {
    const session = await project('empty')
    expect(await call('concordance.wordList', list)).toMatchObject({ rows: [], tokens: 0 })
    expect(await complete(await open('visit'))).toMatchObject({ lines: 0, toSearch: 0 })
    await addText(session, 'd1', [])
    const opened = await open('visit')
    expect(await complete(opened)).toMatchObject({ lines: 0, toSearch: 1 })
    const { id } = opened.view
    expect(await call('concordance.dispersion', { id, bins: 9 })).toMatchObject({ dp: null, juillandD: null })
    const beside = { left: 5, right: 5, by: 'logDice' as const, least: 1, from: 0, count: 9 }
    expect(await call('concordance.collocates', { id, ...beside })).toMatchObject({ rows: [] })
    const keys = { part, against: null, settings: defaultSettings, by: 'logLikelihood' as const, least: 1 }
    expect(await call('concordance.keywords', { ...keys, from: 0, count: 9 })).toMatchObject({ rows: [] })
  })

  it('of one text that is one line of 20 MB: its last hit is the words of the text, and is found where it stands', async () => {
    const session = await project('long')
    const sentence = 'One visit is enough for most matters, and no second visit was needed. '
    const text = `${sentence.repeat(Math.ceil(20_000_000 / sentence.length))}The last visit of all.`
    await addText(session, 'd1', paragraphs(text))
    const opened = await open('"last visit"')
    const { lines } = await complete(opened)
    expect(lines).toBe(1)
    const [line] = opened.page.lines
    expect(line && text.slice(line.start, line.end)).toBe('last visit')
    expect(line?.right).toBe(' of all.')
    expect(line?.left.endsWith('no second visit was needed. The ')).toBe(true)
    const all = await complete(await open('visit', [], 1))
    expect(all.lines).toBe((text.match(/visit/g) ?? []).length)
  })
})
