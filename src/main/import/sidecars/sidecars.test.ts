import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../../shared/model/annotation'
import { themesOf } from '../../../shared/model/codings'
import { currentText } from '../../../shared/model/current-text'
import { newTheme } from '../../../shared/model/new-records'
import { plainState } from '../../../shared/model/state'
import { coder } from '../../../shared/testing/sample-records'
import { importReport } from '../../export/import-report'
import { matchSidecar } from '../../services/match-sidecar'
import { verifyProject } from '../../services/verify'
import { commitImport } from '../commit-import'
import { acceptProposals, type SidecarDecision } from '../decision'
import { parseFile } from '../parse-file'
import type { ReadSidecar } from '../read-files'
import { EmptyProject } from '../testing/empty-project'
import { Candidates } from './match'

const notice =
  'Winter notice\n\nThe office met in spring and counted every resort of the county.\n\nPeople come only once, and salt is used sparingly.\n\nSalt is used sparingly on every road.\n'

const desk = new EmptyProject()

/** Brings files in as the headless command does: every proposal taken as it is. */
async function bringIn(files: Readonly<Record<string, string>>, replace = false) {
  const incoming = new Map()
  const sidecars: ReadSidecar[] = []
  for (const [name, content] of Object.entries(files)) {
    const path = join(desk.home, name)
    await writeFile(path, content)
    const parsed = await parseFile(path)
    if (!parsed.ok) throw new Error(parsed.error.message)
    const { texts, sidecars: own, warnings, ...file } = parsed.value
    for (const text of texts)
      incoming.set(name, {
        path,
        shown: path,
        name,
        known: null,
        result: { ok: true, value: { ...text, ...file } }
      })
    sidecars.push(...own.map((about) => ({ path, shown: path, name, warnings, about })))
  }
  const meant = await matchSidecar(desk.session, incoming, sidecars)
  const said = sidecars.flatMap(({ about }, index): SidecarDecision[] => {
    const text = meant[index]?.text
    return about.kind !== 'codebook' && text ? [{ about, text, replace }] : []
  })
  const texts = Array.from(incoming, ([key, { path, result }]) => acceptProposals(path, result.value, key))
  const done = await commitImport(desk.session, { texts, sidecars: said }, coder.id)
  if (!done.ok) throw new Error(done.error.message)
  return { ...done.value, meant: meant.map((each) => each?.by ?? null) }
}

const annotations = (): Annotation[] =>
  Object.values(plainState(desk.session.state).annotations)
    .flatMap((own) => Object.values(own))
    .sort((a, b) => (a.selector.exact < b.selector.exact ? -1 : 1))

const hypothesis = (
  source: string,
  quotes: readonly { exact: string; prefix?: string; suffix?: string; text?: string }[]
) =>
  JSON.stringify(
    quotes.map(({ text = '', ...quote }, index) => ({
      id: String(index),
      uri: source,
      document: {},
      user: 'acct:reader@x',
      tags: ['salt'],
      text,
      target: [{ selector: [{ type: 'TextQuoteSelector', prefix: '', suffix: '', ...quote }] }]
    }))
  )

describe('highlights of another program', () => {
  const quotes = [
    { exact: 'counted every resort of the county', text: 'A figure is missing.' },
    { exact: 'is used sparingly', prefix: '', suffix: '' },
    { exact: 'the mayor promised new ploughs before winter', prefix: 'In May ', suffix: '.' },
    { exact: '', text: 'On the whole.' }
  ]

  it('stand where their words do; what is doubtful waits, what is not there keeps its words', async () => {
    const done = await bringIn({ 'notice.txt': notice, 'notes.json': hypothesis('', quotes) })
    expect(done.meant).toEqual(['quotes'])
    expect(done.highlights).toEqual({ found: 1, toConfirm: 1, orphans: 1, known: 0, notes: 1 })
    const [document] = done.documents
    if (!document) throw new Error('nothing came in')
    const own = annotations()
    const settled = own.filter(({ selector }) => selector.revision === currentText(document))
    expect(settled.map(({ selector, memo }) => [selector.exact, memo])).toEqual([
      ['counted every resort of the county', 'A figure is missing.']
    ])
    expect(
      own
        .filter((each) => !settled.includes(each))
        .map(({ selector, proposal }) => [selector.exact, proposal !== null])
    ).toEqual([
      ['is used sparingly', true],
      ['the mayor promised new ploughs before winter', false]
    ])
    expect(
      Object.values(plainState(desk.session.state).memos).map(({ text, about }) => [text, about.kind])
    ).toEqual([['On the whole.\n\n#salt', 'document']])
    await desk.session.close()
    const verified = await verifyProject(desk.folder)
    expect(verified.problems).toEqual([])
  })

  it('that are known by a position alone wait with the words that stand there, or are counted', async () => {
    const at = notice.replaceAll('\n\n', '\n').indexOf('every resort')
    const marked = (id: string, start: number, end: number) => ({
      type: 'Annotation',
      id,
      body: [{ type: 'TextualBody', purpose: 'tagging', value: id }],
      target: { source: 'notice.txt', selector: { type: 'TextPositionSelector', start, end } }
    })
    const annotated = [marked('here', at, at + 12), marked('beyond', 9000, 9010)]
    const done = await bringIn({ 'notice.txt': notice, 'notes.jsonld': JSON.stringify(annotated) })
    expect(done.highlights).toMatchObject({ found: 0, toConfirm: 1, orphans: 0 })
    expect(done.said).toEqual([
      [
        { key: 'passagesToConfirm', count: 1 },
        { key: 'passagesOutsideText', count: 1 }
      ]
    ])
    expect(annotations().map(({ selector, proposal }) => [selector.exact, proposal?.start])).toEqual([
      ['every resort', at]
    ])
  })

  it('on a text that is there already come in as one step that can be taken back, and once only', async () => {
    await bringIn({ 'notice.txt': notice })
    const before = plainState(desk.session.state)
    const again = { 'notes.json': hypothesis('file:///home/x/notice.txt', quotes) }
    const first = await bringIn(again)
    expect(first.meant).toEqual(['source'])
    expect(annotations()).toHaveLength(3)
    expect((await bringIn(again)).highlights).toMatchObject({
      found: 0,
      toConfirm: 0,
      orphans: 0,
      known: 3,
      notes: 0
    })
    expect(annotations()).toHaveLength(3)
    expect((await desk.session.undo(coder.id)).ok).toBe(true)
    expect(plainState(desk.session.state)).toEqual(before)
  })

  it('use the themes of the project for their tags, wherever those stand and however they are written', async () => {
    await bringIn({ 'notice.txt': notice })
    const service = newTheme('Service', '#aa0000', null)
    const visit = newTheme('One visit', '#aa0000', service.id)
    for (const theme of [service, visit])
      await desk.session.do({ type: 'theme.add', theme, index: 0 }, coder.id)
    const tagged = (exact: string, tags: readonly string[]) => ({
      uri: 'notice.txt',
      tags,
      target: [{ selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }] }]
    })
    const rows = [
      tagged('counted every resort of the county', ['one visit', 'SERVICE', 'Salt']),
      tagged('People come only once', ['salt', 'Ｓｅｒｖｉｃｅ'])
    ]
    await bringIn({ 'notes.json': JSON.stringify(rows) })
    const { themes } = plainState(desk.session.state)
    const names = annotations().map((own) => themesOf(own).map((id) => themes[id]?.name))
    expect(names).toEqual([
      ['Salt', 'Service'],
      ['One visit', 'Service', 'Salt']
    ])
    expect(Object.keys(themes)).toHaveLength(3)
  })
})

