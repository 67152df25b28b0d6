import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Metadata } from '../../shared/model/document'
import type { AnnotationId, DocumentId, GroupId, ThemeId, WorkId } from '../../shared/model/ids'
import type { QualityMark } from '../../shared/model/quality'
import { qualityMarks } from '../../shared/model/quality-marks'
import type { Result } from '../../shared/model/result'
import { versionsOf } from '../../shared/model/versions'
import { Operation } from '../../shared/operations/operation'
import {
  coder,
  makeAnnotation,
  makeDocument,
  makeGroup,
  makeTheme
} from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import type { Session } from '../project/session'
import { makeDesk } from './testing/make-desk'

type Call = (method: string, input: unknown) => Promise<Result<unknown>>

const themes = ['t0', 't1', 't2', 't3', 't4'] as ThemeId[]
const documents = ['d0', 'd1', 'd2', 'd3', 'd4'] as DocumentId[]
const works = ['w0', 'w1', 'w2', 'w3'] as WorkId[]
const blocks = [0, 1, 2, 3, 4, 5]
const group = 'g0' as GroupId
const annotation = 'a0' as AnnotationId
const [document] = documents
const [work] = works

let home: string
let desk: Awaited<ReturnType<typeof makeDesk>>
let session: Session
let windows: readonly [Call, Call]
let floor: number

/** One project for all tests: each begins by going back to what it was. */
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-edits-'))
  const folder = join(home, 'project')
  await createProject(folder, 'Edits', coder)
  desk = await makeDesk(home)
  windows = [desk.addWindow().call, desk.addWindow().call]
  await windows[0]('project.open', { folder, how: 'write' })
  const opened = desk.desk.session
  if (!opened.ok) throw new Error('no project')
  session = opened.value
  const operations: Operation[] = [
    ...works.map((id): Operation => ({ type: 'work.add', work: { id, title: id, order: [] } })),
    ...themes.map((id): Operation => ({ type: 'theme.add', theme: makeTheme(id), index: 0 })),
    ...documents.map((id): Operation => ({ type: 'document.add', document: makeDocument(id) })),
    { type: 'group.add', group: makeGroup(group) },
    { type: 'annotation.add', annotation: makeAnnotation(annotation, 'd0') }
  ]
  for (const operation of operations) await done(session.do(operation, coder.id))
  floor = session.current.undo
})

beforeEach(async () => {
  if (session.current.undo !== floor)
    await done(session.walk('undo', floor, coder.id, { after: session.seq }))
})

afterAll(async () => {
  await desk.desk.close()
  await rm(home, { recursive: true, force: true })
})

async function done<T>(asked: Promise<Result<T>>): Promise<T> {
  const answer = await asked
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value
}

const revision = () => session.state.documents.get(document ?? ('' as DocumentId))?.revisions.at(-1)?.text
const there = () => session.state.documents.get('d0' as DocumentId) ?? makeDocument('none')
const sorted = (list: readonly unknown[]) => [...list].sort()

interface Side<T> {
  readonly add: readonly T[]
  readonly remove: readonly T[]
}

/** Two hands that are about different elements of one list, which starts with some of them. */
function twoHands<T extends string | number>(elements: readonly T[]) {
  const side = fc.constantFrom<'mine' | 'theirs' | null>('mine', 'theirs', null)
  return fc
    .array(fc.record({ isThere: fc.boolean(), side }), {
      minLength: elements.length,
      maxLength: elements.length
    })
    .map((facts) => {
      const those = (wanted: 'mine' | 'theirs' | null, isThere: boolean) =>
        elements.filter((_, at) => facts[at]?.side === wanted && facts[at]?.isThere === isThere)
      const hand = (own: 'mine' | 'theirs'): Side<T> => ({ add: those(own, false), remove: those(own, true) })
      return {
        start: elements.filter((_, at) => facts[at]?.isThere),
        mine: hand('mine'),
        theirs: hand('theirs'),
        union: elements.filter((_, at) => {
          const fact = facts[at]
          return fact?.side === null ? fact.isThere : fact?.isThere === false
        })
      }
    })
}

/** Has both windows ask at the same time, each from what it saw at the start. */
async function both(one: () => Promise<unknown>, other: () => Promise<unknown>): Promise<void> {
  const answers = (await Promise.all([one(), other()])) as Result<unknown>[]
  for (const answer of answers) if (!answer.ok) throw new Error(answer.error.message)
}

const runs = { numRuns: 25 }

