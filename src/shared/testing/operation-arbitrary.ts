import fc from 'fast-check'
import { codingsOf } from '../model/codings'
import type {
  AnnotationId,
  CoderId,
  DocumentId,
  FormulaId,
  GroupId,
  MemoId,
  ParallelId,
  RenderingId,
  SavedQueryId,
  ThemeId,
  WorkId
} from '../model/ids'
import type { MemoSubject } from '../model/memo'
import { utf16 } from '../model/span'
import type { Operation, SimpleOperation } from '../operations/operation'
import {
  hash,
  makeAnnotation,
  makeDocument,
  makeFormula,
  makeGroup,
  makeMemo,
  makeRendering,
  makeRevisions,
  makeSavedQuery,
  makeTheme
} from './sample-records'

/** Random operations over a few ids, so that many of them meet. For property tests. */
const pick = <T extends string>(prefix: string, count: number) =>
  fc.integer({ min: 0, max: count - 1 }).map((number) => `${prefix}${number}` as T)
const theme = pick<ThemeId>('t', 4)
const document = pick<DocumentId>('d', 3)
const work = pick<WorkId>('w', 2)
const annotation = pick<AnnotationId>('a', 5)
const coder = pick<CoderId>('c', 3)
const group = pick<GroupId>('g', 2)
const memo = pick<MemoId>('m', 3)
const query = pick<SavedQueryId>('q', 2)
const formula = pick<FormulaId>('f', 3)
const rendering = pick<RenderingId>('r', 3)
const themes = fc.uniqueArray(theme, { maxLength: 3 })
const about: fc.Arbitrary<MemoSubject> = fc.oneof(
  fc.constant<MemoSubject>({ kind: 'project' }),
  document.map((id): MemoSubject => ({ kind: 'document', id })),
  theme.map((id): MemoSubject => ({ kind: 'theme', id })),
  fc.constant<MemoSubject>({ kind: 'formula', phrase: '最多跑一次' })
)
const index = fc.integer({ min: 0, max: 5 })
const name = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== '')

const time = '2026-02-03T04:05:06.000Z'

