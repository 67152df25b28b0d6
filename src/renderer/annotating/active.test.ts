import { beforeEach, describe, expect, it } from 'vitest'
import { annotationOf } from '../../main/rpc/testing/add-text'
import type { AnnotationId } from '../../shared/model/ids'
import { change, showDocument } from '../state/project'
import { moveCaret, showSurface, useSurface } from '../state/surface'
import { JoinedWindow, shownBlocks, shownText } from '../testing/joined-window'
import { plainSurface, selectWords } from '../testing/plain-surface'
import { activate, step } from './active'
import { removeActive } from './passage-actions'
import { activeAnnotation, annotationsAtCaret, shownAnnotation, targetPassage } from './target'

const joined = new JoinedWindow()
const passages = ['Snow fell in the night', 'Snow', 'office', 'late']

beforeEach(async () => {
  await showDocument(shownText)
  showSurface(plainSurface)
  const document = joined.session.state.documents.get(shownText)
  if (!document) throw new Error('no text')
  for (const [at, words] of passages.entries()) {
    const id = `a${at}` as AnnotationId
    await change({
      type: 'annotation.add',
      annotation: { ...annotationOf(document, shownBlocks, words), id }
    })
  }
  await joined.caughtUp()
})

const active = () => activeAnnotation()?.selector.exact

describe('stepping through highlights', () => {
  it('meets each once, on and back, also those that begin at one place', () => {
    moveCaret({ document: shownText, offset: 0 }, null)
    activate(shownAnnotation('a0' as AnnotationId) ?? fail())
    const met = [active()]
    for (let at = 1; at < passages.length; at++) {
      step(1)
      met.push(active())
    }
    expect([...met].sort()).toEqual([...passages].sort())
    const back = [active()]
    for (let at = 1; at < passages.length; at++) {
      step(-1)
      back.push(active())
    }
    expect(back.reverse()).toEqual(met)
  })

  it('stays on the last one', () => {
    activate(shownAnnotation('a3' as AnnotationId) ?? fail())
    step(1)
    expect(active()).toBe('late')
  })
})

describe('what a key acts on', () => {
  it('is what is selected before what is at the caret', () => {
    activate(shownAnnotation('a2' as AnnotationId) ?? fail())
    expect(active()).toBe('office')
    selectWords('opened')
    expect(active()).toBeUndefined()
    expect(targetPassage()).toEqual({ ...useSurface.getState().selection })
  })

  it('is the one that was gone to, among those at the caret', () => {
    activate(shownAnnotation('a0' as AnnotationId) ?? fail())
    expect(annotationsAtCaret().map(({ selector }) => selector.exact)).toEqual([
      'Snow',
      'Snow fell in the night'
    ])
    expect(active()).toBe('Snow fell in the night')
  })

  it('is nothing once that is deleted, whatever lies around it', async () => {
    activate(shownAnnotation('a1' as AnnotationId) ?? fail())
    await removeActive()
    await joined.caughtUp()
    expect(shownAnnotation('a1' as AnnotationId)).toBeNull()
    expect(active()).toBeUndefined()
    await removeActive()
    expect(joined.session.state.annotations.get(shownText)?.size).toBe(passages.length - 1)
  })
})

function fail(): never {
  throw new Error('it is not shown')
}