describe('two windows that change one list at the same time', () => {
  it.each([
    {
      what: 'the themes of a group',
      elements: themes as (string | number)[],
      edit: (side: Side<unknown>) => ({ type: 'group.themes', id: group, ...side }),
      list: (): readonly unknown[] => session.state.groups[group]?.themes ?? []
    },
    {
      what: 'the furniture of a text',
      elements: blocks as (string | number)[],
      edit: (side: Side<unknown>) => ({
        type: 'document.furniture',
        id: document,
        revision: revision(),
        ...side
      }),
      list: (): readonly unknown[] => there().furniture
    },
    {
      what: 'the quality marks of a highlight',
      elements: [...qualityMarks] as (string | number)[],
      edit: (side: Side<unknown>) => ({ type: 'annotation.quality', document, id: annotation, ...side }),
      list: (): readonly QualityMark[] =>
        session.state.annotations.get('d0' as DocumentId)?.get(annotation)?.quality ?? []
    }
  ])('both win: $what', async ({ elements, edit, list }) => {
    await fc.assert(
      fc.asyncProperty(twoHands(elements), async ({ start, mine, theirs, union }) => {
        await done(windows[0]('project.edit', edit({ add: start, remove: [...list()] })))
        await both(
          () => windows[0]('project.edit', edit(mine)),
          () => windows[1]('project.edit', edit(theirs))
        )
        expect(sorted(list())).toEqual(sorted(union))
      }),
      runs
    )
  })

  it('both win: the works and the other facts of a text', async () => {
    await fc.assert(
      fc.asyncProperty(twoHands(works), async ({ start, mine, theirs, union }) => {
        const before = facts()
        const seen = {
          ...before,
          works: start,
          title: 'Seen',
          author: '',
          attributes: { keep: '1', drop: '2' }
        }
        await done(windows[0]('project.edit', factsEdit(before, seen)))
        const wanted = ({ add, remove }: Side<WorkId>, more: Partial<Metadata>): Metadata => ({
          ...seen,
          works: [...start.filter((each) => !remove.includes(each)), ...add],
          ...more
        })
        const one = wanted(mine, { title: 'Mine', attributes: { keep: '1' } })
        const other = wanted(theirs, { publisher: 'Theirs', attributes: { keep: '1', drop: '2', more: '3' } })
        await both(
          () => windows[0]('project.edit', factsEdit(seen, one)),
          () => windows[1]('project.edit', factsEdit(seen, other))
        )
        const { title, publisher, attributes } = there()
        expect(sorted(there().works)).toEqual(sorted(union))
        expect({ title, publisher, attributes }).toEqual({
          title: 'Mine',
          publisher: 'Theirs',
          attributes: { keep: '1', more: '3' }
        })
      }),
      runs
    )
  })

  it('both win: the versions of a work, with the order of whoever changed it', async () => {
    await fc.assert(
      fc.asyncProperty(twoHands(documents), async ({ start, mine, theirs, union }) => {
        // A work that is left without versions goes: one of them always stays.
        fc.pre(start.some((each) => !mine.remove.includes(each) && !theirs.remove.includes(each)))
        await done(windows[0]('work.setVersions', gathering(start, null)))
        const wanted = ({ add, remove }: Side<DocumentId>) => [
          ...start.filter((each) => !remove.includes(each)),
          ...add
        ]
        const reversed = wanted(mine).reverse()
        await both(
          () => windows[0]('work.setVersions', gathering(reversed, start)),
          () => windows[1]('work.setVersions', gathering(wanted(theirs), start))
        )
        const known = session.state.works.get('w0' as WorkId)
        const versions = known ? versionsOf(session.state.documents.values(), known).map(({ id }) => id) : []
        expect(sorted(versions)).toEqual(sorted(union))
        expect(versions.filter((each) => reversed.includes(each))).toEqual(
          reversed.filter((each) => versions.includes(each))
        )
      }),
      runs
    )
  })
})

const facts = (): Metadata => {
  const {
    id: _,
    added: __,
    original: ___,
    revisions: ____,
    words: _____,
    furniture: ______,
    ...own
  } = there()
  return own
}
const factsEdit = (seen: Metadata, wanted: Metadata) => ({
  type: 'document.facts',
  id: document,
  seen,
  wanted
})
const gathering = (ids: readonly DocumentId[], seen: readonly DocumentId[] | null) => {
  const versions = (list: readonly DocumentId[]) =>
    list.map((each) => ({ document: each, rendering: 'unknown' }))
  const own = { title: 'w0', versions: versions(ids) }
  return { id: work, ...own, seen: seen && { title: 'w0', versions: versions(seen) } }
}

