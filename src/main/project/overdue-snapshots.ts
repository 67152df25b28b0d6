/** Snapshots that fail now and then are no news; those that have failed for so long are. */
const overdueMilliseconds = 60_000

/** Tells once when snapshot files could not be written for a minute, and again only after they could. */
export class OverdueSnapshots {
  private since: number | null = null
  private told = false

  constructor(
    private readonly tell: (error: unknown) => void,
    private readonly now: () => number = Date.now
  ) {}

  failed(error: unknown): void {
    this.since ??= this.now()
    if (this.told || this.now() - this.since < overdueMilliseconds) return
    this.told = true
    this.tell(error)
  }

  written(): void {
    this.since = null
    this.told = false
  }
}
