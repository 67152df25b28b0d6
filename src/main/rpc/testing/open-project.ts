import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { coder } from '../../../shared/testing/sample-records'
import { createProject } from '../../project/create'
import type { Session } from '../../project/session'
import { makeHost } from './make-host'

/** A host with one window, in which a new project is open. */
export interface OpenedProject {
  /** The folder that all of it is in; the project is in `project`. */
  readonly home: string
  readonly made: Awaited<ReturnType<typeof makeHost>>
  /** Asks as the window does. Throws what it is refused with. */
  readonly ask: <T>(method: string, input: unknown) => Promise<T>
  readonly session: () => Session
  readonly close: () => Promise<void>
}

/**
 * Makes a project in a temporary folder and opens it for writing. `close` removes it.
 * @param prepare puts into the folder what the host finds there
 */
export async function openNewProject(
  name: string,
  prepare: (home: string) => Promise<void> = async () => {}
): Promise<OpenedProject> {
  const home = await mkdtemp(join(tmpdir(), 'variorum-project-'))
  const folder = join(home, 'project')
  await createProject(folder, name, coder)
  await prepare(home)
  const made = await makeHost(home)
  const { call } = made.addWindow()
  const ask = async <T>(method: string, input: unknown) => {
    const answer = await call(method, input)
    if (!answer.ok) throw new Error(answer.error.message)
    return answer.value as T
  }
  await ask('project.open', { folder, how: 'write' })
  return {
    home,
    made,
    ask,
    session: () => {
      const own = made.host.session
      if (!own.ok) throw new Error('no project')
      return own.value
    },
    close: async () => {
      await made.host.close()
      await rm(home, { recursive: true, force: true })
    }
  }
}