describe('an edit', () => {
  it('makes one group of a name that two windows give at the same time', async () => {
    const named = (id: string, theme: string) => ({ type: 'group.named', id, name: 'Both', theme })
    await both(
      () => windows[0]('project.edit', named('g1', 't1')),
      () => windows[1]('project.edit', named('g2', 't2'))
    )
    const all = Object.values(session.state.groups).filter(({ name }) => name === 'Both')
    expect(all.map((each) => sorted(each.themes))).toEqual([['t1', 't2']])
  })

  it('is refused where another has changed the same value, and writes nothing', async () => {
    const seen = facts()
    await done(windows[0]('project.edit', factsEdit(seen, { ...seen, title: 'Theirs' })))
    const { seq } = session
    const refused = await windows[1](
      'project.edit',
      factsEdit(seen, { ...seen, title: 'Mine', publisher: 'Me' })
    )
    expect(refused).toMatchObject({ ok: false, error: { kind: 'Conflict', key: 'factsChanged' } })
    expect(session.seq).toBe(seq)
    expect(there().publisher).toBe('')
  })

  it('changes nothing where both want the same', async () => {
    const mark = { type: 'annotation.quality', document, id: annotation, add: ['calque'], remove: [] }
    await both(
      () => windows[0]('project.edit', mark),
      () => windows[1]('project.edit', mark)
    )
    await done(session.undo(coder.id))
    expect(session.current.undo).toBe(floor)
  })

  it('marks no block of a text that is another by now', async () => {
    const refused = await windows[0]('project.edit', {
      type: 'document.furniture',
      id: document,
      revision: 'b'.repeat(64),
      add: [1],
      remove: []
    })
    expect(refused).toMatchObject({ ok: false, error: { kind: 'Conflict', key: 'documentChanged' } })
  })

  it('says so where what it is about is gone', async () => {
    await done(windows[0]('project.do', { type: 'group.remove', id: group }))
    const refused = await windows[1]('project.edit', {
      type: 'group.themes',
      id: group,
      add: ['t1'],
      remove: []
    })
    expect(refused).toMatchObject({ ok: false, error: { kind: 'NotFound', key: 'groupGone' } })
  })

  it('is the only way for a window to change a whole list', async () => {
    const { themes: codebook } = session.state
    for (const operation of [
      { type: 'group.update', id: group, patch: { themes: ['t1'] } },
      { type: 'document.update', id: document, patch: { works: [work] } },
      { type: 'document.furnish', id: document, furniture: [1] },
      { type: 'work.update', id: work, patch: { order: documents } },
      { type: 'codebook.replace', themes: codebook }
    ]) {
      const answer = await windows[0]('project.do', operation)
      expect(answer).toMatchObject({ ok: false, error: { key: 'badRequest' } })
    }
  })
})

describe('a highlight', () => {
  it('is not put on a text that has become another: it would be an orphan, and nobody would see why', async () => {
    const { id, revisions, furniture, words, original } = there()
    const next = { ...revisions[0], text: 'b'.repeat(64), reason: 'correction' }
    const revise = {
      type: 'document.revise',
      id,
      revisions: [...revisions, next],
      furniture,
      words,
      original
    }
    const revising = done(session.do(Operation.parse(revise), coder.id))
    const late = makeAnnotation('late', 'd0')
    const refused = await windows[0]('project.do', { type: 'annotation.add', annotation: late })
    await revising
    expect(refused).toMatchObject({ ok: false, error: { kind: 'Conflict', key: 'documentChanged' } })
    const moving = { type: 'annotation.update', document: id, id: annotation }
    const { selector } = makeAnnotation(annotation, 'd0')
    expect(await windows[0]('project.do', { ...moving, patch: { selector } })).toMatchObject({ ok: false })
    // What is no place in the text can be changed all the same.
    expect(await windows[0]('project.do', { ...moving, patch: { memo: 'Mine' } })).toMatchObject({ ok: true })
  })
})

describe('work on many highlights at once', () => {
  it('sees what is on its way to the disk when it is asked for', async () => {
    const mark = (each: QualityMark) =>
      windows[0]('annotations.recode', {
        annotations: [{ document, id: annotation }],
        add: [],
        remove: [],
        mark: [each],
        unmark: []
      })
    await Promise.all(qualityMarks.map(mark))
    const now = session.state.annotations.get('d0' as DocumentId)?.get(annotation)
    expect(sorted(now?.quality ?? [])).toEqual(sorted(qualityMarks))
  })

  it('takes a theme away with the highlights that are just getting it', async () => {
    const coding = windows[0]('project.do', {
      type: 'annotation.add',
      annotation: makeAnnotation('a1', 'd0', ['t1'])
    })
    const removing = windows[1]('project.removeTheme', { id: 't1', removal: 'unlink' })
    await done(coding)
    await done(removing)
    expect(session.state.themes['t1' as ThemeId]).toBeUndefined()
    expect(session.state.annotations.get('d0' as DocumentId)?.get('a1' as AnnotationId)?.codings).toEqual([])
  })

  it('removes a text with the highlight that is just being made in it', async () => {
    const coding = windows[0]('project.do', {
      type: 'annotation.add',
      annotation: makeAnnotation('a1', 'd1')
    })
    const removing = windows[1]('project.removeDocument', 'd1')
    await done(coding)
    await done(removing)
    expect(session.state.documents.has('d1' as DocumentId)).toBe(false)
    await done(session.undo(coder.id))
    expect(session.state.annotations.get('d1' as DocumentId)?.has('a1' as AnnotationId)).toBe(true)
  })
})
