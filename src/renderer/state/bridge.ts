import type { Answer, EventName, Events } from '../../shared/ipc/answers'
import type { Input, Method } from '../../shared/ipc/contract'

interface Bridge {
  call(method: string, input: unknown, job?: string): Promise<unknown>
  on(listener: (event: string, payload: unknown) => void): () => void
}

declare global {
  interface Window {
    readonly variorum: Bridge
  }
}

/** Asks the main process. Expected failures come back as values; the promise does not reject for them. */
export function call<M extends Method>(method: M, input: Input<M>): Promise<Answer<M>> {
  return window.variorum.call(method, input) as Promise<Answer<M>>
}

let jobs = 0

/** Long work that was asked for: its answer, and how to give it up. */
export interface RunningJob<M extends Method> {
  readonly answer: Promise<Answer<M>>
  cancel(): void
}

/**
 * Asks the main process for work that may take long. Once it is cancelled the main process stops it, and the answer says
 * so. `progress` hears how far it is.
 */
export function openJob<M extends Method>(
  method: M,
  input: Input<M>,
  progress: (done: number, total: number) => void = () => {}
): RunningJob<M> {
  const job = `${method} ${++jobs}`
  const stop = on('jobProgress', (told) => {
    if (told.job === job) progress(told.done, told.total)
  })
  const answer = (window.variorum.call(method, input, job) as Promise<Answer<M>>).finally(stop)
  return { answer, cancel: () => void call('job.cancel', job) }
}

/** Reads dropped files: the preload puts their paths in their place. */
export function readDropped(files: readonly File[]): Promise<Answer<'import.read'>> {
  return window.variorum.call('import.read', files) as Promise<Answer<'import.read'>>
}

/** Hears one kind of event from the main process. Returns the function that stops it. */
export function on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void {
  return window.variorum.on((name, payload) => {
    if (name === event) listener(payload as Events[E])
  })
}
