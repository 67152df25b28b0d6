import type { EventName, Events } from '../../shared/ipc/answers'
import type { DocumentId } from '../../shared/model/ids'

/** A window as the host knows it: the documents it shows, and a way to tell it things. */
export interface Client {
  readonly shows: Set<DocumentId>
  /** The documents that it has left, as long as it was told of everything that has happened to their highlights. */
  readonly left: Set<DocumentId>
  send<E extends EventName>(event: E, payload: Events[E]): void
}

/** Whether a window hears of what happens to the highlights of a document. What it does not hear of it no longer knows. */
export function isToldOf({ shows, left }: Client, id: DocumentId): boolean {
  if (shows.has(id)) return true
  left.delete(id)
  return false
}
