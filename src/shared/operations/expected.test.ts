import { describe, expect, it } from 'vitest'
import type { DraftTarget } from '../drafts/draft'
import { cleaned, savingOperation, storedText, textProblem } from '../drafts/draft-target'
import type { AnnotationId, CoderId, DocumentId, FormulaId, MemoId, RenderingId, ThemeId } from '../model/ids'
import type { ProjectState } from '../model/state'
import {
  blankState,
  makeAnnotation,
  makeDocument,
  makeFormula,
  makeMemo,
  makeRendering,
  makeTheme
} from '../testing/sample-records'
import { countedState } from './counted-state'
import { Operation } from './operation'
import { perform } from './perform'

const targets: readonly DraftTarget[] = [
  { kind: 'annotation', document: 'd1' as DocumentId, id: 'a1' as AnnotationId, field: 'memo' },
  ...(['title', 'text', 'phrase'] as const).map(
    (field): DraftTarget => ({ kind: 'memo', id: 'm1' as MemoId, field })
  ),
  ...(['name', 'description', 'inclusion', 'exclusion', 'example'] as const).map(
    (field): DraftTarget => ({ kind: 'theme', id: 't1' as ThemeId, field })
  ),
  ...(['pinyin', 'gloss', 'memo'] as const).map(
    (field): DraftTarget => ({ kind: 'formula', id: 'f1' as FormulaId, field })
  ),
  { kind: 'rendering', formula: 'f1' as FormulaId, id: 'r1' as RenderingId, field: 'note' },
  { kind: 'coder', id: 'c1' as CoderId, field: 'name' }
]
const time = '2026-01-02T03:04:05.000Z'

function start(): ProjectState {
  const steps: Operation[] = [
    { type: 'document.add', document: makeDocument('d1') },
    { type: 'annotation.add', annotation: makeAnnotation('a1', 'd1') },
    { type: 'memo.add', memo: makeMemo('m1', { kind: 'formula', phrase: 'old words' }) },
    { type: 'theme.add', theme: makeTheme('t1'), index: 0 },
    { type: 'formula.add', formula: makeFormula('f1', ['四个意识'], [makeRendering('r1', 'four minds')]) }
  ]
  return steps.reduce((state, operation) => done(state, operation).state, blankState())
}

function done(state: ProjectState, operation: Operation) {
  const performed = perform(countedState(state), Operation.parse(operation))
  if (!performed.ok) throw new Error(performed.error.message)
  return { state: performed.value.standing.state, inverse: performed.value.inverse }
}

describe.each(targets.map((target) => ({ target, name: `${target.kind}.${target.field}` })))(
  'a text typed into $name',
  ({ target }) => {
    it('is saved where the project holds what it was made from, and taken back by its inverse', () => {
      const state = start()
      const old = storedText(state, target) ?? ''
      const after = done(state, savingOperation(target, 'new words', old, time))
      expect(storedText(after.state, target)).toBe('new words')
      expect(done(after.state, after.inverse).state).toEqual(state)
    })

    it('does not write over a text that was not seen', () => {
      const state = start()
      const old = storedText(state, target) ?? ''
      const theirs = done(state, savingOperation(target, 'theirs', old, time)).state
      const mine = perform(countedState(theirs), savingOperation(target, 'mine', old, time))
      expect(mine).toMatchObject({ ok: false, error: { kind: 'Conflict', key: 'textChanged' } })
    })

    it('is taken back whatever was expected of it', () => {
      const state = start()
      const old = storedText(state, target) ?? ''
      const after = done(state, savingOperation(target, 'new words', old, time))
      expect(after.inverse).not.toHaveProperty('expected')
    })
  }
)

it('changes of earlier versions, which expect nothing, are read as before', () => {
  const old = { type: 'memo.update', id: 'm1', patch: { text: 'x' } }
  expect(Operation.parse(old)).toEqual(old)
})

it('names are saved without the white space around them, and cannot be empty or too long', () => {
  const name: DraftTarget = { kind: 'theme', id: 't1' as ThemeId, field: 'name' }
  expect(cleaned(name, ' Snow ')).toBe('Snow')
  expect(textProblem(name, '  ')).toEqual({ kind: 'empty' })
  expect(textProblem(name, ` ${'x'.repeat(200)} `)).toBe(null)
  expect(textProblem(name, 'x'.repeat(201))).toEqual({ kind: 'tooLong', most: 200 })
})

it('prose may be empty, and is kept to the letter', () => {
  const memo: DraftTarget = { kind: 'memo', id: 'm1' as MemoId, field: 'text' }
  expect(cleaned(memo, ' a ')).toBe(' a ')
  expect(textProblem(memo, '')).toBe(null)
  expect(textProblem(memo, 'x'.repeat(200_001))).toEqual({ kind: 'tooLong', most: 200_000 })
})
