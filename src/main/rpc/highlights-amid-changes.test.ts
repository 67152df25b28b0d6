import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AnnotationId, DocumentId, ThemeId } from '../../shared/model/ids'
import type { QualityMark } from '../../shared/model/quality'
import { qualityMarks } from '../../shared/model/quality-marks'
import { Operation } from '../../shared/operations/operation'
import { coder, makeAnnotation, makeDocument, makeTheme } from '../../shared/testing/sample-records'
import { done, openTwoWindows, type TwoWindows } from './testing/two-windows'

const document = 'd0' as DocumentId
const annotation = 'a0' as AnnotationId

let two: TwoWindows
let session: TwoWindows['session']
let windows: TwoWindows['windows']

/** One project for all tests: each begins by going back to what it was. */
beforeAll(async () => {
  two = await openTwoWindows([
    { type: 'theme.add', theme: makeTheme('t1'), index: 0 },
    ...['d0', 'd1'].map((id): Operation => ({ type: 'document.add', document: makeDocument(id) })),
    { type: 'annotation.add', annotation: makeAnnotation(annotation, 'd0') }
  ])
  session = two.session
  windows = two.windows
})

beforeEach(() => two.reset())

afterAll(() => two.close())

const sorted = (list: readonly unknown[]) => [...list].sort()
const there = () => session.state.documents.get(document) ?? makeDocument('none')

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
    const removing = windows[1]('project.removeDocuments', ['d1'])
    await done(coding)
    await done(removing)
    expect(session.state.documents.has('d1' as DocumentId)).toBe(false)
    await done(session.undo(coder.id))
    expect(session.state.annotations.get('d1' as DocumentId)?.has('a1' as AnnotationId)).toBe(true)
  })
})
