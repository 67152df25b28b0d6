import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { currentText } from '../../shared/model/current-text'
import type { DocumentId, WorkId } from '../../shared/model/ids'
import type { Result } from '../../shared/model/result'
import { coder, makeFormula, makeGroup, makeTheme } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import { addText, annotationOf, paragraphs } from './testing/add-text'
import { makeHost } from './testing/make-host'

let home: string
let made: Awaited<ReturnType<typeof makeHost>>
let call: (method: string, input: unknown) => Promise<Result<unknown>>

const blocks = paragraphs('Snow fell in the night.', 'The office opened late.')
const [work, document] = ['w1' as WorkId, 'd1' as DocumentId]

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-direct-'))
  await createProject(join(home, 'project'), 'Direct', coder)
  made = await makeHost(home)
  call = made.addWindow().call
  await call('project.open', { folder: join(home, 'project'), how: 'write' })
})

afterEach(async () => {
  await made.host.close()
  await rm(home, { recursive: true, force: true })
})

function session() {
  const own = made.host.session
  if (!own.ok) throw new Error('no project is open')
  return own.value
}

const asked = (operation: unknown) => call('project.do', operation)

describe('what a window may change just as it says', () => {
  it('is never a whole list that others may have changed, alone or in a batch', async () => {
    await asked({ type: 'theme.add', theme: makeTheme('t1'), index: 0 })
    await asked({ type: 'group.add', group: makeGroup('g1', []) })
    await asked({ type: 'work.add', work: { id: work, title: 'Winter', order: [] } })
    await asked({ type: 'formula.add', formula: makeFormula('f1', ['甲']) })
    const { seq } = session()
    const whole = [
      { type: 'theme.move', id: 't1', parent: null, index: 0 },
      { type: 'group.update', id: 'g1', patch: { themes: ['t1'] } },
      { type: 'work.update', id: work, patch: { order: [] } },
      { type: 'codebook.replace', themes: {} },
      { type: 'formula.update', id: 'f1', patch: { forms: ['乙'] } }
    ]
    for (const operation of whole) {
      expect(await asked(operation)).toMatchObject({ ok: false })
      const batch = {
        type: 'batch',
        label: 'recode',
        operations: [{ type: 'group.update', id: 'g1', patch: { name: 'Other' } }, operation]
      }
      expect(await asked(batch)).toMatchObject({ ok: false })
    }
    expect(session().seq).toBe(seq)
    expect(session().state.groups).toMatchObject({ g1: { name: 'Group g1', themes: [] } })
  })

  it('is a list in the place of the very one that was seen', async () => {
    await asked({ type: 'formula.add', formula: makeFormula('f1', ['甲']) })
    const update = (forms: readonly string[], seen: readonly string[]) =>
      asked({ type: 'formula.update', id: 'f1', patch: { forms }, expected: { forms: seen } })
    expect(await update(['甲', '乙'], ['甲'])).toMatchObject({ ok: true })
    expect(await update(['甲', '丙'], ['甲'])).toMatchObject({ ok: false, error: { key: 'textChanged' } })
  })

  it('is no highlight on a text that is another by now', async () => {
    const before = await addText(session(), document, blocks)
    const annotation = annotationOf(before, blocks, 'office')
    const correction = { document, block: 0, text: 'Much snow fell.', revision: currentText(before) }
    expect(await call('document.correct', correction)).toMatchObject({ ok: true })
    expect(await asked({ type: 'annotation.add', annotation })).toMatchObject({
      ok: false,
      error: { kind: 'Conflict' }
    })
    expect(session().state.annotations.get(document)?.get(annotation.id)).toBeUndefined()
  })
})
