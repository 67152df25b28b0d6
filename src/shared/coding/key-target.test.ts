import { describe, expect, it } from 'vitest'
import type { Annotation } from '../model/annotation'
import { AnnotationIndex } from '../model/annotation-index'
import type { AnnotationId, DocumentId } from '../model/ids'
import { LazyMap } from '../model/lazy-map'
import { span } from '../model/span'
import { hash } from '../testing/sample-records'
import { annotationBetween, p, type TaggedText, tag } from '../testing/tagged-text'
import { atCaret, type Choice, choiceAfterMove, chosenNothing, keyTarget } from './key-target'

const d1 = 'd1' as DocumentId

function shown(...annotations: Annotation[]): Record<DocumentId, AnnotationIndex> {
  const all = annotations.reduce(
    (table, each) => table.set(each.id, each),
    LazyMap.empty<AnnotationId, Annotation>()
  )
  return { [d1]: AnnotationIndex.of(all, hash) }
}

const caretAt = (text: TaggedText, name: string) => ({ document: d1, offset: tag(text, name) })

function chosen(annotation: Annotation, text: TaggedText, name: string): Choice {
  return { kind: 'annotation', id: annotation.id, caret: caretAt(text, name) }
}

/** The id of the annotation that a key acts on; else what kind of thing it acts on. */
function actsOn(
  annotations: readonly Annotation[],
  text: TaggedText,
  caret: string | null,
  choice: Choice = atCaret
): string {
  const target = keyTarget({
    selection: null,
    caret: caret === null ? null : caretAt(text, caret),
    choice,
    passages: shown(...annotations)
  })
  return target.kind === 'annotation' ? target.annotation.id : target.kind
}

describe('what a key acts on', () => {
  const text = p('one <a>two <c>three<d> <x>four<b> five <y>six <e>seven<f>')
  const outer = annotationBetween(text, 'a', 'b', { id: 'outer' })
  const inner = annotationBetween(text, 'c', 'd', { id: 'inner' })
  const other = annotationBetween(text, 'e', 'f', { id: 'other' })
  const all = [outer, inner, other]

  it('is the selection, whatever lies under it', () => {
    const passage = { document: d1, ...span(tag(text, 'c'), tag(text, 'd')) }
    const target = keyTarget({
      selection: passage,
      caret: caretAt(text, 'd'),
      choice: chosen(outer, text, 'd'),
      passages: shown(...all)
    })
    expect(target).toEqual({ kind: 'selection', passage })
  })

  it.each([
    ['inside two, the innermost', 'c', 'inner'],
    ['where one ends, that one', 'd', 'inner'],
    ['inside one alone', 'x', 'outer'],
    ['outside, nothing', 'y', 'nothing']
  ])('is the annotation at the caret: %s', (_, caret, expected) => {
    expect(actsOn(all, text, caret)).toBe(expected)
  })

  it('is nothing where there is no caret', () => {
    expect(actsOn(all, text, null)).toBe('nothing')
  })

  it('is of equally long annotations the newest', () => {
    const older = annotationBetween(text, 'c', 'd', { id: 'a-older', created: '2026-01-01T00:00:00.000Z' })
    const newer = annotationBetween(text, 'c', 'd', { id: 'b-newer', created: '2026-02-01T00:00:00.000Z' })
    expect(actsOn([older, newer], text, 'c')).toBe('b-newer')
    expect(actsOn([newer, older], text, 'c')).toBe('b-newer')
  })

  it('is the annotation that was chosen, though another lies further in', () => {
    expect(actsOn(all, text, 'c', chosen(outer, text, 'c'))).toBe('outer')
    expect(actsOn(all, text, 'd', chosen(outer, text, 'c'))).toBe('outer')
  })

  it('is no longer one that was undone or deleted', () => {
    expect(actsOn([inner, other], text, 'c', chosen(outer, text, 'c'))).toBe('inner')
    expect(actsOn([other], text, 'c', chosen(outer, text, 'c'))).toBe('nothing')
  })

  it('is no longer one that the caret has left', () => {
    expect(actsOn(all, text, 'e', chosen(outer, text, 'c'))).toBe('other')
    expect(actsOn(all, text, 'y', chosen(outer, text, 'c'))).toBe('nothing')
  })

  it('is still one whose end was moved from under the caret', () => {
    const shorter = annotationBetween(text, 'a', 'c', { id: 'outer' })
    expect(actsOn([shorter], text, 'x', chosen(outer, text, 'x'))).toBe('outer')
    expect(actsOn([shorter], text, 'd', chosen(outer, text, 'x'))).toBe('nothing')
  })

  it('is nothing after a deletion, though another lies at the caret', () => {
    expect(actsOn([outer], text, 'c', chosenNothing)).toBe('nothing')
  })

  it('is not an annotation that waits to be settled', () => {
    const waiting = { ...inner, selector: { ...inner.selector, revision: 'b'.repeat(64) as typeof hash } }
    expect(actsOn([waiting], text, 'c', chosen(waiting, text, 'c'))).toBe('nothing')
  })
})

describe('moving the caret', () => {
  const text = p('one <a>two <c>three<d> four<b> five <y>six')
  const outer = annotationBetween(text, 'a', 'b', { id: 'outer' })
  const passages = shown(outer, annotationBetween(text, 'c', 'd', { id: 'inner' }))
  const left = (choice: Choice, name: string) =>
    choiceAfterMove(choice, { caret: caretAt(text, name), passages })

  it('keeps a choice within the annotation, and forgets it outside', () => {
    const choice = chosen(outer, text, 'c')
    expect(left(choice, 'd')).toEqual(chosen(outer, text, 'd'))
    expect(left(choice, 'y')).toBe(atCaret)
    // Once forgotten it is not chosen by coming back.
    expect(left(left(choice, 'y'), 'c')).toBe(atCaret)
  })

  it('ends that nothing was chosen', () => {
    expect(left(chosenNothing, 'c')).toBe(atCaret)
  })
})
