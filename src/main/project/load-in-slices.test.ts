import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { AnnotationId, DocumentId } from '../../shared/model/ids'
import { plainState } from '../../shared/model/state'
import { coder, makeAnnotation } from '../../shared/testing/sample-records'
import { EmptyProject } from '../import/testing/empty-project'
import { addText, paragraphs } from '../rpc/testing/add-text'

const desk = new EmptyProject()
const document = 'd1' as DocumentId

it('a text of very many highlights is read from disk while other work goes on, and read the same', async () => {
  const text = await addText(desk.session, document, paragraphs('Text about forms.'))
  const revision = text.revisions[0]?.text
  if (!revision) throw new Error('no text')
  const operations = Array.from({ length: 4000 }, (_, at) => {
    const blank = makeAnnotation(`a${at}`, document)
    const selector = { ...blank.selector, revision }
    return {
      type: 'annotation.add' as const,
      annotation: { ...blank, id: `a${at}` as AnnotationId, selector, memo: `Note ${at}` }
    }
  })
  const added = await desk.session.do({ type: 'batch', label: 'import', operations }, coder.id)
  expect(added.ok).toBe(true)
  const before = plainState(desk.session.state)
  await desk.reopen()

  const { state } = desk.session
  expect([...state.annotations.unread()]).toEqual([document])
  let turns = 0
  let loading = true
  const counting = (async () => {
    while (loading) {
      await nextTurn()
      turns++
    }
  })()
  await desk.session.loadAll()
  loading = false
  await counting
  // One look at the clock between two slices, and slices of six milliseconds: reading it at once would give a turn or two.
  expect(turns).toBeGreaterThan(3)
  expect(plainState(desk.session.state)).toEqual(before)
})
