import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Metadata } from '../../shared/model/document'
import type { AnnotationId, DocumentId, GroupId, ThemeId, WorkId } from '../../shared/model/ids'
import type { QualityMark } from '../../shared/model/quality'
import { qualityMarks } from '../../shared/model/quality-marks'
import type { Result } from '../../shared/model/result'
import { versionsOf } from '../../shared/model/versions'
import type { Operation } from '../../shared/operations/operation'
import {
  coder,
  makeAnnotation,
  makeDocument,
  makeGroup,
  makeTheme
} from '../../shared/testing/sample-records'
import { done, openTwoWindows, type TwoWindows } from './testing/two-windows'

const themes = ['t0', 't1', 't2', 't3', 't4'] as ThemeId[]
const documents = ['d0', 'd1', 'd2', 'd3', 'd4'] as DocumentId[]
const works = ['w0', 'w1', 'w2', 'w3'] as WorkId[]
const blocks = [0, 1, 2, 3, 4, 5]
const group = 'g0' as GroupId
const annotation = 'a0' as AnnotationId
const [document] = documents
const [work] = works

let two: TwoWindows
let session: TwoWindows['session']
let windows: TwoWindows['windows']

/** One project for all tests: each begins by going back to what it was. */
beforeAll(async () => {
  two = await openTwoWindows([
    ...works.map((id): Operation => ({ type: 'work.add', work: { id, title: id, order: [] } })),
    ...themes.map((id): Operation => ({ type: 'theme.add', theme: makeTheme(id), index: 0 })),
    ...documents.map((id): Operation => ({ type: 'document.add', document: makeDocument(id) })),
    { type: 'group.add', group: makeGroup(group) },
    { type: 'annotation.add', annotation: makeAnnotation(annotation, 'd0') }
  ])
  session = two.session
  windows = two.windows
})

beforeEach(() => two.reset())

afterAll(() => two.close())

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
    expect(session.current.undo).toBe(two.floor)
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
      { type: 'theme.move', id: 't1', parent: 't2', index: 0 },
      { type: 'codebook.replace', themes: codebook }
    ]) {
      const answer = await windows[0]('project.do', operation)
      expect(answer).toMatchObject({ ok: false, error: { key: 'badRequest' } })
    }
  })
})
