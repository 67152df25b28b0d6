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
  private backingUp: Promise<unknown> = Promise.resolve()

  constructor(session: Session) {
    this.looking = setInterval(() => void session.probe(), lookMilliseconds)
    this.looking.unref()
    this.settling = setTimeout(() => {
      this.backingUp = backUpIfDue(session).catch(() => {})
    }, settleMilliseconds)
    this.settling.unref()
  }

  /** Resolves when nothing of it reads or writes the project any more. */
  async stop(): Promise<void> {
    clearInterval(this.looking)
    clearTimeout(this.settling)
    await this.backingUp
  }
}
