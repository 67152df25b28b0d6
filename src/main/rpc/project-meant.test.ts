import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ThemeId } from '../../shared/model/ids'
import { ok } from '../../shared/model/result'
import { coder, makeTheme } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import { changeNow } from './change'
import { addText, annotationOf, paragraphs } from './testing/add-text'
import { makeHost } from './testing/make-host'

const blocks = paragraphs('Snow fell in the night.', 'The office opened late.')
const id = 't1' as ThemeId

let home: string
let folder: string
let copy: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-meant-'))
  folder = join(home, 'project')
  copy = join(home, 'copy')
  await createProject(folder, 'Test', coder)
})

afterEach(() => rm(home, { recursive: true, force: true }))

/** A host with the project open, of which an older copy lies beside it. */
async function open(chooseSave: () => Promise<string | null> = () => Promise.resolve(null)) {
  const made = await makeHost(home, { chooseSave })
  const window = made.addWindow()
  await window.call('project.open', { folder, how: 'write' })
  const { session } = made.host
  if (!session.ok) throw new Error(session.error.key)
  const document = await addText(session.value, 'd1', blocks)
  await window.call('project.do', { type: 'theme.add', theme: makeTheme(id), index: 0 })
  await session.value.snapshots?.flush()
  await cp(folder, copy, { recursive: true, filter: (file) => !file.endsWith('.lock') })
  const annotation = annotationOf(document, blocks, 'Snow fell')
  await window.call('project.do', { type: 'annotation.add', annotation })
  return { ...made, ...window, session: session.value }
}

describe('what was asked of a project before another was opened', () => {
  it('exports the highlights of that one, though the person chose the file later', async () => {
    const file = join(home, 'out.md')
    const { host, call } = await open(async () => {
      await call('project.open', { folder: copy, how: 'write' })
      return file
    })
    const saved = await call('export.save', {
      of: 'excerpts',
      format: 'md',
      options: {},
      query: {},
      chosen: null
    })
    expect(saved).toMatchObject({ ok: true, value: { file } })
    expect(host.session.ok && host.session.value.folder).toBe(copy)
    expect(await readFile(file, 'utf8')).toContain('Snow fell')
    await host.close()
  })

  it('changes nothing in the other, where it is only ready then', async () => {
    const { host, call, session } = await open()
    await call('project.open', { folder: copy, how: 'write' })
    const remove = () => ok({ type: 'theme.remove' as const, id })
    expect(await changeNow(host, remove, session)).toMatchObject({ ok: false })
    expect(host.session.ok && Object.keys(host.session.value.state.themes)).toEqual([id])
    expect(await changeNow(host, remove)).toMatchObject({ ok: true })
    await host.close()
  })
})
