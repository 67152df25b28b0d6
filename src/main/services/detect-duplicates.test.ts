import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseFile } from '../import/parse-file'
import type { IncomingText } from '../import/read-files'
import { EmptyProject } from '../import/testing/empty-project'
import { addText, paragraphs } from '../rpc/testing/add-text'
import { HereThread } from '../rpc/testing/make-host'
import { Aligner } from '../workers/aligner'
import { detectDuplicates } from './detect-duplicates'

const desk = new EmptyProject()
const ploughs = [
  'The county of Wexholm bought 17 ploughs in 1962.',
  'Mayor Tarrant signed the contract on 3 March.',
  'Each plough clears 240 miles of road in a night.',
  'The depot at Quillmoor holds 900 tons of salt.'
]
const again = [
  'In 1962 Wexholm county acquired 17 ploughs.',
  'The contract was signed by Mayor Tarrant on 3 March.',
  'A plough can clear 240 miles of road each night.',
  'There are 900 tons of salt in the Quillmoor depot.'
]
const library = [
  'A library opens in Brisecroft with 5,600 volumes.',
  'Readers may borrow 4 books for 21 days.',
  'The librarian, Odell Pryce, came from Harnwick.',
  'Its doors close at 8 each evening.'
]

async function kinOf(files: Readonly<Record<string, readonly string[]>>) {
  const incoming = new Map<string, IncomingText>()
  for (const [key, texts] of Object.entries(files)) {
    const path = join(desk.home, `${key}.txt`)
    await writeFile(path, texts.join('\n\n'))
    const parsed = await parseFile(path)
    if (!parsed.ok) throw new Error(parsed.error.message)
    const { texts: found, ...file } = parsed.value
    const [first] = found
    if (first) incoming.set(key, { ...first, ...file, language: 'en' })
  }
  expect(incoming.size).toBe(Object.keys(files).length)
  const { near, groups } = await detectDuplicates(desk.session, new Aligner(new HereThread()), incoming)
  return {
    near,
    groups: groups.map(({ keys, documents }) => ({ keys: [...keys].sort(), documents: [...documents] }))
  }
}

const add = (id: string, texts: readonly string[]) =>
  addText(desk.session, id, paragraphs(...texts), { language: 'en' })

describe('texts on their way in', () => {
  it('are proposed as versions of one, where their sentences answer one another', async () => {
    expect(await kinOf({ one: ploughs, other: again, library })).toEqual({
      near: [],
      groups: [{ keys: ['one', 'other'], documents: [] }]
    })
  })

  it('are proposed as versions of a text of the project', async () => {
    await add('d1', ploughs)
    await add('d2', library)
    expect((await kinOf({ other: again })).groups).toEqual([{ keys: ['other'], documents: ['d1'] }])
  })

  it('are one group with all versions that are found, in the project or not', async () => {
    await add('d1', ploughs)
    const third = [...ploughs.slice(0, 3), again[3] ?? '']
    const { groups } = await kinOf({ other: again, third: again.with(1, third[1] ?? '') })
    expect(groups).toEqual([{ keys: ['other', 'third'], documents: ['d1'] }])
  })

  it('are told to be nearly the same as a text of the project, and not proposed as its version', async () => {
    const long = [...ploughs, ...again, ...library]
    await add('d1', long)
    const { near, groups } = await kinOf({ copy: [...long, 'Printed in May.'] })
    expect(near).toMatchObject([{ key: 'copy', of: null, document: 'd1' }])
    expect(groups).toEqual([])
  })

  it('are told to be nearly the same as one before them, the later of the earlier', async () => {
    const long = [...ploughs, ...again, ...library]
    const { near } = await kinOf({ one: long, copy: [...long, 'Printed in May.'] })
    expect(near).toMatchObject([{ key: 'copy', of: 'one', document: null }])
  })

  it('are not compared with texts of the project alone: nothing is proposed that has not come in', async () => {
    await add('d1', ploughs)
    await add('d2', again)
    expect(await kinOf({ library })).toEqual({ near: [], groups: [] })
  })
})