describe('references', () => {
  const bib = '@article{w, title={Winter Notice!}, author={Clerk, Anna}, date={2020-03}, doi={10.1234/w}}'

  it('fill in what is not known of their text, and leave what is', async () => {
    const done = await bringIn({ 'notice.txt': notice, 'refs.bib': bib })
    expect([done.meant, done.references]).toEqual([['title'], 1])
    expect(done.documents[0]).toMatchObject({
      title: 'Winter notice',
      published: { date: '2020-03', precision: 'month' },
      csl: { author: [{ family: 'Clerk', given: 'Anna' }], DOI: '10.1234/w' },
      attributes: { 'citation key': 'w' }
    })
  })

  it('replace what differs where that is asked for, found by the DOI', async () => {
    await bringIn({ 'notice.txt': notice, 'refs.bib': bib })
    const other = bib.replace('Winter Notice!', 'Another title').replace('2020-03', '2019-01-02')
    const kept = await bringIn({ 'more.bib': other })
    expect(kept.meant).toEqual(['doi'])
    expect(plainState(desk.session.state).documents).toMatchObject(
      Object.fromEntries(
        [...desk.session.state.documents.keys()].map((id) => [id, { title: 'Winter notice' }])
      )
    )
    await bringIn({ 'more.bib': other }, true)
    const [document] = [...desk.session.state.documents.values()]
    expect(document).toMatchObject({ title: 'Another title', published: { date: '2019-01-02' } })
  })
})

it('the report of an import says what was said of which text', () => {
  const of = { title: 'Winter notice', doi: '', source: '' }
  const quote = {
    exact: 'salt',
    prefix: '',
    suffix: '',
    start: null,
    memo: '',
    themes: [],
    coder: '',
    created: null
  }
  const report = importReport(
    [],
    [
      {
        path: '/temporary/notes.json',
        shown: '/x/notes.json',
        name: 'notes.json',
        warnings: [{ key: 'passagesWithoutQuote', count: 2 }],
        about: { kind: 'highlights', of, quotes: [quote] }
      }
    ],
    'en'
  )
  expect(report).toContain('/x/notes.json,notes.json,highlights,Winter notice,')
  expect(report).toContain('2 highlights without words left out')
})

describe('the text that is meant', () => {
  const candidate = (key: string, more: object = {}) => ({
    text: { key },
    title: '',
    source: '',
    doi: '',
    fileName: '',
    ...more
  })
  const found = (candidates: Candidates, of: object) =>
    candidates.match({ title: '', doi: '', source: '', ...of })?.candidate.text

  it('is found however DOI, address and title are written', () => {
    const all = new Candidates([
      candidate('a', { doi: 'https://doi.org/10.1234/AB' }),
      candidate('b', { source: 'http://www.office.example/notice/?utm_source=x#top' }),
      candidate('c', { title: 'The “Winter” notice, 2020' }),
      candidate('d', { fileName: 'Bericht.docx' })
    ])
    expect(found(all, { doi: 'doi:10.1234/ab' })).toEqual({ key: 'a' })
    expect(found(all, { source: 'https://office.example/notice' })).toEqual({ key: 'b' })
    expect(found(all, { title: 'the winter notice 2020' })).toEqual({ key: 'c' })
    expect(found(all, { source: 'file:///C:/texts/Bericht.docx' })).toEqual({ key: 'd' })
    expect(found(all, { title: 'Bericht' })).toEqual({ key: 'd' })
  })

  it('is nobody where two could be meant', () => {
    const all = new Candidates([candidate('a', { title: 'Notice' }), candidate('b', { title: 'Notice' })])
    expect(found(all, { title: 'Notice' })).toBeUndefined()
  })
})
