interface Waiting<T> {
  readonly items: readonly T[]
  readonly settle: (error: unknown) => void
}

/**
 * Writes items in the order in which they come. Those that come while a write is under way share the next one.
 * When a write fails, so do all that wait behind it: they were made on top of it.
 */
export class GroupCommit<T> {
  private queue: Waiting<T>[] = []
  private pumping: Promise<void> | null = null

  /** `done` is called for each item in order, before the one who gave it hears of it. */
  constructor(
    private readonly write: (items: readonly T[]) => Promise<void>,
    private readonly done: (item: T) => void,
    private readonly failed: (error: unknown) => void
  ) {}

  /**
   * Writes items at once: all of them or none. Resolves with null when they are written, or with the error that kept
   * them from being. Without any it waits for what is on its way.
   */
  push(items: readonly T[]): Promise<unknown> {
    if (items.length === 0 && !this.pumping) return Promise.resolve(null)
    return new Promise((settle) => {
      this.queue.push({ items, settle })
      this.pumping ??= this.pump()
    })
  }

  async idle(): Promise<void> {
    while (this.pumping) await this.pumping
  }

  /** Does something while nothing is being written; what comes meanwhile waits for it. */
  async alone(work: () => Promise<void>): Promise<void> {
    // No turn may pass between the last look and taking the place, or a write could begin in it.
    while (this.pumping) await this.pumping
    const working = work()
    this.pumping = working.catch(() => {}).then(() => this.pump())
    await working
  }

  private async pump(): Promise<void> {
    while (this.queue.length > 0) {
      const group = this.queue
      this.queue = []
      try {
        const items = group.flatMap((each) => each.items)
        if (items.length > 0) await this.write(items)
      } catch (error) {
        const lost = [...group, ...this.queue]
        this.queue = []
        this.failed(error)
        for (const each of lost) each.settle(error)
        continue
      }
      for (const each of group) {
        for (const item of each.items) this.done(item)
        each.settle(null)
      }
    }
    // Here and not in a later microtask: an item that comes right after the last one must start a new pump.
    this.pumping = null
  }
}
