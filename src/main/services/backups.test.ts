import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { plainState } from '../../shared/model/state'
import { coder, makeDocument, makeTheme } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import { openProject } from '../project/open'
import type { Session } from '../project/session'
import { PausingFiles } from '../store/testing/pausing-files'
import { backUp, restore } from './backups'

let folder: string
let files: PausingFiles
let session: Session

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'variorum-restore-')), 'project')
  await createProject(folder, 'Restore', coder)
  files = new PausingFiles()
  const opened = await openProject(folder, { files })
  if (!opened.ok) throw new Error(opened.error.message)
  session = opened.value
})

afterEach(async () => {
  await session.close()
  await rm(join(folder, '..'), { recursive: true, force: true })
})

const addTheme = (id: string) => session.do({ type: 'theme.add', theme: makeTheme(id), index: 0 }, coder.id)

it('a restored backup is exactly that, with what was done meanwhile one Undo away', async () => {
  await addTheme('kept')
  const made = await backUp(session, 'asked')
  if (!made.ok) throw new Error(made.error.message)
  const then = plainState(session.state)
  await addTheme('before')
  let restoring = Promise.resolve<Awaited<ReturnType<typeof restore>> | null>(null)
  const goOn = await files.pauseAt('rename', /-restore-/, () => {
    restoring = restore(session, made.value.file, coder.id)
  })
  await session.do({ type: 'document.add', document: makeDocument('meanwhile') }, coder.id)
  const before = plainState(session.state)
  goOn()
  expect(await restoring).toMatchObject({ ok: true })
  expect(plainState(session.state)).toEqual(then)
  await session.undo(coder.id)
  expect(plainState(session.state)).toEqual(before)
})
