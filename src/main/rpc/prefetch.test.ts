import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { coder } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import { prepareDocument } from '../services/texts'
import { addText, annotationOf, paragraphs } from './testing/add-text'
import { makeHost } from './testing/make-host'

let home: string
let made: Awaited<ReturnType<typeof makeHost>>

const blocks = paragraphs('Snow fell in the night.', 'The office opened late.')
const sessionOf = () => {
  const { session } = made.host
  if (!session.ok) throw new Error('no project is open')
  return session.value
}

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-prefetch-'))
  const folder = join(home, 'project')
  await createProject(folder, 'Prefetch', coder)
  made = await makeHost(home)
  await made.host.open(folder)
  for (const id of ['d1', 'd2']) {
    const document = await addText(sessionOf(), id, blocks)
    const annotation = annotationOf(document, blocks, 'Snow fell')
    await sessionOf().do({ type: 'annotation.add', annotation }, coder.id)
  }
  // Taken from the disk anew.
  await made.host.open(folder, 'takeOver')
})
afterEach(async () => {
  await made.host.close()
  await rm(home, { recursive: true, force: true })
})

it('a text that is likely to be opened is read with its highlights, and no other', async () => {
  const window = made.addWindow()
  const unread = () => [...sessionOf().state.annotations.unread()]
  expect(unread()).toHaveLength(2)
  const [first, second] = unread()
  if (!first) throw new Error('nothing is unread')
  expect(await window.call('document.prefetch', first)).toEqual({ ok: true, value: null })
  expect(unread()).toEqual([second])
  expect(window.client.shows.size).toBe(0)
  // What is not there is told to whoever opens it.
  expect(await window.call('document.prefetch', 'd9')).toEqual({ ok: true, value: null })
})

it('is read once, however many ask while it is', async () => {
  const [first] = sessionOf().state.annotations.unread()
  if (!first) throw new Error('nothing is unread')
  const reading = prepareDocument(sessionOf(), first)
  expect(prepareDocument(sessionOf(), first)).toBe(reading)
  await reading
  expect([...sessionOf().state.annotations.unread()]).not.toContain(first)
})
