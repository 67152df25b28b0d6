import type { Session } from '../session'
import { leaveLockBehind } from './left-behind-lock'

/** Ends a session as a kill would: nothing more is written, and its lock stays behind. */
export async function endAsKilled(session: Session): Promise<void> {
  session.snapshots?.stop()
  await leaveLockBehind(session.folder)
  await session.close()
}
