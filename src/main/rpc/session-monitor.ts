import type { Session } from '../project/session'
import type { ProjectBackups } from './project-backups'

const probeMs = 3000
const settleMs = 2000
/** How often it is looked whether a backup is due: an app may stay open for weeks, a computer sleep for days. */
const backupLookMs = 60 * 60 * 1000

/**
 * Looks after an open project: whether its folder is still there and still ours, whether a disk that was full has
 * room again, and that there is a backup of every day.
 */
export class SessionMonitor {
  private readonly timers: readonly NodeJS.Timeout[]

  constructor(
    session: Pick<Session, 'probe'>,
    private readonly backups: Pick<ProjectBackups, 'look' | 'stop'>
  ) {
    const look = () => void backups.look().catch(() => {})
    this.timers = [
      setInterval(() => void session.probe(), probeMs),
      setTimeout(look, settleMs),
      setInterval(look, backupLookMs)
    ]
    for (const timer of this.timers) timer.unref()
  }

  async stop(): Promise<void> {
    for (const timer of this.timers) clearTimeout(timer)
    await this.backups.stop()
  }
}
