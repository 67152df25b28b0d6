import type { Draft, FoundDraft } from '../../shared/drafts/draft'
import { storedText } from '../../shared/drafts/draft-target'
import type { DraftId, ProjectId } from '../../shared/model/ids'
import type { ProjectState } from '../../shared/model/state'
import type { Client } from './client'
import type { DraftStore } from './draft-store'

/**
 * Whose drafts are whose: each window looks after those that were typed in it. Those of a window that is gone, or of the
 * last run, are for the first window that asks.
 */
export class Drafts {
  private readonly owners = new Map<DraftId, Client>()

  constructor(
    readonly store: DraftStore,
    private readonly clients: ReadonlySet<Client>
  ) {}

  async keep(
    client: Client,
    project: ProjectId,
    drafts: readonly Draft[],
    dropped: readonly DraftId[]
  ): Promise<boolean> {
    for (const { id } of drafts) this.owners.set(id, client)
    for (const id of dropped) this.owners.delete(id)
    return this.store.keep(project, drafts, dropped)
  }

  /** The drafts of nobody, which are this window's from now on, and its own of before it was loaded again. */
  async adopt(client: Client, state: ProjectState): Promise<readonly FoundDraft[]> {
    const drafts = await this.store.read(state.info.id)
    const free = drafts.filter(({ id }) => {
      const owner = this.owners.get(id)
      return owner === undefined || owner === client || !this.clients.has(owner)
    })
    for (const { id } of free) this.owners.set(id, client)
    return free.map((draft) => ({ draft, stored: storedText(state, draft.target) }))
  }

  /** A window is gone: another is told that there may be drafts to look after. */
  leave(client: Client): void {
    const wasOwner = [...this.owners.values()].includes(client)
    const [other] = this.clients
    if (wasOwner) other?.send('drafts', null)
  }
}
