import { Worker } from 'node:worker_threads'
import { type HowFar, type Port, PortTalk } from '../workers/port-talk'
import type { FoundNews, Library, SearchTask, ToMain, ToThread } from './questions'

/** A thread as far as its users know it. */
export interface ThreadPort extends Port {
  /** Hears that it is over. */
  onEnd(listener: (reason: unknown) => void): void
  end(): void
  /** Whether the process stays alive for it. */
  holdProcess(holds: boolean): void
}

/** What was asked of a thread that was ended meanwhile. */
export class ThreadEnded extends Error {}

/** An expression has been at one text for longer than its patience. */
export class ExpressionTooSlow extends Error {}

/** So long an expression may be at one text, in milliseconds. */
const patienceMs = 3000
/** A thread that nobody has asked anything for so long is ended: it holds the texts of a corpus. */
const idleMs = 10 * 60_000
/** What was asked of a thread that ended is asked of the next one, so many times. */
const mostTries = 3
/** So many libraries a thread knows: one for each state of the documents that a concordance is open on. */
const mostLibraries = 12

function workerThread(script: string, cacheFolder: string | null): ThreadPort {
  const worker = new Worker(script, { workerData: cacheFolder })
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

interface Running {
  readonly port: ThreadPort
  readonly talk: PortTalk<ToMain, ToThread>
  under: number
  /** The numbers of the libraries that it was told of, the oldest first. */
  libraries: readonly number[]
}

/**
 * The one thread that keeps the texts of concordances. Begun when it is first asked, and again after an expression that would
 * not end took it along; what else was asked of it then is asked again.
 */
export class TextThread {
  private running: Running | null = null
  private idle: NodeJS.Timeout | null = null
  private readonly listeners = new Map<string, (news: FoundNews) => void>()
  private readonly current = new SharedArrayBuffer(4)
  private next = 1

  /**
   * @param script what the thread runs, or how one is begun
   * @param cacheFolder where texts that were made ready are kept for another day; null: nowhere
   */
  constructor(
    private readonly script: string | (() => ThreadPort),
    private readonly patience = patienceMs,
    private readonly cacheFolder: string | null = null
  ) {}

  /**
   * Asks something that changes nothing: where the thread ends meanwhile it is asked again. Rejects where the signal aborts it.
   * @param about `library`: the one that the question names, where it names one; `howFar` hears how far the answer is
   */
  async ask<K extends Exclude<keyof ToThread, 'search' | 'library'>>(
    kind: K,
    input: ToThread[K]['input'],
    signal?: AbortSignal,
    { library, howFar }: { readonly library?: Library; readonly howFar?: HowFar } = {}
  ): Promise<ToThread[K]['output']> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.once((talk) => talk.ask(kind, input, signal, howFar), library)
      } catch (error) {
        if (!(error instanceof ThreadEnded) || tries >= mostTries) throw error
      }
    }
  }

  /**
   * Searches; `heard` hears what is found. Rejects with `ExpressionTooSlow` where the task's own expression would not end, and
   * with `ThreadEnded` where that of another took the thread along.
   * @param canHang whether an expression is part of the query
   */
  async search(
    task: Omit<SearchTask, 'current' | 'number' | 'library'>,
    library: Library,
    heard: (news: FoundNews) => void,
    canHang: boolean
  ): Promise<void> {
    const number = this.next++
    let watch: NodeJS.Timeout | undefined
    let isGuilty = false
    const look = () => {
      if (Atomics.load(new Int32Array(this.current), 0) === number) {
        isGuilty = true
        this.end()
      } else arm()
    }
    const arm = () => {
      clearTimeout(watch)
      if (canHang) watch = setTimeout(look, this.patience).unref()
    }
    this.listeners.set(task.id, (news) => {
      arm()
      heard(news)
    })
    arm()
    try {
      const whole = { ...task, library: library.number, current: this.current, number }
      await this.once((talk) => talk.ask('search', whole), library)
    } catch (error) {
      throw isGuilty ? new ExpressionTooSlow('an expression would not end') : error
    } finally {
      clearTimeout(watch)
      this.listeners.delete(task.id)
    }
  }

  /** Ends the search of a task; it then resolves as if it were over. Nothing happens where no thread runs. */
  cancel(id: string): void {
    if (this.running) void this.ask('cancel', id).catch(() => {})
  }

  /** Ends the thread with whatever it does. */
  end(): void {
    const { running } = this
    this.running = null
    if (this.idle) clearTimeout(this.idle)
    this.idle = null
    Atomics.store(new Int32Array(this.current), 0, 0)
    running?.talk.end(new ThreadEnded('the thread was ended'))
    running?.port.end()
  }

  private async once<T>(work: (talk: Running['talk']) => Promise<T>, library?: Library): Promise<T> {
    const running = this.running ?? this.begin()
    if (library) tell(running, library)
    if (this.idle) clearTimeout(this.idle)
    running.under++
    // A process is kept alive by work under way, not by a thread that waits for some.
    running.port.holdProcess(true)
    try {
      return await work(running.talk)
    } finally {
      running.under--
      if (running.under === 0 && this.running === running) {
        running.port.holdProcess(false)
        this.idle = setTimeout(() => this.end(), idleMs)
        this.idle.unref()
      }
    }
  }

  private begin(): Running {
    const port = typeof this.script === 'string' ? workerThread(this.script, this.cacheFolder) : this.script()
    const talk = new PortTalk<ToMain, ToThread>(port, {
      found: async (news) => {
        this.listeners.get(news.id)?.(news)
        return null
      }
    })
    const made: Running = { port, talk, under: 0, libraries: [] }
    this.running = made
    port.onEnd((reason) => {
      if (this.running === made) this.running = null
      talk.end(new ThreadEnded(String(reason)))
    })
    return made
  }
}

/** Tells a thread of a library that it does not know. What it is asked next comes behind. */
function tell(running: Running, library: Library): void {
  const { number } = library
  if (running.libraries.includes(number)) return
  const all = [...running.libraries, number]
  running.libraries = all.slice(-mostLibraries)
  const task = { library, forget: all.slice(0, -mostLibraries) }
  void running.talk.ask('library', task).catch(() => {})
}
