/** Does work one after another where it touches the same thing; what touches other things goes on beside it. */
export class KeyedQueue {
  private readonly last = new Map<string, Promise<unknown>>()

  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const mine = (this.last.get(key) ?? Promise.resolve()).then(work)
    const settled = mine.catch(() => {})
    this.last.set(key, settled)
    void settled.then(() => {
      if (this.last.get(key) === settled) this.last.delete(key)
    })
    return mine
  }
}
