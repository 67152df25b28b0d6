interface Waiting<T> {
  readonly item: T
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

  /** Resolves with null when the item is written, or with the error that kept it from being. */
  push(item: T): Promise<unknown> {
    return new Promise((settle) => {
      this.queue.push({ item, settle })
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
        await this.write(group.map((each) => each.item))
      } catch (error) {
        const lost = [...group, ...this.queue]
        this.queue = []
        this.failed(error)
        for (const each of lost) each.settle(error)
        continue
      }
      for (const each of group) {
        this.done(each.item)
        each.settle(null)
      }
    }
    // Here and not in a later microtask: an item that comes right after the last one must start a new pump.
    this.pumping = null
  }
}
