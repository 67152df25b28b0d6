import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Session } from '../session'
import { leaveLockBehind } from './left-behind-lock'

/** Ends a session as a kill would: nothing more is written, and its lock stays behind. */
export async function endAsKilled(session: Session): Promise<void> {
  session.snapshots?.stop()
  await leaveLockBehind(session.folder)
  await session.close()
}

/** Replaces a lock by that of a computer that nobody can ask. */
export async function heldElsewhere(folder: string, host = 'study-laptop'): Promise<void> {
  await writeFile(join(folder, '.lock'), JSON.stringify({ pid: 77, host, token: 'elsewhere' }))
}
