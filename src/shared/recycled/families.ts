/** Numbers that belong together (union by the lower one, paths halved; Tarjan 1975). */
export class Families {
  private parents = new Int32Array(1024)

  add(own: number): void {
    if (own >= this.parents.length) {
      const larger = new Int32Array(this.parents.length * 2)
      larger.set(this.parents)
      this.parents = larger
    }
    this.parents[own] = own
  }

  same(a: number, b: number): boolean {
    return this.root(a) === this.root(b)
  }

  join(a: number, b: number): void {
    const [one, other] = [this.root(a), this.root(b)]
    this.parents[Math.max(one, other)] = Math.min(one, other)
  }

  /** Those with more than one member, each in order. @param count numbers below it are looked at */
  groups(count: number): number[][] {
    const all = new Map<number, number[]>()
    for (let own = 0; own < count; own++) {
      const root = this.root(own)
      if (root === own) continue
      const known = all.get(root)
      if (known) known.push(own)
      else all.set(root, [root, own])
    }
    return [...all.values()]
  }

  private root(own: number): number {
    let at = own
    for (let up = this.parents[at] ?? at; up !== at; up = this.parents[at] ?? at) {
      this.parents[at] = this.parents[up] ?? up
      at = this.parents[at] ?? at
    }
    return at
  }
}
