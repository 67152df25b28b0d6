import { beforeEach, describe, expect, it } from 'vitest'
import { annotationOf } from '../../main/rpc/testing/add-text'
import type { Annotation } from '../../shared/model/annotation'
import { currentText } from '../../shared/model/current-text'
import type { AnnotationId, DocumentId } from '../../shared/model/ids'
import { span } from '../../shared/model/span'
import { coder, hash } from '../../shared/testing/sample-records'
import { canonicalText } from '../../shared/text/canonical'
import { showDocument } from '../state/project'
import { moveCaret, showSurface, useSurface } from '../state/surface'
import { undoChange } from '../state/undoing'
import { JoinedWindow, shownBlocks, shownText } from '../testing/joined-window'
import { plainSurface, selectWords } from '../testing/plain-surface'
import { accept, choose, placeAtSelection, refuse, remove, useReview } from './review-anchors'

const joined = new JoinedWindow()
const text = canonicalText(shownBlocks)
let waiting: Annotation

/** A highlight that was found in an earlier state of the text, and may be at “The office” in this one. */
beforeEach(async () => {
  const document = joined.session.state.documents.get(shownText)
  const [present] = document?.revisions ?? []
  if (!document || !present) throw new Error('no text')
  const { furniture, words, original } = document
  const revisions = [{ ...present, text: hash }, present]
  const revised = { id: shownText, revisions, furniture: [...furniture], words, original }
  await joined.session.do({ type: 'document.revise', ...revised }, coder.id)
  await joined.caughtUp()
  await showDocument(shownText)
  showSurface(plainSurface)
  const found = annotationOf(document, shownBlocks, 'Snow fell')
  const start = text.indexOf('The office')
  const proposal = { revision: currentText(document), ...span(start, start + 10), confidence: 0.6 }
  waiting = { ...found, selector: { ...found.selector, revision: hash }, proposal }
  await joined.session.do({ type: 'annotation.add', annotation: waiting }, coder.id)
  await joined.caughtUp()
})

async function saved(): Promise<Annotation | undefined> {
  await joined.caughtUp()
  return joined.session.state.annotations.get(shownText)?.get(waiting.id)
}

describe('a passage that waits to be reviewed', () => {
  it('is shown where it may stand, selected', () => {
    choose(waiting)
    expect(useReview.getState().chosen).toBe(waiting.id)
    const { selection } = useSurface.getState()
    expect(selection && text.slice(selection.start, selection.end)).toBe('The office')
  })

  it('stands where it was proposed, once that is accepted; one undo takes it back', async () => {
    expect(await accept(waiting)).toBe(true)
    const settled = await saved()
    expect(settled?.selector.exact).toBe('The office')
    expect(settled?.proposal).toBeNull()
    await undoChange()
    expect(await saved()).toEqual(waiting)
  })

  it('is not put where another state of the text was meant', async () => {
    const proposal = waiting.proposal && { ...waiting.proposal, revision: hash }
    expect(await accept({ ...waiting, proposal })).toBe(false)
    expect(await accept({ ...waiting, proposal: null })).toBe(false)
    expect(await saved()).toEqual(waiting)
  })

  it('keeps its words as an orphan where the proposal is refused', async () => {
    expect(await refuse(waiting)).toBe(true)
    expect(await saved()).toEqual({ ...waiting, proposal: null })
  })

  it('is placed by hand at what is selected, and nowhere else', async () => {
    moveCaret(null, null)
    expect(await placeAtSelection(waiting)).toBe(false)
    moveCaret(null, { document: 'd2' as DocumentId, ...span(0, 4) })
    expect(await placeAtSelection(waiting)).toBe(false)
    expect(await saved()).toEqual(waiting)
    selectWords('opened late')
    expect(await placeAtSelection(waiting)).toBe(true)
    expect((await saved())?.selector.exact).toBe('opened late')
  })

  it('is removed alone', async () => {
    const id = 'aother' as AnnotationId
    await joined.session.do({ type: 'annotation.add', annotation: { ...waiting, id } }, coder.id)
    expect(await remove(waiting)).toBe(true)
    expect(await saved()).toBeUndefined()
    expect([...(joined.session.state.annotations.get(shownText)?.keys() ?? [])]).toEqual([id])
  })
})
