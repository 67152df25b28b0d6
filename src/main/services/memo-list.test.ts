import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AnnotationId, DocumentId } from '../../shared/model/ids'
import { coder } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import { openProject } from '../project/open'
import type { Session } from '../project/session'
import { addText, annotationOf, paragraphs } from '../rpc/testing/add-text'
import { checkpointName } from '../store/project-files'
import { ShardFile } from '../store/shard-file'
import { memosMentioning } from './memo-list'

let home: string
let session: Session

const blocks = paragraphs('The office hands in one form a year.', 'Nobody has to come a second time.')

async function open(): Promise<void> {
  const opened = await openProject(join(home, 'project'))
  if (!opened.ok) throw new Error(opened.error.message)
  session = opened.value
}

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-memos-'))
  await createProject(join(home, 'project'), 'Memos', coder)
  await open()
})

afterEach(async () => {
  await session.close()
  await rm(home, { recursive: true, force: true })
})

async function highlight(document: string, id: string, memo = ''): Promise<void> {
  const own = await addText(session, document, blocks)
  const annotation = { ...annotationOf(own, blocks, 'one form'), id: id as AnnotationId, memo }
  const done = await session.do({ type: 'annotation.add', annotation }, coder.id)
  if (!done.ok) throw new Error(done.error.message)
}

const mentioning = (id: string) =>
  memosMentioning(session.state, session.current.standing.links, { kind: 'passage', id }).map(
    (each) => each.annotation?.id
  )

async function threeTexts(): Promise<void> {
  await highlight('d1', 'a1')
  await highlight('d2', 'a2', 'See [[passage:d1/a1|one form]].')
  await highlight('d3', 'a3', 'Nothing.')
}

describe('the memos that mention a passage', () => {
  it('are found in a project just opened, without reading the passages of any other text', async () => {
    await threeTexts()
    await session.close()
    await open()
    expect(new Set(session.state.annotations.unread())).toEqual(new Set(['d1', 'd2', 'd3']))
    expect(mentioning('a3')).toEqual([])
    expect(new Set(session.state.annotations.unread())).toEqual(new Set(['d1', 'd2', 'd3']))
    expect(mentioning('a1')).toEqual(['a2'])
    expect(new Set(session.state.annotations.unread())).toEqual(new Set(['d1', 'd3']))
  })

  it('are right after changes that only the journal has', async () => {
    await threeTexts()
    await session.snapshots?.flush()
    const checkpoint = await readFile(join(home, 'project', 'checkpoint.json'))
    const [document, id] = ['d2' as DocumentId, 'a2' as AnnotationId]
    await session.do({ type: 'annotation.update', document, id, patch: { memo: '' } }, coder.id)
    const now = '[[passage:d1/a1]]'
    const other = { document: 'd3' as DocumentId, id: 'a3' as AnnotationId }
    await session.do({ type: 'annotation.update', ...other, patch: { memo: now } }, coder.id)
    await session.close()
    await writeFile(join(home, 'project', 'checkpoint.json'), checkpoint)
    await open()
    expect(mentioning('a1')).toEqual(['a3'])
  })

  it('are found where the checkpoint is of a version that did not name links, and named from then on', async () => {
    await threeTexts()
    await session.close()
    const file = new ShardFile(join(home, 'project'), checkpointName)
    const { seq, body } = file.readNow() ?? { seq: 0, body: '' }
    const old = body.replace('"linked":true,\n', '').replace(/"links":\[\[.*?\]\],/, '')
    expect(old).not.toContain('link')
    await file.write({ seq, body: old })
    await open()
    expect(session.notices).toEqual([])
    expect(mentioning('a1')).toEqual(['a2'])
    await highlight('d4', 'a4')
    await session.close()
    expect(file.readNow()?.body).toContain('"links":[["passage:a1","a2"]]')
    await open()
    expect(mentioning('a1')).toEqual(['a2'])
    expect(session.state.annotations.unread().next().done).toBe(false)
  })
})
