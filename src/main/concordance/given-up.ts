import type { HowFar, IsWanted } from '../workers/port-talk'

/** Whoever asked waits no longer. */
export class GivenUp extends Error {}

/** Whoever waits for long work: whether they still do, and how far it is. */
export interface Watch {
  readonly isWanted: IsWanted
  readonly howFar: HowFar
}

/** Throws `GivenUp` once nobody waits for the answer. */
export function stillWanted(isWanted: IsWanted): void {
  if (!isWanted()) throw new GivenUp('nobody waits for it any more')
}
