import type { Session } from '../project/session'
import { backUpIfDue } from '../services/backups'

const lookMilliseconds = 3000
const settleMilliseconds = 2000

/**
 * Looks after an open project: whether its folder is still there and still ours, whether a disk that was full has
 * room again, and that there is a backup of every day.
 */
export class Keeper {
  private readonly looking: NodeJS.Timeout
  private readonly settling: NodeJS.Timeout
  constructor(session: Session) {
    this.looking = setInterval(() => void session.probe(), lookMilliseconds)
    this.looking.unref()
    this.settling = setTimeout(() => {
      // An archive that leaving cuts short is no backup yet, and is cleared away at the next opening.
      void backUpIfDue(session).catch(() => {})
    }, settleMilliseconds)
    this.settling.unref()
  }

  stop(): void {
    clearInterval(this.looking)
    clearTimeout(this.settling)
  }
}
