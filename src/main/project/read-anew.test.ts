import { readFileSync, writeFileSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { AnnotationId, DocumentId } from '../../shared/model/ids'
import { plainState } from '../../shared/model/state'
import { coder, makeAnnotation } from '../../shared/testing/sample-records'
import { EmptyProject } from '../import/testing/empty-project'
import { addText, paragraphs } from '../rpc/testing/add-text'
import { openProject } from './open'

const desk = new EmptyProject()
const document = 'd1' as DocumentId

it('a project whose highlights are read anew is the same one, also while another writes over its files', async () => {
  const text = await addText(desk.session, document, paragraphs('Text about forms.'))
  const revision = text.revisions[0]?.text
  if (!revision) throw new Error('no text')
  for (const [id, memo] of [
    ['a1', 'one'],
    ['a2', '二']
  ] as const) {
    const blank = makeAnnotation(id, document)
    const annotation = { ...blank, memo, selector: { ...blank.selector, revision } }
    expect(await desk.session.do({ type: 'annotation.add', annotation }, coder.id)).toMatchObject({
      ok: true
    })
  }
  await desk.reopen()
  await desk.session.loadAll()
  const held = plainState(desk.session.state)
  const { folder } = desk.session

  const opened = await openProject(folder, { readOnly: true, readAnewFrom: 1 })
  if (!opened.ok) throw new Error(opened.error.message)
  const session = opened.value
  await session.loadAll()
  const passages = session.state.annotations.get(document)
  const first = passages?.get('a1' as AnnotationId)
  expect(first?.memo).toBe('one')
  expect(passages?.get('a1' as AnnotationId)).not.toBe(first)
  expect(plainState(session.state)).toEqual(held)
  // Another program puts a newer file in its place, as the app does: what was opened stays as it was.
  const file = join(folder, 'annotations', `${document}.json`)
  writeFileSync(`${file}.new`, readFileSync(file, 'utf8').replace('"memo":"one"', '"memo":"two"'))
  await rename(`${file}.new`, file)
  expect(passages?.get('a1' as AnnotationId)?.memo).toBe('one')
  await session.close()
})
