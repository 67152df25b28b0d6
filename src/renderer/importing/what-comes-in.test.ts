import { describe, expect, it } from 'vitest'
import type { Imported, ImportedText, ImportFile } from '../../shared/ipc/import-answers'
import type { DocumentId } from '../../shared/model/ids'
import { metadataLimits } from '../../shared/model/metadata-limits'
import { makeDocument } from '../../shared/testing/sample-records'
import { i18n } from '../state/i18n'
import { useUiState } from '../state/ui-state'
import { draftOf, draftProblem } from './import-draft'
import { outcomeTold, readyTold } from './import-outcome'
import { factsTold, textChoices } from './sidecar-texts'
import { textName } from './use-sidecars'

const text: ImportedText = {
  blocks: [
    { kind: 'paragraph', text: 'Snow fell.', furniture: false },
    { kind: 'paragraph', text: 'Share this page', furniture: false },
    { kind: 'paragraph', text: 'Imprint', furniture: true }
  ],
  title: 'Notes of winter',
  language: 'en',
  published: null,
  event: null,
  csl: {},
  publisher: '',
  source: 'https://news.example/a',
  credit: '',
  rendering: 'unknown',
  proposed: ['title'],
  encoding: 'utf-8',
  words: 2,
  attributes: {},
  sheet: null,
  chapters: 0,
  part: '',
  warnings: [],
  highlights: 0,
  signs: []
}
const file: ImportFile = {
  key: 'f1',
  reading: 1,
  name: 'a.txt',
  path: '/a.txt',
  known: null,
  error: null,
  work: 'Winter',
  parsed: text
}
const nothing: Imported = {
  documents: [],
  refused: [],
  warnings: [],
  highlights: { found: 0, toConfirm: 0, orphans: 0, known: 0, notes: 0 },
  references: 0
}

describe('a text on its way in', () => {
  it('is proposed as it was read; one that is there already only where a person asks for it', () => {
    expect(draftOf(file, text)).toMatchObject({ included: true, work: 'Winter', furniture: new Set([2]) })
    expect(draftOf(file, text).metadata).toMatchObject({ title: 'Notes of winter', proposed: ['title'] })
    expect(draftOf({ ...file, known: 'd1' as DocumentId }, text).included).toBe(false)
  })

  it('leaves out lines that were left out of the same site before', () => {
    useUiState.setState({ lines: { 'news.example': ['share this page'] } })
    const { furniture } = draftOf(file, text)
    const other = draftOf(file, { ...text, source: 'https://elsewhere.example/a' }).furniture
    useUiState.setState({ lines: {} })
    expect([[...furniture].sort(), [...other]]).toEqual([[1, 2], [2]])
  })

  it('is said to be wrong while it is wanted and cannot come in', () => {
    const draft = draftOf(file, text)
    expect(draftProblem(draft)).toBeNull()
    const untitled = { ...draft, metadata: { ...draft.metadata, title: ' ' } }
    expect(draftProblem(untitled)).toMatchObject({ field: 'title' })
    expect(draftProblem({ ...untitled, included: false })).toBeNull()
    expect(draftProblem({ ...draft, work: 'x'.repeat(metadataLimits.title + 1) })).toMatchObject({
      field: 'work'
    })
  })
})

describe('what an import says of itself', () => {
  it('counts everything that came in, and what waits for a person', () => {
    const id = 'd1' as DocumentId
    const told = outcomeTold({
      ...nothing,
      documents: [id],
      highlights: { found: 3, toConfirm: 1, orphans: 2, known: 4, notes: 0 },
      references: 5
    })
    const parts = [
      i18n.t('import.done', { count: 1 }),
      i18n.t('sidecar.found', { count: 3 }),
      i18n.t('sidecar.waiting', { count: 3 }),
      i18n.t('sidecar.alreadyThere', { count: 4 }),
      i18n.t('sidecar.references', { count: 5 })
    ]
    expect(told).toBe(parts.join(' · '))
    expect(outcomeTold(nothing)).toBe(i18n.t('sidecar.codebookTaken'))
  })

  it('says what is ready, or that nothing is', () => {
    expect(readyTold(0, 0)).toBe(i18n.t('import.nothing'))
    expect(readyTold(2, 1)).toBe(
      `${i18n.t('import.ready', { count: 2 })} · ${i18n.t('sidecar.ready', { count: 1 })}`
    )
  })
})

describe('the texts that a reference may be of', () => {
  const there = {
    d1: { ...makeDocument('d1'), title: 'Text 10', publisher: 'Press' },
    d2: { ...makeDocument('d2'), title: 'Text 9' }
  }

  it('are those on their way in that are wanted, then those of the project, in the order of people', () => {
    const drafts = { f1: draftOf(file, text), f2: { ...draftOf(file, text), included: false } }
    expect([...textChoices(drafts, there).keys()]).toEqual([
      textName({ key: 'f1' }),
      textName({ document: 'd2' as DocumentId }),
      textName({ document: 'd1' as DocumentId })
    ])
  })

  it('say what would be set, and how much is known differently there', () => {
    const facts = { publisher: 'Other Press', title: 'Text 10', csl: {}, attributes: {} }
    const known = { metadata: there.d1 }
    const kept = factsTold(known, facts, false)
    expect(kept).toEqual({ does: i18n.t('sidecar.setsNothing'), differing: 1 })
    const replaced = factsTold(known, facts, true)
    expect(replaced.does).toContain(i18n.t('sidecar.field.publisher'))
  })
})
