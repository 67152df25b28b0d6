import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codingsOf, hasTheme } from '../../shared/model/codings'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId, ThemeId } from '../../shared/model/ids'
import type { Result } from '../../shared/model/result'
import { coder, makeTheme } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import type { Session } from '../project/session'
import { addText, annotationOf, paragraphs } from './testing/add-text'
import { makeHost } from './testing/make-host'

const blocks = paragraphs('Snowstormsandblizzards came.', 'The office opened late.')
const d1 = 'd1' as DocumentId
const [t1, t2, t3] = ['t1', 't2', 't3'] as [ThemeId, ThemeId, ThemeId]

let home: string
let made: Awaited<ReturnType<typeof makeHost>>
let session: Session
let one: (method: string, input: unknown) => Promise<Result<unknown>>
let two: typeof one
let document: VariorumDocument
let count = 0

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-fast-'))
  await createProject(join(home, 'project'), 'Test', coder)
  made = await makeHost(home)
  one = made.addWindow().call
  two = made.addWindow().call
  await one('project.open', { folder: join(home, 'project'), how: 'write' })
  if (!made.host.session.ok) throw new Error('no project is open')
  session = made.host.session.value
  document = await addText(session, d1, blocks)
  count = 0
  for (const id of [t1, t2]) await one('project.do', { type: 'theme.add', theme: makeTheme(id), index: 0 })
})

afterEach(async () => {
  await made.host.close()
  await rm(home, { recursive: true, force: true })
})

/** Highlights other words each time, with a theme: those on the very same words become one when themes are merged. */
function highlight(theme: ThemeId) {
  const own = annotationOf(document, blocks, 'Snowstormsandblizzards'.slice(0, ++count))
  const annotation = { ...own, codings: codingsOf([theme], coder.id, own.created) }
  return one('project.do', { type: 'annotation.add', annotation })
}

const highlights = () => [...(session.state.annotations.get(d1)?.values() ?? [])]
const uses = (theme: ThemeId) => highlights().filter((each) => hasTheme(each, theme)).length

/** What one window asks for in the midst of ten highlights of the other; gives back how many of these were made. */
async function amid(theme: ThemeId, ask: () => Promise<Result<unknown>>): Promise<number> {
  const before = Array.from({ length: 5 }, () => highlight(theme))
  const asked = ask()
  const after = Array.from({ length: 5 }, () => highlight(theme))
  expect(await asked).toMatchObject({ ok: true })
  return (await Promise.all([...before, ...after])).filter(({ ok }) => ok).length
}

describe('a change of the codebook in the midst of coding in another window', () => {
  it('that removes a theme leaves none of its codings, and every highlight that was acknowledged', async () => {
    const kept = await amid(t1, () => two('project.removeTheme', { id: t1, removal: 'unlink' }))
    expect(kept).toBeGreaterThanOrEqual(5)
    expect(highlights()).toHaveLength(kept)
    expect(uses(t1)).toBe(0)
    expect(session.counts.themes.get(t1) ?? 0).toBe(0)
    await two('project.undo', null)
    expect(session.state.themes[t1]).toBeDefined()
  })

  it('that merges two themes moves the codings of both, and loses none', async () => {
    const kept = await amid(t1, () => two('project.mergeThemes', { from: t1, into: t2 }))
    expect([uses(t1), uses(t2)]).toEqual([0, kept])
    expect(session.counts.themes.get(t2)).toBe(kept)
  })

  it('that splits a theme moves only what was chosen for it', async () => {
    for (let at = 0; at < 3; at++) await highlight(t1)
    const annotations = highlights().map(({ id }) => id)
    const theme = makeTheme(t3)
    const kept = await amid(t1, () => two('project.splitTheme', { from: t1, theme, annotations }))
    expect([uses(t3), uses(t1)]).toEqual([3, kept])
  })
})

describe('many highlights at once', () => {
  it('are deleted with those that are gone already, and none that was made meanwhile', async () => {
    for (let at = 0; at < 4; at++) await highlight(t1)
    const names = highlights().map(({ id }) => ({ document: d1, id }))
    const [first] = names
    const gone = two('project.do', { type: 'annotation.remove', ...first })
    const kept = await amid(t2, () => one('annotations.remove', names))
    await gone
    expect([uses(t1), uses(t2)]).toEqual([0, kept])
    await two('project.undo', null)
  })

  it('are recoded as they are by then: a mark that another window gave stays', async () => {
    await highlight(t1)
    const [only] = highlights()
    if (!only) throw new Error('nothing was made')
    const { id } = only
    const recoding = { annotations: [{ document: d1, id }], add: [t2], remove: [t1], mark: [], unmark: [] }
    const [marked, recoded] = await Promise.all([
      two('project.edit', { type: 'annotation.quality', document: d1, id, add: ['doubtful'], remove: [] }),
      one('annotations.recode', recoding)
    ])
    expect([marked.ok, recoded]).toMatchObject([true, { ok: true, value: { count: 1 } }])
    expect([uses(t1), uses(t2), highlights()[0]?.quality]).toEqual([0, 1, ['doubtful']])
  })
})

describe('a text that is deleted in the midst of coding', () => {
  it('takes what was highlighted in it along, and comes back with all of it', async () => {
    const kept = await amid(t1, () => two('project.removeDocuments', [d1]))
    expect(session.state.documents.has(d1)).toBe(false)
    expect(highlights()).toEqual([])
    expect(session.counts.themes.get(t1) ?? 0).toBe(0)
    await two('project.undo', null)
    expect(highlights()).toHaveLength(kept)
    expect(session.counts.themes.get(t1)).toBe(kept)
  })
})

describe('what cannot be', () => {
  it('is refused: a theme, text or coder that is not there, and lists put in the place of others', async () => {
    const asked: readonly (readonly [string, unknown])[] = [
      ['project.removeTheme', { id: t3, removal: 'delete' }],
      ['project.mergeThemes', { from: t1, into: t1 }],
      ['project.splitTheme', { from: t3, theme: makeTheme('t4'), annotations: [] }],
      ['project.removeDocuments', ['d9']],
      ['project.setCoder', 'c9'],
      ['project.do', { type: 'group.update', id: 'g1', patch: { themes: [t1] } }],
      ['project.nothing', null]
    ]
    const { seq } = session
    for (const [method, input] of asked)
      expect([method, (await one(method, input)).ok]).toEqual([method, false])
    expect(session.seq).toBe(seq)
  })
})
