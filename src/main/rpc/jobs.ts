import type { Events } from '../../shared/ipc/answers'
import type { Client } from './client'

/** Long work that a window has asked for: it can be cancelled, and tells how far it is. */
export interface Job {
  /** Aborted when the window no longer wants the answer, or is gone. */
  readonly signal: AbortSignal
  progress(done: number, total: number): void
}

/** So often a window hears how far a job is, in milliseconds. */
const progressEveryMs = 100

/** The jobs under way, by the window that opened each and the name it gave it. */
export class OpenJobs {
  private readonly byClient = new Map<Client, Map<string, AbortController>>()

  /**
   * Does the work of a call as a job. A call without a name cannot be cancelled, except by closing its window, and tells
   * no progress. A job of a name that is under way already is cancelled by the new one.
   */
  async run<T>(client: Client, name: string | null, work: (job: Job) => Promise<T>): Promise<T> {
    const controller = new AbortController()
    const key = name ?? `call ${crypto.randomUUID()}`
    const own = this.byClient.get(client) ?? new Map<string, AbortController>()
    this.byClient.set(client, own)
    own.get(key)?.abort()
    own.set(key, controller)
    try {
      const progress = name === null ? () => {} : progressTo(client, name)
      return await work({ signal: controller.signal, progress })
    } finally {
      if (own.get(key) === controller) own.delete(key)
      if (own.size === 0 && this.byClient.get(client) === own) this.byClient.delete(client)
    }
  }

  /** Cancels a job of a window; nothing happens where it is over. */
  cancel(client: Client, name: string): void {
    this.byClient.get(client)?.get(name)?.abort()
  }

  /** Cancels whatever a window that is gone has asked for. */
  leave(client: Client): void {
    for (const controller of this.byClient.get(client)?.values() ?? []) controller.abort()
    this.byClient.delete(client)
  }
}

function progressTo(client: Client, job: string): Job['progress'] {
  let told = performance.now()
  return (done, total) => {
    const now = performance.now()
    if (now - told < progressEveryMs) return
    told = now
    const payload: Events['jobProgress'] = { job, done, total }
    client.send('jobProgress', payload)
  }
}
