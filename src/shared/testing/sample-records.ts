import { defaultSettings } from '../concordance/default-settings'
import type { Annotation } from '../model/annotation'
import { codingsOf } from '../model/codings'
import type { Revision, VariorumDocument } from '../model/document'
import type { Formula, FormulaRendering, RenderingStatus } from '../model/formula'
import type {
  AnnotationId,
  CoderId,
  ContentHash,
  DocumentId,
  FormulaId,
  GroupId,
  MemoId,
  ProjectId,
  RenderingId,
  SavedQueryId,
  ThemeId,
  WorkId
} from '../model/ids'
import type { Memo, MemoSubject } from '../model/memo'
import type { SavedQuery } from '../model/saved-query'
import { utf16 } from '../model/span'
import { emptyState, type ProjectState } from '../model/state'

/** Records for tests, whole and valid; each takes what the test is about. */
const time = '2026-01-02T03:04:05.000Z'
export const hash = 'a'.repeat(64) as ContentHash
export const coder = { id: 'c1' as CoderId, name: 'Coder', colour: '#a2392b' }

export function blankState(): ProjectState {
  return emptyState({
    id: 'p1' as ProjectId,
    name: 'Test',
    created: time,
    coders: { [coder.id]: coder },
    attributes: {},
    queries: {},
    formulae: {},
    dismissed: {},
    findings: {}
  })
}

/** Revisions of one document; the texts of all are of the same hash. */
export function makeRevisions(count: number): Revision[] {
  return Array.from({ length: count }, (_, index) => ({
    text: hash,
    made: time,
    reason: index === 0 ? ('import' as const) : ('correction' as const),
    coder: index === 0 ? null : coder.id,
    furniture: [],
    original: null
  }))
}

export function makeDocument(id: string, work: string | null = null): VariorumDocument {
  return {
    id: id as DocumentId,
    added: time,
    original: { name: `${id}.txt`, sha256: hash, extension: 'txt', bytes: 1, encoding: 'utf-8' },
    revisions: makeRevisions(1),
    words: 1,
    furniture: [],
    title: `Document ${id}`,
    language: 'en',
    rendering: 'unknown',
    works: work === null ? [] : [work as WorkId],
    published: null,
    event: null,
    publisher: '',
    source: '',
    credit: '',
    notes: '',
    attributes: {},
    csl: {},
    proposed: []
  }
}

export function makeAnnotation(id: string, document: string, themes: readonly string[] = []): Annotation {
  return {
    id: id as AnnotationId,
    document: document as DocumentId,
    coder: coder.id,
    created: time,
    modified: time,
    selector: { revision: hash, start: utf16(0), end: utf16(4), exact: 'Text', prefix: '', suffix: '' },
    proposal: null,
    codings: codingsOf(themes as ThemeId[], coder.id, time),
    quality: [],
    memo: '',
    parallel: null
  }
}

export function makeTheme(id: string, parent: string | null = null) {
  return {
    id: id as ThemeId,
    name: `Theme ${id}`,
    colour: '#2f7a82',
    description: '',
    inclusion: '',
    exclusion: '',
    example: '',
    parent: parent as ThemeId | null
  }
}

export function makeGroup(id: string, themes: readonly string[] = []) {
  return { id: id as GroupId, name: `Group ${id}`, themes: themes as ThemeId[] }
}

export function makeMemo(id: string, about: MemoSubject): Memo {
  return {
    id: id as MemoId,
    about,
    title: `Memo ${id}`,
    text: '',
    coder: coder.id,
    created: time,
    modified: time
  }
}

export function makeSavedQuery(id: string): SavedQuery {
  return {
    id: id as SavedQueryId,
    name: `Query ${id}`,
    query: 'visit* NEAR/3 once',
    settings: defaultSettings,
    trail: [{ do: 'order', keys: [{ by: 'slot', slot: 'L1', descending: false }], name: '', memo: 'Why so' }],
    memo: '',
    coder: coder.id,
    created: time,
    modified: time
  }
}

export function makeRendering(
  id: string,
  words: string,
  status: RenderingStatus = 'accepted',
  language = 'en'
): FormulaRendering {
  return { id: id as RenderingId, words, language, status, coder: coder.id, decided: time, note: '' }
}

export function makeFormula(
  id: string,
  forms: readonly string[] = [],
  renderings: readonly FormulaRendering[] = []
): Formula {
  return {
    id: id as FormulaId,
    forms: [...forms],
    pinyin: '',
    gloss: '',
    kind: 'slogan',
    members: [],
    memo: '',
    links: [],
    renderings: Object.fromEntries(renderings.map((each) => [each.id, each])),
    coder: coder.id,
    created: time
  }
}