const simple: fc.Arbitrary<SimpleOperation> = fc.oneof(
  name.map((text): SimpleOperation => ({ type: 'project.rename', name: text })),
  fc
    .record({ id: coder, text: name })
    .map(
      ({ id, text }): SimpleOperation => ({ type: 'coder.add', coder: { id, name: text, colour: '#112233' } })
    ),
  fc
    .record({ id: coder, text: name })
    .map(({ id, text }): SimpleOperation => ({ type: 'coder.update', id, patch: { name: text } })),
  coder.map((id): SimpleOperation => ({ type: 'coder.remove', id })),
  fc.record({ id: theme, parent: fc.option(theme), index }).map(
    ({ id, parent, index: place }): SimpleOperation => ({
      type: 'theme.add',
      theme: makeTheme(id, parent),
      index: place
    })
  ),
  fc.record({ id: theme, text: name }).map(
    ({ id, text }): SimpleOperation => ({
      type: 'theme.update',
      id,
      patch: { name: text, description: text }
    })
  ),
  fc
    .record({ id: theme, parent: fc.option(theme), index })
    .map(
      ({ id, parent, index: place }): SimpleOperation => ({ type: 'theme.move', id, parent, index: place })
    ),
  theme.map((id): SimpleOperation => ({ type: 'theme.remove', id })),
  fc.uniqueArray(theme, { maxLength: 4 }).map(
    (ids): SimpleOperation => ({
      type: 'codebook.replace',
      themes: Object.fromEntries(ids.map((id, order) => [id, { ...makeTheme(id), order }]))
    })
  ),
  fc
    .record({ id: group, themes })
    .map((own): SimpleOperation => ({ type: 'group.add', group: makeGroup(own.id, own.themes) })),
  fc
    .record({ id: group, themes })
    .map(({ id, themes: own }): SimpleOperation => ({ type: 'group.update', id, patch: { themes: own } })),
  group.map((id): SimpleOperation => ({ type: 'group.remove', id })),
  fc
    .record({ id: memo, about })
    .map((own): SimpleOperation => ({ type: 'memo.add', memo: makeMemo(own.id, own.about) })),
  fc
    .record({ id: memo, about, text: name })
    .map(
      ({ id, about: of, text }): SimpleOperation => ({ type: 'memo.update', id, patch: { about: of, text } })
    ),
  memo.map((id): SimpleOperation => ({ type: 'memo.remove', id })),
  query.map((id): SimpleOperation => ({ type: 'query.add', query: makeSavedQuery(id) })),
  fc
    .record({ id: query, text: name })
    .map(({ id, text }): SimpleOperation => ({ type: 'query.update', id, patch: { memo: text, trail: [] } })),
  query.map((id): SimpleOperation => ({ type: 'query.remove', id })),
  fc.record({ id: formula, to: fc.option(formula) }).map(
    ({ id, to }): SimpleOperation => ({
      type: 'formula.add',
      formula: {
        ...makeFormula(id, ['四个意识']),
        links: to === null ? [] : [{ kind: 'partOf', formula: to }]
      }
    })
  ),
  fc.record({ id: formula, text: name, to: fc.option(formula) }).map(
    ({ id, text, to }): SimpleOperation => ({
      type: 'formula.update',
      id,
      patch: { forms: [text], gloss: text, links: to === null ? [] : [{ kind: 'replaces', formula: to }] }
    })
  ),
  formula.map((id): SimpleOperation => ({ type: 'formula.remove', id })),
  fc.record({ of: formula, id: rendering, text: name }).map(
    ({ of, id, text }): SimpleOperation => ({
      type: 'rendering.add',
      formula: of,
      rendering: makeRendering(id, text, 'proposed')
    })
  ),
  fc.record({ of: formula, id: rendering, text: name }).map(
    ({ of, id, text }): SimpleOperation => ({
      type: 'rendering.update',
      formula: of,
      id,
      patch: { status: 'rejected', note: text }
    })
  ),
  fc
    .record({ of: formula, id: rendering })
    .map(({ of, id }): SimpleOperation => ({ type: 'rendering.remove', formula: of, id })),
  fc.record({ text: name, coder }).map(
    ({ text, coder: by }): SimpleOperation => ({
      type: 'candidate.dismiss',
      key: `en:${text}`,
      dismissal: { coder: by, time }
    })
  ),
  name.map((text): SimpleOperation => ({ type: 'candidate.restore', key: `en:${text}` })),
  fc.record({ of: document, coder, isDecided: fc.boolean() }).map(
    ({ of, coder: by, isDecided }): SimpleOperation => ({
      type: 'finding.decide',
      key: `${of}.figure.0123456789abcdef`,
      decision: isDecided ? { status: 'confirmed', coder: by, time } : null
    })
  ),
  work.map((id): SimpleOperation => ({ type: 'work.add', work: { id, title: id, order: [] } })),
  fc
    .record({ id: work, text: name, order: fc.uniqueArray(document) })
    .map(
      ({ id, text, order }): SimpleOperation => ({ type: 'work.update', id, patch: { title: text, order } })
    ),
  work.map((id): SimpleOperation => ({ type: 'work.remove', id })),
  fc
    .record({ id: document, of: fc.option(work) })
    .map(({ id, of }): SimpleOperation => ({ type: 'document.add', document: makeDocument(id, of) })),
  fc.record({ id: document, text: name, of: fc.uniqueArray(work, { maxLength: 2 }) }).map(
    ({ id, text, of }): SimpleOperation => ({
      type: 'document.update',
      id,
      patch: { title: text, works: of }
    })
  ),
  fc
    .record({ id: document, marks: fc.array(index, { maxLength: 3 }) })
    .map(({ id, marks }): SimpleOperation => ({ type: 'document.furnish', id, furniture: marks })),
  fc.record({ id: document, marks: fc.array(index, { maxLength: 3 }), words: index, again: index }).map(
    ({ id, marks, words, again }): SimpleOperation => ({
      type: 'document.revise',
      id,
      revisions: makeRevisions(1 + (again % 3)),
      furniture: marks,
      words,
      original: makeDocument(id).original
    })
  ),
  document.map((id): SimpleOperation => ({ type: 'document.remove', id })),
  fc.record({ id: annotation, document, themes }).map(
    (own): SimpleOperation => ({
      type: 'annotation.add',
      annotation: makeAnnotation(own.id, own.document, own.themes)
    })
  ),
  fc.record({ id: annotation, document, text: name, themes }).map(
    ({ id, document: of, text, themes: own }): SimpleOperation => ({
      type: 'annotation.update',
      document: of,
      id,
      patch: {
        memo: text,
        codings: codingsOf(own, 'c1' as CoderId, time),
        quality: ['calque'],
        parallel: 'l1' as ParallelId,
        proposal: { revision: hash, start: utf16(0), end: utf16(1), confidence: 0.5 }
      }
    })
  ),
  fc
    .record({ id: annotation, document })
    .map((own): SimpleOperation => ({ type: 'annotation.remove', ...own })),
  fc.record({ id: annotation, document, theme, coder, place: fc.option(index) }).map(
    ({ id, document: of, theme: own, coder: by, place }): SimpleOperation => ({
      type: 'coding.add',
      document: of,
      id,
      coding: { theme: own, coder: by, created: time },
      ...(place === null ? {} : { index: place }),
      modified: time
    })
  ),
  fc
    .record({ id: annotation, document, theme, coder })
    .map((own): SimpleOperation => ({ type: 'coding.remove', ...own, modified: time })),
  fc.record({ text: name, kind: fc.constantFrom('number' as const, 'date' as const, null) }).map(
    ({ text, kind }): SimpleOperation => ({
      type: 'attribute.define',
      name: text,
      definition: kind === null ? null : { type: kind }
    })
  ),
  fc.record({ work, confidence: fc.double({ min: 0, max: 1, noNaN: true }) }).map(
    ({ work: of, confidence }): SimpleOperation => ({
      type: 'alignment.set',
      alignment: {
        work: of,
        a: 'd0' as DocumentId,
        b: 'd1' as DocumentId,
        revisionA: hash,
        revisionB: hash,
        links: [{ a: [], b: [], confidence, origin: 'hand' }]
      }
    })
  ),
  work.map(
    (of): SimpleOperation => ({
      type: 'alignment.remove',
      work: of,
      a: 'd0' as DocumentId,
      b: 'd1' as DocumentId
    })
  )
)

export const operationArbitrary: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 6, arbitrary: simple },
  {
    weight: 1,
    arbitrary: fc
      .array(simple, { minLength: 1, maxLength: 4 })
      .map((operations): Operation => ({ type: 'batch', label: 'recode', operations }))
  }
)
