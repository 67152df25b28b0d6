/** No act waits longer than this for the ones before it: a change that never comes back must not make the keys dead. */
const patienceMs = 2000

/**
 * Acts one after another. One that gives a promise holds the next ones up until it is fulfilled, so that each finds what
 * the one before has made. Where nothing is under way an act is done at once.
 */
export class Turns {
  private readonly waiting: (() => unknown)[] = []
  private busy = false

  constructor(private readonly patience = patienceMs) {}

  /** Whether an act would have to wait. */
  get isBusy(): boolean {
    return this.busy
  }

  take(act: () => unknown): void {
    if (this.busy) this.waiting.push(act)
    else this.begin(act)
  }

  private begin(act: () => unknown): void {
    let done: unknown
    try {
      done = act()
    } catch (error) {
      // Told as any other error of the window; those that wait have their turn all the same.
      queueMicrotask(() => {
        throw error
      })
    }
    if (!(done instanceof Promise)) return
    this.busy = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const enough = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, this.patience)
    })
    const next = () => {
      clearTimeout(timer)
      this.goOn()
    }
    void Promise.race([done, enough]).then(next, next)
  }

  private goOn(): void {
    this.busy = false
    while (!this.busy) {
      const act = this.waiting.shift()
      if (!act) return
      this.begin(act)
    }
  }
}
