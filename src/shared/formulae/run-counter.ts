import { RunTable } from './run-table'
import { hardBreak, type TokenRow } from './tokens'

/** A run of tokens that stands again and again. */
export interface RepeatedRun {
  readonly tokens: Int32Array
  count: number
  /** The number of texts, and one place to read its words at. */
  documents: number
  readonly document: number
  readonly start: number
  readonly end: number
  /** How often each neighbour stands; of many only some are told apart. */
  readonly left: Map<number, number>
  readonly right: Map<number, number>
}

interface Entry extends RepeatedRun {
  lastDocument: number
}

/** One byte a bucket: what collides is counted too often, and told by the second pass. */
const buckets = 1 << 25
const mostNeighbours = 12
/** The neighbours of a run are looked at where it stands first. */
const looks = 64
/** Of more runs than this the least frequent sizes are no longer kept. */
const mostRuns = 400_000

/**
 * Counts runs of tokens in two passes: `estimate` every text once, then `count` every text once more. Never across the end of
 * a sentence. A text that comes later is estimated and counted by itself; of a run that it made frequent the estimate stands
 * for what came before.
 */
export class RunCounter {
  private readonly runs = new RunTable<Entry>()
  private readonly seen: Uint8Array

  /**
   * @param sizes in tokens, least and most
   * @param isEdge whether a run may begin or end with a token
   */
  constructor(
    private readonly sizes: readonly [number, number],
    private readonly isEdge: (token: number) => boolean
  ) {
    this.seen = new Uint8Array(buckets)
  }

  estimate({ ids, length }: TokenRow): void {
    const seen = this.seen
    this.each(ids, length, (_, __, hash) => {
      const at = hash & (buckets - 1)
      const value = seen[at] ?? 0
      if (value < 255) seen[at] = value + 1
      return true
    })
  }

  count({ ids, starts, ends, length }: TokenRow, document: number, least: number): void {
    const estimates = this.seen
    const runs = this.runs
    this.each(ids, length, (from, to, hash, key) => {
      // What begins alike and is longer stands no oftener.
      if ((estimates[hash & (buckets - 1)] ?? 0) < least) return false
      let own = runs.get(key, hash)
      if (!own) {
        if (runs.size >= mostRuns) return true
        own = {
          tokens: ids.slice(from, to),
          count: 0,
          documents: 0,
          lastDocument: -1,
          document,
          start: starts[from] ?? 0,
          end: ends[to - 1] ?? 0,
          left: new Map(),
          right: new Map()
        }
        runs.add(key, hash, own)
      }
      own.count++
      if (own.lastDocument !== document) {
        own.documents++
        own.lastDocument = document
      }
      if (own.count <= looks) {
        tell(own.left, from > 0 ? (ids[from - 1] ?? hardBreak) : hardBreak)
        tell(own.right, to < length ? (ids[to] ?? hardBreak) : hardBreak)
      }
      return true
    })
  }

  /**
   * The runs that stand often enough and whose edges are free, those that a longer one explains left out.
   * @param isPhrase whether a run may be told at all; those that may not explain none
   */
  repeated(least: number, isPhrase: (tokens: Int32Array) => boolean): RepeatedRun[] {
    const frequent = this.runs.entries.filter(
      (each) =>
        each.count >= least && (each.documents > 1 || each.count > 2) && isFree(each) && isPhrase(each.tokens)
    )
    const byTokens = new Map(frequent.map((each) => [each.tokens.join(' '), each]))
    const explained = new Set<RepeatedRun>()
    for (const each of frequent)
      for (let size = this.sizes[0]; size < each.tokens.length; size++)
        for (let from = 0; from + size <= each.tokens.length; from++) {
          const inner = byTokens.get(each.tokens.subarray(from, from + size).join(' '))
          if (inner && each.count >= 0.7 * inner.count) explained.add(inner)
        }
    return frequent.filter((each) => !explained.has(each))
  }

  private each(
    ids: Int32Array,
    length: number,
    give: (from: number, to: number, hash: number, key: number) => boolean
  ): void {
    const [fewest, most] = this.sizes
    for (let from = 0; from < length; from++) {
      const first = ids[from] ?? hardBreak
      if (first === hardBreak || !this.isEdge(first)) continue
      let hash = 0x811c9dc5
      let other = 0x9747b28c
      for (let to = from; to < length && to - from < most; to++) {
        const id = ids[to] ?? hardBreak
        if (id === hardBreak) break
        hash = Math.imul(hash ^ id, 0x01000193)
        hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
        other = Math.imul(other ^ id, 0x5bd1e995)
        other ^= other >>> 13
        const size = to - from + 1
        if (size < fewest || !this.isEdge(id)) continue
        if (!give(from, to + 1, hash, (hash >>> 0) * 0x100000 + (other & 0xfffff))) break
      }
    }
  }
}

function tell(neighbours: Map<number, number>, id: number): void {
  const known = neighbours.get(id)
  if (known !== undefined) neighbours.set(id, known + 1)
  else if (neighbours.size < mostNeighbours) neighbours.set(id, 1)
}

/** Branching entropy (Jin and Tanaka-Ishii 2006): words on both sides vary, or the sentence begins or ends there. */
function isFree({ left, right }: RepeatedRun): boolean {
  return branching(left) >= leastBranching && branching(right) >= leastBranching
}

const leastBranching = 0.6

/** In bits; an end of a sentence counts as another neighbour each time. */
function branching(neighbours: ReadonlyMap<number, number>): number {
  let total = 0
  for (const count of neighbours.values()) total += count
  let bits = 0
  for (const [id, count] of neighbours) {
    const share = count / total
    bits -= id === hardBreak ? share * Math.log2(1 / total) : share * Math.log2(share)
  }
  return bits
}
