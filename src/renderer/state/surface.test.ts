import { beforeEach, describe, expect, it } from 'vitest'
import { keyTarget } from '../../shared/coding/key-target'
import type { Annotation } from '../../shared/model/annotation'
import type { DocumentId } from '../../shared/model/ids'
import { span } from '../../shared/model/span'
import type { Operation } from '../../shared/operations/operation'
import { blankState, coder, makeDocument } from '../../shared/testing/sample-records'
import { annotationBetween, p, tag } from '../../shared/testing/tagged-text'
import { receiveChange, showProject, useProjectStore } from './project'
import {
  chooseAnnotation,
  chooseNothing,
  forgetChoice,
  moveCaret,
  releaseSelection,
  useSurface
} from './surface'

const d1 = 'd1' as DocumentId
const text = p('one <a>two <c>three<d> four<b> five <e>six')
const outer = annotationBetween(text, 'a', 'b', { id: 'outer' })
const inner = annotationBetween(text, 'c', 'd', { id: 'inner' })

let seq = 0

/** A change as the main process tells of it. */
function hear(operation: Operation): void {
  const counts = { documents: {}, themes: {} }
  receiveChange({ seq: ++seq, operation, counts, realigned: [], canUndo: true, canRedo: true })
}

const add = (annotation: Annotation): Operation => ({ type: 'annotation.add', annotation })
const remove = ({ id }: Annotation): Operation => ({ type: 'annotation.remove', document: d1, id })
const put = (name: string) => moveCaret({ document: d1, offset: tag(text, name) }, null)
const select = (from: string, to: string) =>
  moveCaret(
    { document: d1, offset: tag(text, to) },
    { document: d1, ...span(tag(text, from), tag(text, to)) }
  )

/** What the two stores together say that a key acts on. */
function target(): string {
  const passages = useProjectStore.getState().project?.passages ?? {}
  const found = keyTarget({ ...useSurface.getState(), passages })
  return found.kind === 'annotation' ? found.annotation.id : found.kind
}

beforeEach(() => {
  const { info, themes, groups, memos } = blankState()
  seq = 0
  useProjectStore.setState({ project: null })
  useSurface.setState({ selection: null, caret: null })
  forgetChoice()
  showProject({
    folder: '/tmp/project',
    info,
    themes,
    groups,
    memos,
    documents: { [d1]: makeDocument('d1') },
    works: {},
    counts: { documents: {}, themes: {} },
    seq: 0,
    coder: coder.id,
    canUndo: false,
    canRedo: false,
    readOnly: false,
    problem: null,
    notices: []
  })
  hear(add(outer))
  hear(add(inner))
})

describe('the surface and the project together', () => {
  it('let a key act on nothing that was undone or deleted, in whichever window', () => {
    put('c')
    chooseAnnotation(outer.id)
    expect(target()).toBe('outer')
    hear(remove(outer))
    expect(target()).toBe('inner')
    hear(remove(inner))
    expect(target()).toBe('nothing')
  })

  it('act on nothing after a deletion, and on what is there again after its undoing', () => {
    put('c')
    chooseNothing()
    hear(remove(inner))
    expect(target()).toBe('nothing')
    forgetChoice()
    hear(add(inner))
    expect(target()).toBe('inner')
  })

  it('keep a choice while the caret stays in it, and drop it when the caret leaves', () => {
    put('c')
    chooseAnnotation(outer.id)
    put('d')
    expect(target()).toBe('outer')
    put('e')
    expect(target()).toBe('nothing')
    put('c')
    expect(target()).toBe('inner')
  })

  it('come back from a selection to what was chosen about it', () => {
    put('c')
    chooseAnnotation(outer.id)
    select('c', 'd')
    expect(target()).toBe('selection')
    put('d')
    expect(target()).toBe('outer')
  })

  it('act on nothing from the press of a button until it is let go', () => {
    select('c', 'd')
    releaseSelection()
    expect(target()).toBe('nothing')
    put('c')
    expect(target()).toBe('inner')
  })

  it('keep what has not changed the same object, so that nothing is drawn again', () => {
    select('c', 'd')
    const before = useSurface.getState()
    select('c', 'd')
    expect(useSurface.getState()).toBe(before)
    hear(add({ ...outer, id: 'other' as typeof outer.id }))
    expect(useSurface.getState()).toBe(before)
  })
})
