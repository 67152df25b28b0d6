import { beforeEach, describe, expect, it } from 'vitest'
import { addText, paragraphs } from '../../main/rpc/testing/add-text'
import { currentText } from '../../shared/model/current-text'
import type { DocumentId, WorkId } from '../../shared/model/ids'
import type { Span } from '../../shared/model/offsets'
import { change, currentProject } from '../state/project'
import { JoinedWindow, shownText } from '../testing/joined-window'
import { HookPage } from '../testing/render-hook'
import { useComparison, useFindings } from './use-comparison'

const joined = new JoinedWindow()
const page = new HookPage()
const work = 'w1' as WorkId
const other = 'd2' as DocumentId

beforeEach(async () => {
  await change({ type: 'work.add', work: { id: work, title: 'Winter', order: [] } })
  await joined.other('project.edit', {
    type: 'document.facts',
    id: shownText,
    seen: facts(shownText),
    wanted: { ...facts(shownText), works: [work] }
  })
  await addText(
    joined.session,
    other,
    paragraphs('Snow fell in the night.', 'The office opened rather late.'),
    { works: [work] }
  )
  await joined.caughtUp()
})

function facts(id: DocumentId) {
  const document = joined.session.state.documents.get(id)
  if (!document) throw new Error('there is no such text')
  const {
    id: _,
    added: __,
    original: ___,
    revisions: ____,
    words: _____,
    furniture: ______,
    ...own
  } = document
  return own
}

const shown = (...ids: DocumentId[]) => ids.flatMap((id) => currentProject().state.documents[id] ?? [])

const spans = (all: readonly Span[] = []) => all.map(({ start, end }) => ({ start, end }))

const open = (ids: DocumentId[]) =>
  page.render((versions: readonly DocumentId[]) => {
    const documents = shown(...versions)
    const { compared } = useComparison(documents, work)
    return { compared, findings: useFindings(documents, compared, shownText) }
  }, ids)

describe('a comparison in a window', () => {
  it('has the rows of the texts that are shown, and how they part; none while there is but one', async () => {
    const hook = await open([shownText, other])
    expect(hook.now()).toEqual({ compared: null, findings: null })
    await expect.poll(() => hook.now().findings?.length, { timeout: 5000 }).toBe(2)
    expect(hook.now().compared?.rows).toHaveLength(2)
    expect(Object.keys(currentProject().texts).sort()).toEqual([shownText, other])
    hook.draw([shownText])
    expect(hook.now().compared).toBeNull()
    expect(hook.now().findings).toBeNull()
  })

  it('never shows rows of a text that has been corrected since', async () => {
    const hook = await open([shownText, other])
    await expect.poll(() => hook.now().compared?.rows.length, { timeout: 5000 }).toBe(2)
    const document = currentProject().state.documents[other]
    const before = hook.now().compared
    await joined.other('document.correct', {
      document: other,
      block: 0,
      text: 'Much snow fell in the night.',
      revision: document && currentText(document)
    })
    await joined.caughtUp()
    hook.draw([shownText, other])
    expect(hook.now().compared).toBeNull()
    await expect.poll(() => hook.now().compared?.rows.length, { timeout: 5000 }).toBe(2)
    expect(hook.now().compared).not.toEqual(before)
    const [first] = hook.now().compared?.rows ?? []
    expect(JSON.stringify(first)).toContain('28')
  })

  it('follows links that another window corrects', async () => {
    const hook = await open([shownText, other])
    await expect.poll(() => hook.now().compared?.rows.length, { timeout: 5000 }).toBe(2)
    const seen = shown(shownText, other).map((each) => ({ document: each.id, revision: currentText(each) }))
    const [row] = hook.now().compared?.rows ?? []
    const corrections = [{ version: other, links: [{ a: spans(row?.cells[0]), b: spans(row?.cells[1]) }] }]
    const wanted = {
      shown: { documents: [shownText, other], known: null },
      seen,
      base: shownText,
      corrections
    }
    expect(await joined.other('compare.correct', wanted)).toMatchObject({ ok: true })
    await expect.poll(() => hook.now().compared?.rows[0]?.byHand, { timeout: 5000 }).toEqual([false, true])
    await expect.poll(() => hook.now().findings?.length, { timeout: 5000 }).toBe(2)
  })
})
