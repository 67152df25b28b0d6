/** Runs something once nothing has happened for a pause, and at the latest so long after the first that happened (if ever). */
export class Debounce {
  private timer: ReturnType<typeof setTimeout> | null = null
  private since = 0

  /** Both times are milliseconds. */
  constructor(
    private readonly run: () => void,
    private readonly pause: number,
    private readonly atLatest = Number.POSITIVE_INFINITY
  ) {}

  /** Something happened. */
  touch(): void {
    const now = Date.now()
    if (this.timer === null) this.since = now
    else clearTimeout(this.timer)
    const left = Math.max(0, this.since + this.atLatest - now)
    this.timer = setTimeout(() => this.now(), Math.min(this.pause, left))
  }

  /** Runs it at once, where something has happened since the last time. */
  now(): void {
    if (this.timer === null) return
    this.cancel()
    this.run()
  }

  cancel(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
  }
}
