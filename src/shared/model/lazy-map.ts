const bucketCount = 256

/** How a value is had: at once, or in slices; `inSlices` gives null where only `load` can tell what is wrong. */
export interface Loader<V> {
  load(): V
  inSlices?(): Promise<V | null>
  /** The value is not kept: it is loaded anew each time that it is asked for. */
  readonly isLoadedAnew?: true
}

/** A value, or how to get it the first time that it is asked for. */
interface Cell<V> {
  value: V | undefined
  loader: Loader<V> | null
}

type Bucket<K, V> = ReadonlyMap<K, Cell<V>>

/**
 * An immutable map from id to value. A change makes a new table that shares nearly everything with the old one: it
 * costs the same at ten entries and at ten thousand, where copying a plain record costs milliseconds.
 * An entry may be given as a loader; it is called once, when the entry is first read. That is how
 * the annotations of ten thousand documents lie on disk until somebody looks at them.
 * The order of the entries is fixed by their keys' hashes and means nothing.
 */
export class LazyMap<K extends string, V> {
  private constructor(
    private readonly buckets: readonly (Bucket<K, V> | undefined)[],
    readonly size: number
  ) {}

  static empty<K extends string, V>(): LazyMap<K, V> {
    return new LazyMap<K, V>([], 0)
  }

  static from<K extends string, V>(record: Readonly<Record<K, V>>): LazyMap<K, V> {
    const cells: [K, Cell<V>][] = []
    for (const key in record) cells.push([key, { value: record[key], loader: null }])
    return LazyMap.build(cells)
  }

  /** The last of several entries with one key counts. */
  static of<K extends string, V>(entries: Iterable<readonly [K, V]>): LazyMap<K, V> {
    return LazyMap.build(Array.from(entries, ([key, value]) => [key, { value, loader: null }] as const))
  }

  /** A table whose values are loaded when they are first read. */
  static lazy<K extends string, V>(loaders: Iterable<readonly [K, Loader<V>]>): LazyMap<K, V> {
    return LazyMap.build(Array.from(loaders, ([key, loader]) => [key, { value: undefined, loader }] as const))
  }

  private static build<K extends string, V>(cells: Iterable<readonly [K, Cell<V>]>): LazyMap<K, V> {
    const buckets: (Map<K, Cell<V>> | undefined)[] = []
    let size = 0
    for (const [key, cell] of cells) {
      const at = bucketOf(key)
      let bucket = buckets[at]
      if (!bucket) {
        bucket = new Map()
        buckets[at] = bucket
      }
      if (!bucket.has(key)) size++
      bucket.set(key, cell)
    }
    return new LazyMap<K, V>(buckets, size)
  }

  /** Throws what the entry's loader throws; the next call tries again. */
  get(key: K): V | undefined {
    const cell = this.buckets[bucketOf(key)]?.get(key)
    return cell && read(cell)
  }

  /**
   * Has an entry loaded in slices, where its loader can. What is asked for meanwhile is loaded at once; what cannot be
   * loaded in slices stays as it is, and `get` tells why.
   */
  async prepare(key: K): Promise<void> {
    const cell = this.buckets[bucketOf(key)]?.get(key)
    const value = await cell?.loader?.inSlices?.()
    if (!cell || value === undefined || value === null || cell.loader === null) return
    cell.value = value
    cell.loader = null
  }

  has(key: K): boolean {
    return this.buckets[bucketOf(key)]?.has(key) ?? false
  }

  set(key: K, value: V): LazyMap<K, V> {
    const at = bucketOf(key)
    const before = this.buckets[at]
    const bucket = new Map(before)
    bucket.set(key, { value, loader: null })
    return this.withBucket(at, bucket, before?.has(key) ? 0 : 1)
  }

  delete(key: K): LazyMap<K, V> {
    const at = bucketOf(key)
    const before = this.buckets[at]
    if (!before?.has(key)) return this
    const bucket = new Map(before)
    bucket.delete(key)
    return this.withBucket(at, bucket, -1)
  }

  *keys(): Generator<K> {
    for (const bucket of this.buckets) if (bucket) yield* bucket.keys()
  }

  /** Loads what is not loaded yet, entry by entry as the caller goes on. */
  *entries(): Generator<[K, V]> {
    for (const bucket of this.buckets) if (bucket) for (const [key, cell] of bucket) yield [key, read(cell)]
  }

  *values(): Generator<V> {
    for (const [, value] of this.entries()) yield value
  }

  /** The keys whose values have not been read yet. */
  *unread(): Generator<K> {
    for (const bucket of this.buckets)
      if (bucket) for (const [key, cell] of bucket) if (cell.loader !== null) yield key
  }

  /**
   * What differs between two tables: key, value before, value after (undefined where it is not there). Costs what
   * differs, not what there is: tables made from one another share their buckets.
   */
  static *differences<K extends string, V>(
    before: LazyMap<K, V>,
    after: LazyMap<K, V>
  ): Generator<[K, V | undefined, V | undefined]> {
    for (let at = 0; at < bucketCount; at++) {
      const [old, next] = [before.buckets[at], after.buckets[at]]
      if (old === next) continue
      for (const [key, cell] of old ?? []) {
        const now = next?.get(key)
        if (now !== cell) yield [key, read(cell), now && read(now)]
      }
      for (const [key, cell] of next ?? []) if (!old?.has(key)) yield [key, undefined, read(cell)]
    }
  }

  /** The same entries as a plain record. Loads everything. */
  toRecord(): Record<K, V> {
    return Object.fromEntries(this.entries()) as Record<K, V>
  }

  private withBucket(at: number, bucket: Bucket<K, V>, grown: number): LazyMap<K, V> {
    const buckets = this.buckets.slice()
    buckets[at] = bucket
    return new LazyMap<K, V>(buckets, this.size + grown)
  }
}

function read<V>(cell: Cell<V>): V {
  if (cell.loader !== null) {
    const value = cell.loader.load()
    if (cell.loader.isLoadedAnew) return value
    cell.value = value
    cell.loader = null
  }
  return cell.value as V
}

/** FNV-1a over the key's code units. */
function bucketOf(key: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
  return (hash >>> 8) & (bucketCount - 1)
}

const records = new WeakMap<object, object>()

/** The plain record of a table, made once for each table: the same table gives the same record. */
export function recordOf<K extends string, V>(table: LazyMap<K, V>): Readonly<Record<K, V>> {
  const known = records.get(table) as Readonly<Record<K, V>> | undefined
  if (known) return known
  const made = table.toRecord()
  records.set(table, made)
  return made
}
