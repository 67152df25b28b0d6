/** The last things by number; older ones are forgotten. */
export class BoundedMap<T> {
  private readonly items = new Map<number, T>()

  constructor(private readonly most: number) {}

  get(number: number): T | undefined {
    return this.items.get(number)
  }

  set(number: number, item: T): void {
    this.items.set(number, item)
    for (const oldest of this.items.keys()) {
      if (this.items.size <= this.most) return
      this.items.delete(oldest)
    }
  }

  forgetAfter(number: number): void {
    for (const each of [...this.items.keys()]) if (each > number) this.items.delete(each)
  }
}
