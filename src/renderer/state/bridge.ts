import type { Answer, EventName, Events } from '../../shared/ipc/answers'
import type { Input, Method } from '../../shared/ipc/contract'
import { answerFromWire } from '../../shared/ipc/wire'

interface Bridge {
  call(method: string, input: unknown, job?: string): Promise<unknown>
  on(listener: (event: string, payload: string) => void): () => void
}

declare global {
  interface Window {
    readonly variorum: Bridge
  }
}

/** Asks the main process. Expected failures come back as values; the promise does not reject for them. */
export function call<M extends Method>(method: M, input: Input<M>): Promise<Answer<M>> {
  return answered(window.variorum.call(method, input))
}

/** An answer of the main process, which is our own code, read from the text it came as. */
async function answered<M extends Method>(sent: Promise<unknown>): Promise<Answer<M>> {
  return answerFromWire(await sent) as Answer<M>
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
  progress?: (done: number, total: number) => void
): RunningJob<M> {
  const job = `${method} ${++jobs}`
  const stop = progress
    ? on('jobProgress', (told) => {
        if (told.job === job) progress(told.done, told.total)
      })
    : () => {}
  const answer = answered<M>(window.variorum.call(method, input, job)).finally(stop)
  return { answer, cancel: () => void call('job.cancel', job) }
}

/** Reads dropped files: the preload puts their paths in their place. */
export function readDropped(files: readonly File[]): Promise<Answer<'import.read'>> {
  return answered(window.variorum.call('import.read', files))
}

/** Who hears which event. The bridge is listened to once, and each event read once for all who hear it. */
const heardBy = new Map<string, Set<(payload: unknown) => void>>()
let listensTo: Bridge | null = null

function listen(): void {
  if (listensTo === window.variorum) return
  listensTo = window.variorum
  listensTo.on((event, sent) => {
    const listeners = heardBy.get(event)
    if (!listeners?.size) return
    const payload: unknown = JSON.parse(sent)
    for (const listener of [...listeners]) listener(payload)
  })
}

/** Hears one kind of event from the main process. Returns the function that stops it. */
export function on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void {
  listen()
  const hear = (payload: unknown) => listener(payload as Events[E])
  const listeners = heardBy.get(event) ?? new Set()
  heardBy.set(event, listeners.add(hear))
  return () => listeners.delete(hear)
}
