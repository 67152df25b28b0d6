import { Worker } from 'node:worker_threads'
import { type AlignOptions, align, type SentenceLink } from '../../shared/alignment/align'

/** Below this many pairs of sentences an alignment takes a few milliseconds and is not worth a thread. */
const smallJob = 20_000

/** Aligns in a thread of its own where the texts are long. The thread is started when first needed. */
export class Aligner {
  private worker: Worker | null = null
  private next = 1
  private readonly waiting = new Map<
    number,
    { resolve: (links: SentenceLink[]) => void; reject: (error: Error) => void }
  >()

  constructor(private readonly script: string) {}

  align(a: readonly string[], b: readonly string[], options: AlignOptions): Promise<SentenceLink[]> {
    if (a.length * b.length <= smallJob) return Promise.resolve(align(a, b, options))
    const id = this.next++
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.thread().postMessage({ id, a, b, options })
    })
  }

  async close(): Promise<void> {
    await this.worker?.terminate()
    this.worker = null
  }

  private thread(): Worker {
    if (this.worker) return this.worker
    const worker = new Worker(this.script)
    worker.unref()
    worker.on('message', ({ id, links }: { id: number; links: SentenceLink[] }) => {
      this.waiting.get(id)?.resolve(links)
      this.waiting.delete(id)
    })
    worker.on('error', (error) => {
      for (const { reject } of this.waiting.values()) reject(error)
      this.waiting.clear()
      this.worker = null
    })
    this.worker = worker
    return worker
  }
}
