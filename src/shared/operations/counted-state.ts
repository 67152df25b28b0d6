import type { ProjectState } from '../model/state'
import { allLinks, type BackLinks } from './back-links'
import { type Counts, countAll } from './counts'

/** A state with its counts, and with the links that its memos have. */
export interface CountedState {
  readonly state: ProjectState
  readonly counts: Counts
  readonly links: BackLinks
}

/** A state with its counts and links, found afresh. Loads every annotation. */
export function countedState(state: ProjectState): CountedState {
  return { state, counts: countAll(state), links: allLinks(state) }
}
