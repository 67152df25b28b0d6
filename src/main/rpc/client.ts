import type { EventName, Events } from '../../shared/ipc/answers'
import type { DocumentId } from '../../shared/model/ids'

/** A window as the desk knows it: the documents it shows, and a way to tell it things. */
export interface Client {
  readonly shows: Set<DocumentId>
  send<E extends EventName>(event: E, payload: Events[E]): void
}
