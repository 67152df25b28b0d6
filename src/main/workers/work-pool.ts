import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { JobKind, Jobs } from './jobs'

/** What waits is done in this order: what a hand waits for, what a view shows, what goes on behind. */
const priorities = ['hand', 'view', 'background'] as const
export type Priority = (typeof priorities)[number]

export interface RunOptions {
  readonly priority?: Priority
  /** Ends the job: one that waits is dropped, the thread of one that runs is ended. It rejects with the signal's reason. */
  readonly signal?: AbortSignal
  /** How long the job may run, in milliseconds; the time it waits does not count. It then rejects with `JobTooSlow`. */
  readonly patienceMs?: number
}

/** A job took longer than it was given. */
export class JobTooSlow extends Error {}

interface Waiting {
  readonly message: { readonly id: number; readonly kind: JobKind; readonly input: unknown }
  readonly options: RunOptions
  readonly resolve: (output: never) => void
  readonly reject: (error: unknown) => void
}

interface Thread {
  readonly worker: Worker
  /** Whether it has begun to run: what it is given before waits. */
  isOnline: boolean
  job: Waiting | null
  idle: NodeJS.Timeout | null
}

/** A thread that has had nothing to do for so long is ended; it holds a dictionary in memory. */
const idleMs = 60_000

/** At least two: one is always left for what a hand waits for. */
function usualSize(): number {
  return Math.max(2, Math.min(4, availableParallelism() - 1))
}

/**
 * A pool of threads for long computations, each started when it is first needed. Jobs run one to a thread, so that one
 * can be ended without another; work that goes on behind never takes the last thread.
 */
export class WorkPool {
  private readonly threads = new Set<Thread>()
  private waiting: Waiting[] = []
  private next = 1

  constructor(
    private readonly script: string,
    private readonly size = usualSize()
  ) {}

  /** Does a job in a thread. Rejects with the reason where it throws, is aborted or takes too long. */
  run<K extends JobKind>(
    kind: K,
    input: Jobs[K]['input'],
    options: RunOptions = {}
  ): Promise<Jobs[K]['output']> {
    const { signal } = options
    return new Promise<Jobs[K]['output']>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      const abort = () => this.end(job, signal?.reason)
      // A signal may outlive many jobs.
      const settled =
        <T>(settle: (value: T) => void) =>
        (value: T) => {
          signal?.removeEventListener('abort', abort)
          settle(value)
        }
      const job: Waiting = {
        message: { id: this.next++, kind, input },
        options,
        resolve: settled(resolve),
        reject: settled(reject)
      }
      signal?.addEventListener('abort', abort, { once: true })
      this.waiting.push(job)
      this.start()
    })
  }

  /** Ends every job and every thread. */
  async close(): Promise<void> {
    const ended = new Error('the work was ended')
    for (const { reject } of this.waiting.splice(0)) reject(ended)
    await Promise.all([...this.threads].map((thread) => this.drop(thread, ended)))
  }

  /** Starts what waits, as far as there are threads for it. */
  private start(): void {
    for (const priority of priorities)
      for (const job of this.waiting.filter((each) => priorityOf(each) === priority)) {
        const thread = this.threadFor(priority)
        if (!thread) break
        this.waiting = this.waiting.filter((each) => each !== job)
        this.give(thread, job)
      }
  }

  private threadFor(priority: Priority): Thread | null {
    const busy = [...this.threads].flatMap(({ job }) => job ?? [])
    const behind = busy.filter((each) => priorityOf(each) === 'background').length
    if (priority === 'background' && behind >= Math.max(1, this.size - 1)) return null
    const idle = [...this.threads].find(({ job }) => job === null)
    return idle ?? (this.threads.size < this.size ? this.begin() : null)
  }

  private give(thread: Thread, job: Waiting): void {
    const { patienceMs } = job.options
    if (thread.idle) clearTimeout(thread.idle)
    thread.idle = null
    thread.job = job
    // A process is kept alive by work under way, not by a thread that waits for some.
    thread.worker.ref()
    if (patienceMs !== undefined) {
      const watch = () => {
        const late = () => this.end(job, new JobTooSlow(`longer than ${patienceMs} ms`))
        setTimeout(late, patienceMs).unref()
      }
      if (thread.isOnline) watch()
      else thread.worker.once('online', watch)
    }
    try {
      thread.worker.postMessage(job.message)
    } catch (error) {
      this.finish(thread)
      job.reject(error)
    }
  }

  private begin(): Thread {
    const thread: Thread = { worker: new Worker(this.script), isOnline: false, job: null, idle: null }
    const { worker } = thread
    this.threads.add(thread)
    worker.once('online', () => {
      thread.isOnline = true
    })
    worker.on('message', ({ id, output, error }: { id: number; output: never; error?: string }) => {
      const { job } = thread
      if (job?.message.id !== id) return
      this.finish(thread)
      if (error === undefined) job.resolve(output)
      else job.reject(new Error(error))
      this.start()
    })
    worker.on('error', (error) => void this.drop(thread, error))
    worker.on('exit', () => void this.drop(thread, new Error('the thread ended')))
    return thread
  }

  private finish(thread: Thread): void {
    thread.job = null
    thread.worker.unref()
    thread.idle = setTimeout(() => void this.drop(thread, null), idleMs)
    thread.idle.unref()
  }

  /** Ends a job, wherever it is; nothing happens where it is over. */
  private end(job: Waiting, reason: unknown): void {
    if (this.waiting.includes(job)) {
      this.waiting = this.waiting.filter((each) => each !== job)
      job.reject(reason)
      return
    }
    const thread = [...this.threads].find((each) => each.job === job)
    if (thread) void this.drop(thread, reason)
  }

  /** Ends a thread, and the job in it for a reason. */
  private async drop(thread: Thread, reason: unknown): Promise<void> {
    if (!this.threads.delete(thread)) return
    if (thread.idle) clearTimeout(thread.idle)
    thread.job?.reject(reason)
    thread.job = null
    this.start()
    await thread.worker.terminate()
  }
}

function priorityOf({ options }: Waiting): Priority {
  return options.priority ?? 'view'
}
