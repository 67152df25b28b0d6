import { reasonOf } from '../../shared/model/app-error'

/** What one end of a port may ask of the other: plain data in, plain data out. */
export type Questions<Q> = { readonly [K in keyof Q]: { readonly input: unknown; readonly output: unknown } }

/** Whether whoever asked still waits for the answer. */
export type IsWanted = () => boolean

/** Hears how far an answer is. */
export type HowFar = (done: number, total: number) => void

/** What answers each question, and may say how far it is. */
export type Answers<Q extends Questions<Q>> = {
  readonly [K in keyof Q]: (
    input: Q[K]['input'],
    isWanted: IsWanted,
    howFar: HowFar
  ) => Promise<Q[K]['output']>
}

/** An end of a channel between threads. */
export interface Port {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
}

type Message<Q extends Questions<Q>> =
  | { readonly ask: keyof Q; readonly id: number; readonly input: never }
  | { readonly answer: number; readonly output: never }
  | { readonly failed: number; readonly reason: string }
  | { readonly giveUp: number }
  | { readonly under: number; readonly done: number; readonly total: number }

interface Waiting {
  readonly resolve: (output: never) => void
  readonly reject: (error: unknown) => void
  readonly howFar: HowFar | undefined
}

/**
 * Two threads that ask each other things. `Mine` is what this end answers, `Theirs` what the other one does. Whoever gives
 * much waits for each answer, so that no more lies between them than one can take.
 */
export class PortTalk<Mine extends Questions<Mine>, Theirs extends Questions<Theirs>> {
  private readonly waiting = new Map<number, Waiting>()
  /** What this end is answering, as long as it is waited for. */
  private readonly wanted = new Set<number>()
  private next = 1

  constructor(
    private readonly port: Port,
    private readonly answers: Answers<Mine>
  ) {
    port.onMessage((heard) => {
      // Both ends are our own code, and held by the same types.
      const message = heard as Message<Mine>
      if ('ask' in message) void this.reply(message.ask, message.id, message.input)
      else if ('giveUp' in message) this.wanted.delete(message.giveUp)
      else if ('under' in message) this.waiting.get(message.under)?.howFar?.(message.done, message.total)
      else if ('answer' in message) this.settle(message.answer)?.resolve(message.output)
      else this.settle(message.failed)?.reject(new Error(message.reason))
    })
  }

  /**
   * Rejects with the words of what the other end throws, or where the signal aborts it: the other end hears of that.
   * @param howFar hears how far the answer is, where the other end says so
   */
  ask<K extends keyof Theirs>(
    kind: K,
    input: Theirs[K]['input'],
    signal?: AbortSignal,
    howFar?: HowFar
  ): Promise<Theirs[K]['output']> {
    const id = this.next++
    const giveUp = () => {
      this.settle(id)?.reject(signal?.reason)
      this.port.post({ giveUp: id })
    }
    const asked = new Promise<Theirs[K]['output']>((resolve, reject) => {
      signal?.throwIfAborted()
      this.waiting.set(id, { resolve, reject, howFar })
      this.port.post({ ask: kind, id, input })
      signal?.addEventListener('abort', giveUp)
    })
    return asked.finally(() => signal?.removeEventListener('abort', giveUp))
  }

  /** The other end is gone: nothing that was asked will be answered. */
  end(reason: unknown): void {
    for (const { reject } of this.waiting.values()) reject(reason)
    this.waiting.clear()
  }

  private settle(id: number): Waiting | undefined {
    const found = this.waiting.get(id)
    this.waiting.delete(id)
    return found
  }

  private async reply(kind: keyof Mine, id: number, input: never): Promise<void> {
    this.wanted.add(id)
    try {
      const output = await this.answers[kind](
        input,
        () => this.wanted.has(id),
        (done, total) => this.port.post({ under: id, done, total })
      )
      this.port.post({ answer: id, output })
    } catch (error) {
      this.port.post({ failed: id, reason: reasonOf(error) })
    } finally {
      this.wanted.delete(id)
    }
  }
}
