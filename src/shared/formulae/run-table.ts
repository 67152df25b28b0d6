/** Finds entries by keys that are whole numbers; open addressing, since a Map of doubles is slow for millions of look-ups. */
export class RunTable<Entry> {
  private keys: Float64Array
  private places: Int32Array
  private readonly all: Entry[] = []

  constructor(room = 1 << 12) {
    this.keys = new Float64Array(room)
    this.places = new Int32Array(room).fill(-1)
  }

  get size(): number {
    return this.all.length
  }

  get entries(): readonly Entry[] {
    return this.all
  }

  get(key: number, hash: number): Entry | undefined {
    return this.all[this.places[this.slot(key, hash)] ?? -1]
  }

  add(key: number, hash: number, entry: Entry): void {
    if (this.all.length * 2 >= this.keys.length) this.grow()
    const at = this.slot(key, hash)
    this.keys[at] = key
    this.places[at] = this.all.push(entry) - 1
  }

  private slot(key: number, hash: number): number {
    const mask = this.keys.length - 1
    let at = hash & mask
    while ((this.places[at] ?? -1) >= 0 && this.keys[at] !== key) at = (at + 1) & mask
    return at
  }

  /** A key holds its hash in its upper bits (`key / 2 ** 20`). */
  private grow(): void {
    const { keys, places } = this
    this.keys = new Float64Array(keys.length * 2)
    this.places = new Int32Array(keys.length * 2).fill(-1)
    places.forEach((place, at) => {
      const key = keys[at] ?? 0
      if (place < 0) return
      const slot = this.slot(key, Math.floor(key / 0x100000) | 0)
      this.keys[slot] = key
      this.places[slot] = place
    })
  }
}
