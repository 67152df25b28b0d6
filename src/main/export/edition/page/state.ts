/** What a reader has chosen. */
export interface Choice {
  readonly view: 'rows' | 'running'
  /** Versions that are not shown. */
  readonly hidden: ReadonlySet<number>
  /** The version that the others are held against; null for none. */
  readonly base: number | null
  /** Themes that are looked for; all where it is empty. */
  readonly themes: ReadonlySet<number>
  readonly query: string
  /** Which of the hits of the query is the present one; -1 before the first. */
  readonly hit: number
  /** The row that is looked at; -1 before any is. */
  readonly row: number
}

type Listener = (choice: Choice, before: Choice) => void

/** The one place that knows what is chosen; whoever draws listens. */
export class State {
  private readonly listeners: Listener[] = []
  choice: Choice = {
    view: 'rows',
    hidden: new Set(),
    base: null,
    themes: new Set(),
    query: '',
    hit: -1,
    row: -1
  }

  listen(listener: Listener): void {
    this.listeners.push(listener)
  }

  set(change: Partial<Choice>): void {
    const before = this.choice
    this.choice = { ...before, ...change }
    for (const listener of this.listeners) listener(this.choice, before)
  }
}

/** A set with one more, or one less where it was in it. */
export function toggled(set: ReadonlySet<number>, one: number): ReadonlySet<number> {
  const next = new Set(set)
  if (!next.delete(one)) next.add(one)
  return next
}
