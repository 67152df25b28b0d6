import { describe, expect, it } from 'vitest'
import { annotationOf } from '../../main/rpc/testing/add-text'
import { codingsOf } from '../../shared/model/codings'
import type { ThemeId } from '../../shared/model/ids'
import { makeTheme } from '../../shared/testing/sample-records'
import { JoinedWindow, shownBlocks, shownText } from '../testing/joined-window'
import { change, currentProject, releaseDocument, showDocument } from './project'

const joined = new JoinedWindow()

function annotation() {
  const document = joined.session.state.documents.get(shownText)
  if (!document) throw new Error('there is no such text')
  return annotationOf(document, shownBlocks, 'Snow fell')
}

describe('the project as a window looks things up in it', () => {
  it('keeps the same objects for what has not changed: nothing of it is drawn again', async () => {
    await showDocument(shownText)
    await change({ type: 'annotation.add', annotation: annotation() })
    const before = currentProject()
    await change({ type: 'theme.add', theme: makeTheme('t1'), index: 0 })
    const after = currentProject()
    expect(Object.keys(after.state.themes)).toEqual(['t1'])
    expect(after.state.documents).toBe(before.state.documents)
    expect(after.state.works).toBe(before.state.works)
    expect(after.passages[shownText]).toBe(before.passages[shownText])
  })

  it('has a highlight where it stands as soon as it is there, and no more once it is gone', async () => {
    await showDocument(shownText)
    const own = annotation()
    await change({ type: 'annotation.add', annotation: own })
    expect(currentProject().passages[shownText]?.at(2)).toEqual([own])
    await change({ type: 'annotation.remove', document: shownText, id: own.id })
    expect(currentProject().passages[shownText]?.at(2) ?? []).toEqual([])
  })

  it('forgets a text that is deleted while it is shown, and its highlights with it', async () => {
    await showDocument(shownText)
    await change({ type: 'annotation.add', annotation: annotation() })
    expect((await joined.other('project.removeDocuments', [shownText])).ok).toBe(true)
    await joined.caughtUp()
    expect(currentProject().state.documents[shownText]).toBeUndefined()
    expect(currentProject().passages[shownText]).toBeUndefined()
    releaseDocument(shownText)
    await joined.other('project.undo', null)
    await joined.caughtUp()
    await showDocument(shownText)
    expect(currentProject().passages[shownText]?.ordered).toHaveLength(1)
  })

  it('counts the highlights of a theme as they are, also of texts that are not shown', async () => {
    await change({ type: 'theme.add', theme: makeTheme('t1'), index: 0 })
    const own = annotation()
    const codings = codingsOf(['t1' as ThemeId], own.coder, own.created)
    await joined.other('project.do', { type: 'annotation.add', annotation: { ...own, codings } })
    await joined.caughtUp()
    expect(currentProject().counts.themes['t1' as ThemeId]).toBe(1)
    expect(currentProject().passages[shownText]).toBeUndefined()
  })
})
