import type { Rendering } from './document'

/** The order in which the versions of a work stand everywhere: the source first, the least known last. */
export const renderingOrder: Readonly<Record<Rendering, number>> = {
  source: 0,
  official: 1,
  unofficial: 2,
  machine: 3,
  unknown: 4
}
