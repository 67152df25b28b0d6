import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { describe as describePassage } from '../../shared/anchoring/describe'
import { currentText } from '../../shared/model/current-text'
import type { DocumentId, ThemeId } from '../../shared/model/ids'
import type { Result } from '../../shared/model/result'
import { span } from '../../shared/model/span'
import { plainState } from '../../shared/model/state'
import { coder, makeTheme } from '../../shared/testing/sample-records'
import { p, tag } from '../../shared/testing/tagged-text'
import { createProject } from '../project/create'
import { addText, annotationOf, paragraphs } from './testing/add-text'
import { makeHost } from './testing/make-host'

const tagged = p(
  'The road was closed until May. The crews <a>lived in <b>tents<c> below <b2>it<d>, and their <e>letters<f> came<g> late.'
)
const blocks = paragraphs(tagged.text)
const document = 'd1' as DocumentId
const [camp, letters, article] = ['t1', 't2', 't3'] as [ThemeId, ThemeId, ThemeId]

let home: string
let made: Awaited<ReturnType<typeof makeHost>>
let call: (method: string, input: unknown) => Promise<Result<unknown>>

async function open() {
  made = await makeHost(home)
  call = made.addWindow().call
  await call('project.open', { folder: join(home, 'project'), how: 'write' })
}

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-slips-'))
  await createProject(join(home, 'project'), 'Slips', coder)
  await open()
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

const stands = () => structuredClone(plainState(session().state))

it('every slip of coding comes back in turn, also after the project was closed, and again forwards', async () => {
  const added = await addText(session(), document, blocks)
  const revision = currentText(added)
  const states = [stands()]
  const done = async (method: string, input: unknown) => {
    expect(await call(method, input)).toMatchObject({ ok: true })
    states.push(stands())
  }
  const asked = (operation: unknown) => done('project.do', operation)
  const modified = () => new Date().toISOString()
  const moved = (id: string, start: string, end: string) => {
    const selector = describePassage(tagged.text, span(tag(tagged, start), tag(tagged, end)), revision)
    return asked({ type: 'annotation.update', document, id, patch: { selector, modified: modified() } })
  }
  await asked({ type: 'theme.add', theme: { ...makeTheme(camp), name: 'Camp' }, index: 0 })
  await asked({ type: 'theme.add', theme: { ...makeTheme(letters), name: 'Letters' }, index: 1 })
  const coded = (words: string, theme: ThemeId, memo: string) => ({
    ...annotationOf(added, blocks, words),
    codings: [{ theme, coder: coder.id, created: modified() }],
    memo
  })
  const first = coded('lived in tents', camp, 'ask the archive')
  const second = coded('tents below it, and their letters', letters, '')
  await asked({ type: 'annotation.add', annotation: first })
  await asked({ type: 'annotation.add', annotation: second })
  await moved(second.id, 'b', 'g')
  await moved(second.id, 'b2', 'g')
  await asked({ type: 'theme.add', theme: { ...makeTheme(article), name: 'Article' }, index: 2 })
  const passages = [...tagged.text.matchAll(/\bthe\w*/gi)].map(({ index, 0: words }) => {
    return { document, start: index, end: index + words.length, revision }
  })
  await done('autocode.apply', { passages: passages.slice(1), theme: { id: article } })
  await asked({ type: 'theme.update', id: camp, patch: { name: 'Camps' } })
  await done('project.edit', {
    type: 'theme.place',
    id: camp,
    seen: null,
    parent: letters,
    before: null,
    after: null
  })
  await done('project.removeTheme', { id: letters, removal: 'delete' })
  expect(Object.values(states.at(-1)?.annotations[document] ?? {}).some(({ id }) => id === second.id)).toBe(
    false
  )

  await made.host.close()
  await open()
  const all = states.toReversed()
  for (const state of all.slice(1)) {
    expect(await call('project.undo', null)).toMatchObject({ ok: true })
    expect(stands()).toEqual(state)
  }
  const memo = states[3]?.annotations[document]?.[first.id]?.memo
  expect(memo).toBe('ask the archive')
  for (const state of states.slice(1)) {
    expect(await call('project.redo', null)).toMatchObject({ ok: true })
    expect(stands()).toEqual(state)
  }
})
