import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DocumentId } from '../../shared/model/ids'
import { coder } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import { openProject } from '../project/open'
import type { Session } from '../project/session'
import { addText, paragraphs } from '../rpc/testing/add-text'
import { readVersion, TextReader } from './version'

let home: string
let session: Session

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-version-'))
  const folder = join(home, 'project')
  await createProject(folder, 'Versions', coder)
  const opened = await openProject(folder)
  if (!opened.ok) throw new Error(opened.error.message)
  session = opened.value
})

afterEach(async () => {
  await session.close()
  await rm(home, { recursive: true, force: true })
})

async function versionOf(id: string) {
  const read = await readVersion(session, id as DocumentId)
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}

describe('a version as it is read', () => {
  it('is cut into sentences once, also where it is asked for twice at a time', async () => {
    await addText(session, 'd1', paragraphs('One. Two.', 'Three.'))
    const [one, other] = await Promise.all([versionOf('d1'), versionOf('d1')])
    expect(one.sentences).toHaveLength(3)
    expect(other.sentences).toBe(one.sentences)
    expect((await versionOf('d1')).sentences).toBe(one.sentences)
  })

  it('stays cut through changes of its metadata, and is cut anew when its furniture changes', async () => {
    const document = await addText(session, 'd1', paragraphs('One. Two.', 'Three.'))
    const before = await versionOf('d1')
    await session.do({ type: 'document.update', id: document.id, patch: { title: 'Another' } }, coder.id)
    const renamed = await versionOf('d1')
    expect(renamed.document.title).toBe('Another')
    expect(renamed.sentences).toBe(before.sentences)
    await session.do({ type: 'document.furnish', id: document.id, furniture: [1] }, coder.id)
    const furnished = await versionOf('d1')
    expect(furnished.sentences).toHaveLength(2)
    expect(furnished.text).toBe('One. Two.\nThree.')
  })

  it('is shared by two documents that have the same text', async () => {
    await addText(session, 'd1', paragraphs('One. Two.'))
    await addText(session, 'd2', paragraphs('One. Two.'))
    expect((await versionOf('d1')).sentences).toBe((await versionOf('d2')).sentences)
  })

  it('says why it cannot be read: no such document, no such text', async () => {
    const document = await addText(session, 'd1', paragraphs('One.'))
    await rm(join(session.folder, 'texts', `${document.revisions[0]?.text}.json`))
    const gone = await readVersion(session, 'd2' as DocumentId)
    expect(gone.ok || gone.error.key).toBe('documentMissing')
    const lost = await readVersion(session, 'd1' as DocumentId)
    expect(lost.ok || lost.error.key).toBe('textMissing')
  })

  it('is let go when others are read: no more characters are kept than are allowed', async () => {
    const reader = new TextReader(session.contents, 3000)
    const first = await addText(session, 'd0', paragraphs(`Text 0. ${'word '.repeat(190)}`))
    const hashOf = (document: typeof first) => document.revisions[0]?.text ?? ('' as never)
    const before = await reader.read(hashOf(first), [])
    for (let at = 1; at < 9; at++) {
      const document = await addText(session, `d${at}`, paragraphs(`Text ${at}. ${'word '.repeat(190)}`))
      await reader.read(hashOf(document), [])
      expect(reader.size).toBeLessThanOrEqual(3000)
    }
    const again = await reader.read(hashOf(first), [])
    if (!before.ok || !again.ok) throw new Error('not read')
    expect(again.value.sentences).toEqual(before.value.sentences)
    expect(again.value.sentences).not.toBe(before.value.sentences)
  })

  it('gives way to other work while a book is cut', async () => {
    const sentence = 'The office hands in one form a year, and nobody has to come a second time for it. '
    const document = await addText(
      session,
      'd1',
      paragraphs(...Array.from({ length: 4000 }, () => sentence.repeat(5)))
    )
    await session.contents.text(document.revisions[0]?.text ?? ('' as never))
    let turns = 0
    let cutting = true
    const count = () => {
      turns++
      if (cutting) setImmediate(count)
    }
    setImmediate(count)
    const { sentences } = await versionOf('d1')
    cutting = false
    expect(sentences).toHaveLength(20_000)
    expect(turns).toBeGreaterThan(2)
  })
})
