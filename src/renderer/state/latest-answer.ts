import { createStore } from 'zustand/vanilla'
import type { AppError, Result } from '../../shared/model/result'

/** Asks for something. `signal` is aborted when nobody waits for the answer any longer. */
export type Ask<T> = (signal: AbortSignal) => Promise<Result<T>>

/** What is asked: the same question has the same key. Where `again` differs it is to be asked once more. */
export interface Question {
  readonly key: string
  readonly again?: unknown
}

export interface AskOptions {
  /** So many milliseconds nothing else may be asked before this is. */
  readonly pauseMs?: number
  /** Hears why it was refused. */
  readonly onError?: (error: AppError) => void
}

export interface Answered<T> {
  /** What is answered: null until it is known, and where it was refused. */
  readonly answer: T | null
  /** The newest answer to anything that was asked since there was nothing to ask: it may stay while the next one is made. */
  readonly latest: T | null
  /** Why what was asked last was refused, until the next answer. */
  readonly error: AppError | null
}

interface State<T> extends Answered<T> {
  /** What `answer` answers. */
  readonly key: string | null
}

const nothing = { key: null, answer: null, latest: null, error: null }

/**
 * The answer to whatever was asked last. An answer to an older question is never shown, in whatever order they come, and
 * work that nobody waits for any longer is given up. The same may be asked again (after a change of the project, say):
 * its answer stands until there is a newer one.
 */
export class LatestAnswer<T> {
  readonly store = createStore<State<T>>(() => nothing)
  private asking: AbortController | null = null
  private timer: ReturnType<typeof setTimeout> | undefined
  private answered: Question | null = null

  /** Asks a question, unless this very one is answered. What was asked before is given up. */
  ask(question: Question, ask: Ask<T>, { pauseMs = 0, onError = () => {} }: AskOptions = {}): void {
    this.stop()
    const { key, again } = question
    if (this.answered?.key === key && this.answered.again === again) return
    this.answered = null
    const own = new AbortController()
    this.asking = own
    if (this.store.getState().key !== key) this.store.setState({ key, answer: null })
    const begin = async () => {
      const answered = await ask(own.signal)
      if (this.asking !== own) return
      this.asking = null
      if (answered.ok) {
        this.answered = question
        this.store.setState({ answer: answered.value, latest: answered.value, error: null })
      } else {
        this.store.setState({ answer: null, error: answered.error })
        onError(answered.error)
      }
    }
    if (pauseMs === 0) void begin()
    else this.timer = setTimeout(() => void begin(), pauseMs)
  }

  /** Nothing is asked: there is no answer either. */
  forget(): void {
    this.stop()
    this.answered = null
    this.store.setState(nothing)
  }

  /** Nobody waits any longer. What was answered stands. */
  stop(): void {
    clearTimeout(this.timer)
    this.asking?.abort()
    this.asking = null
  }
}
