import type { IsWanted } from '../workers/port-talk'

/** Whoever asked waits no longer. */
export class GivenUp extends Error {}

/** Throws `GivenUp` once nobody waits for the answer. */
export function stillWanted(isWanted: IsWanted): void {
  if (!isWanted()) throw new GivenUp('nobody waits for it any more')
}
