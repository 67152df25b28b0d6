import { Worker } from 'node:worker_threads'
import type { JobKind, Jobs } from './jobs'

interface Waiting {
  readonly resolve: (output: never) => void
  readonly reject: (error: Error) => void
}

/** Runs jobs one after another in a thread of their own, which is started when it is first needed. */
export class WorkThread {
  private worker: Worker | null = null
  private next = 1
  private readonly waiting = new Map<number, Waiting>()

  constructor(private readonly script: string) {}

  run<K extends JobKind>(kind: K, input: Jobs[K]['input']): Promise<Jobs[K]['output']> {
    const id = this.next++
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      const thread = this.thread()
      // A process is kept alive by work under way, not by a thread that waits for some.
      thread.ref()
      thread.postMessage({ id, kind, input })
    })
  }

  async close(): Promise<void> {
    const { worker } = this
    this.worker = null
    for (const { reject } of this.waiting.values()) reject(new Error('the work was ended'))
    this.waiting.clear()
    await worker?.terminate()
  }

  private thread(): Worker {
    if (this.worker) return this.worker
    const worker = new Worker(this.script)
    worker.on('message', ({ id, output, error }: { id: number; output: never; error?: string }) => {
      const waiting = this.waiting.get(id)
      this.waiting.delete(id)
      if (this.waiting.size === 0) worker.unref()
      if (error === undefined) waiting?.resolve(output)
      else waiting?.reject(new Error(error))
    })
    worker.on('error', (error) => {
      for (const { reject } of this.waiting.values())
        reject(error instanceof Error ? error : new Error(String(error)))
      this.waiting.clear()
      this.worker = null
    })
    this.worker = worker
    return worker
  }
}
