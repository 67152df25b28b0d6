import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plainState } from '../../shared/model/state'
import { workedProject } from '../backup/testing/worked-project'
import { projectBundle } from '../export/formats/project/bundle'
import { projectModelOf } from '../export/testing/project-model'
import { writeToMemory } from '../export/testing/write-to-memory'
import { makeHost } from './testing/make-host'

let home: string
let file: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-bundles-'))
  const session = await workedProject(home, join(home, 'sender', 'project'))
  file = join(home, 'forms.variorum')
  await writeFile(file, (await writeToMemory(projectBundle, await projectModelOf(session))).bytes)
  await session.close()
})

afterEach(() => rm(home, { recursive: true, force: true }))

describe('a window opens a project bundle', () => {
  it('makes its project where a person wants it, and says of a second time where it lies', async () => {
    const parent = join(home, 'receiver')
    await mkdir(parent)
    const asked: string[] = []
    const made = await makeHost(home, {
      chooseBundle: () => Promise.resolve(file),
      chooseFolder: (purpose) => {
        asked.push(purpose)
        return Promise.resolve(parent)
      }
    })
    const window = made.addWindow()
    const folder = join(parent, 'Forms & gates')
    const first = await window.call('project.openBundle', {})
    expect(first).toMatchObject({ ok: true, value: { folder, name: 'Forms & gates', problems: 0 } })
    const { session } = made.host
    if (!session.ok) throw new Error(session.error.key)
    expect(session.value.folder).toBe(folder)
    await session.value.loadAll()
    expect(Object.keys(plainState(session.value.state).documents)).toHaveLength(3)
    const second = await window.call('project.openBundle', {})
    expect(second).toMatchObject({ ok: false, error: { key: 'bundleKnown', params: { folder, file } } })
    expect(asked).toEqual(['new'])
    const again = await window.call('project.openBundle', { file, again: true })
    expect(again).toMatchObject({ ok: true, value: { folder: `${folder} 2` } })
    await made.host.close()
  })
})
