import type { Answer, EventName, Events } from '../../../shared/ipc/answers'
import type { Input, Method } from '../../../shared/ipc/contract'

interface Bridge {
  call(method: string, input: unknown): Promise<unknown>
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
