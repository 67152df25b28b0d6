import { existsSync } from 'node:fs'
import { MessageChannel, Worker } from 'node:worker_threads'
import { type Port, PortTalk } from '../workers/port-talk'
import type { MineTask, RecycledTask, ToFormulaMain, ToFormulaThread } from './formula-questions'
import { serveFormulae } from './serve-formulae'

interface Running {
  readonly talk: PortTalk<ToFormulaMain, ToFormulaThread>
  end(): void
  hold(holds: boolean): void
  under: number
}

/** A thread that nobody has asked anything for so long is ended: it holds the texts of a corpus. */
const idleMs = 10 * 60_000

/** The one thread that works on formulae; begun when it is first asked, in this process where no script is built. */
export class FormulaThread {
  private running: Running | null = null
  private idle: NodeJS.Timeout | null = null
  private readonly listeners = new Map<string, (done: number, total: number) => void>()

  /** @param cacheFolder where what was found is kept for another day; null: nowhere */
  constructor(
    private readonly script: string,
    private readonly cacheFolder: string | null = null
  ) {}

  async ask<K extends keyof ToFormulaThread>(
    kind: K,
    input: ToFormulaThread[K]['input']
  ): Promise<ToFormulaThread[K]['output']> {
    const running = this.running ?? this.begin()
    if (this.idle) clearTimeout(this.idle)
    running.under++
    running.hold(true)
    try {
      return await running.talk.ask(kind, input)
    } finally {
      running.under--
      if (running.under === 0 && this.running === running) {
        running.hold(false)
        this.idle = setTimeout(() => this.end(), idleMs)
        this.idle.unref()
      }
    }
  }

  /** Mines; ends early with null where the signal is aborted. */
  mine(
    task: MineTask,
    signal: AbortSignal,
    progress: (done: number, total: number) => void
  ): Promise<ToFormulaThread['mine']['output']> {
    return this.long('mine', task, signal, progress)
  }

  /** Looks for passages that stand in several texts; ends early with null where the signal is aborted. */
  recycled(
    task: RecycledTask,
    signal: AbortSignal,
    progress: (done: number, total: number) => void
  ): Promise<ToFormulaThread['recycled']['output']> {
    return this.long('recycled', task, signal, progress)
  }

  private async long<K extends 'mine' | 'recycled'>(
    kind: K,
    task: ToFormulaThread[K]['input'],
    signal: AbortSignal,
    progress: (done: number, total: number) => void
  ): Promise<ToFormulaThread[K]['output']> {
    this.listeners.set(task.id, progress)
    const cancel = () => void this.ask('cancel', task.id).catch(() => {})
    signal.addEventListener('abort', cancel)
    try {
      return await this.ask(kind, task)
    } finally {
      signal.removeEventListener('abort', cancel)
      this.listeners.delete(task.id)
    }
  }

  end(): void {
    const { running } = this
    this.running = null
    if (this.idle) clearTimeout(this.idle)
    running?.talk.end(new Error('the thread was ended'))
    running?.end()
  }

  private begin(): Running {
    const { port, end, hold } = existsSync(this.script) ? this.worker() : here(this.cacheFolder)
    const talk = new PortTalk<ToFormulaMain, ToFormulaThread>(port, {
      mined: async ({ id, done, total }) => {
        this.listeners.get(id)?.(done, total)
        return null
      }
    })
    this.running = { talk, end, hold, under: 0 }
    return this.running
  }

  private worker(): { port: Port; end(): void; hold(holds: boolean): void } {
    const worker = new Worker(this.script, { workerData: this.cacheFolder })
    const gone = (reason: unknown) => {
      this.running?.talk.end(reason)
      this.running = null
    }
    worker.on('error', gone)
    return {
      port: {
        post: (message) => worker.postMessage(message),
        onMessage: (listener) => void worker.on('message', listener)
      },
      end: () => void worker.terminate(),
      hold: (holds) => (holds ? worker.ref() : worker.unref())
    }
  }
}

/** What the thread does, done in this one: everything still crosses a port. */
function here(cacheFolder: string | null): { port: Port; end(): void; hold(holds: boolean): void } {
  const { port1, port2 } = new MessageChannel()
  serveFormulae(
    {
      post: (message) => port2.postMessage(message),
      onMessage: (listener) => void port2.on('message', listener)
    },
    cacheFolder
  )
  return {
    port: {
      post: (message) => port1.postMessage(message),
      onMessage: (listener) => void port1.on('message', listener)
    },
    end: () => port1.close(),
    hold(holds) {
      for (const port of [port1, port2])
        if (holds) port.ref()
        else port.unref()
    }
  }
}
