import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Result } from '../../../shared/model/result'
import type { Operation } from '../../../shared/operations/operation'
import { coder } from '../../../shared/testing/sample-records'
import { createProject } from '../../project/create'
import type { Session } from '../../project/session'
import { makeHost } from './make-host'

export type Call = (method: string, input: unknown) => Promise<Result<unknown>>

export interface TwoWindows {
  readonly session: Session
  readonly windows: readonly [Call, Call]
  /** How far undo reaches: what the project was made with stays. */
  readonly floor: number
  /** Goes back to what the project was made with. */
  readonly reset: () => Promise<void>
  readonly close: () => Promise<void>
}

/** A project in a temporary folder, made with some operations, and two windows that show it. */
export async function openTwoWindows(operations: readonly Operation[]): Promise<TwoWindows> {
  const home = await mkdtemp(join(tmpdir(), 'variorum-windows-'))
  const folder = join(home, 'project')
  await createProject(folder, 'Two windows', coder)
  const { host, addWindow } = await makeHost(home)
  const windows = [addWindow().call, addWindow().call] as const
  await windows[0]('project.open', { folder, how: 'write' })
  const session = await done(Promise.resolve(host.session))
  for (const operation of operations) await done(session.do(operation, coder.id))
  const floor = session.current.undo
  return {
    session,
    windows,
    floor,
    async reset() {
      if (session.current.undo !== floor)
        await done(session.walk('undo', floor, coder.id, { after: session.seq }))
    },
    async close() {
      await host.close()
      await rm(home, { recursive: true, force: true })
    }
  }
}

/** The value of an answer that succeeds. */
export async function done<T>(asked: Promise<Result<T>>): Promise<T> {
  const answer = await asked
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value
}
