import { Worker } from 'node:worker_threads'
import { type Port, PortTalk } from '../../workers/port-talk'
import type { ExportJob, ExportSide, ExportWriter, LeftOut } from './export-job'
import type { ToMain, ToThread } from './thread-questions'

/** A thread that has had nothing to write for so long is ended: it holds the libraries of many formats in memory. */
const idleMs = 60_000
/** So long a thread whose export was cancelled may take to notice; then it is ended where it is. */
const patienceMs = 400

/** A thread as far as its users know it. */
export interface ExportThread extends Port {
  /** Hears that it is over, and why. */
  onEnd(listener: (reason: unknown) => void): void
  end(): void
  /** Whether the process stays alive for it. */
  holdProcess(holds: boolean): void
}

function workerThread(script: string): ExportThread {
  const worker = new Worker(script)
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => void worker.on('message', listener),
    onEnd(listener) {
      worker.on('error', listener)
      worker.on('exit', () => listener(new Error('the thread ended')))
    },
    end: () => void worker.terminate(),
    holdProcess: (holds) => (holds ? worker.ref() : worker.unref())
  }
}

interface Thread {
  readonly port: ExportThread
  readonly talk: PortTalk<ToMain, ToThread>
  /** What the export under way is given; null between two. */
  side: ExportSide | null
  /** Why what the thread asked for could not be given: told in place of its own words. */
  failure: unknown
  idle: NodeJS.Timeout | null
}

/** Writes exports in threads, one export to each; the last thread waits a while for the next. */
export class ExportThreads implements ExportWriter {
  private waiting: Thread | null = null
  private readonly gone = new WeakSet<Thread>()

  /** @param script what a thread runs, or how one is begun */
  constructor(private readonly script: string | (() => ExportThread)) {}

  async write(job: ExportJob, side: ExportSide, signal: AbortSignal): Promise<LeftOut> {
    signal.throwIfAborted()
    const thread = this.take()
    thread.side = side
    thread.failure = null
    let ending: NodeJS.Timeout | undefined
    const abort = () => {
      void thread.talk.ask('abort', null).catch(() => {})
      ending = setTimeout(() => this.drop(thread, signal.reason), patienceMs)
    }
    signal.addEventListener('abort', abort, { once: true })
    try {
      const leftOut = await thread.talk.ask('write', { job, canPrint: side.print !== null })
      this.keep(thread)
      return leftOut
    } catch (error) {
      this.keep(thread)
      signal.throwIfAborted()
      throw thread.failure ?? error
    } finally {
      thread.side = null
      clearTimeout(ending)
      signal.removeEventListener('abort', abort)
    }
  }

  private take(): Thread {
    const thread = this.waiting ?? this.begin()
    this.waiting = null
    if (thread.idle) clearTimeout(thread.idle)
    thread.idle = null
    thread.port.holdProcess(true)
    return thread
  }

  /** Keeps a thread for the next export, unless one waits already or it is gone. */
  private keep(thread: Thread): void {
    if (this.gone.has(thread)) return
    if (this.waiting) {
      this.drop(thread, new Error('the thread is not needed'))
      return
    }
    this.waiting = thread
    // A process is kept alive by work under way, not by a thread that waits for some.
    thread.port.holdProcess(false)
    thread.idle = setTimeout(() => this.drop(thread, new Error('the thread is not needed')), idleMs)
    thread.idle.unref()
  }

  private drop(thread: Thread, reason: unknown): void {
    if (this.gone.has(thread)) return
    this.gone.add(thread)
    if (this.waiting === thread) this.waiting = null
    if (thread.idle) clearTimeout(thread.idle)
    thread.talk.end(reason)
    thread.port.end()
  }

  private begin(): Thread {
    const port = typeof this.script === 'string' ? workerThread(this.script) : this.script()
    const give = async <T>(what: (side: ExportSide) => Promise<T>): Promise<T> => {
      try {
        if (!thread.side) throw new Error('the export is over')
        return await what(thread.side)
      } catch (error) {
        thread.failure ??= error
        throw error
      }
    }
    const talk = new PortTalk<ToMain, ToThread>(port, {
      items: () => give((side) => side.items()),
      annotations: () => give((side) => side.annotations()),
      text: (hash) => give((side) => side.text(hash)),
      original: (document) => give((side) => side.original(document)),
      piece: (bytes) => give((side) => side.piece(bytes).then(() => null)),
      file: ({ path, bytes }) => give((side) => side.file(path, bytes).then(() => null)),
      print: (html) =>
        give((side) => (side.print ? side.print(html) : Promise.reject(new Error('nothing prints here'))))
    })
    const thread: Thread = { port, talk, side: null, failure: null, idle: null }
    port.onEnd((reason) => this.drop(thread, reason))
    return thread
  }
}
