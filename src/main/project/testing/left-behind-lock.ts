import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ownIdentity } from '../process-identity'

/** A number that no process of this computer has. */
export const deadPid = 2 ** 22 + 1

/** Puts a lock into a project as a process of this computer leaves it when it is killed. */
export async function leaveLockBehind(folder: string): Promise<void> {
  const holder = { ...ownIdentity(), pid: deadPid, since: new Date().toISOString(), token: 'left-behind' }
  await writeFile(join(folder, '.lock'), `${JSON.stringify(holder)}\n`)
}
