import { RunColumns } from './run-columns'
import { hardBreak, type TokenRow } from './tokens'

/** A run of tokens that stands again and again. */
export interface RepeatedRun {
  readonly tokens: Int32Array
  readonly count: number
  /** The number of texts, and one place to read its words at. */
  readonly documents: number
  readonly document: number
  readonly start: number
  readonly end: number
}

/** One byte a bucket: what collides is counted too often, and told by the second pass. */
const buckets = 1 << 25
/**
 * Runs that begin alike have their buckets in one stretch of so many bytes, so that the processor need not look for a page of
 * memory for each of them.
 */
const stretch = 1 << 10
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
  private readonly runs = new RunColumns()
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
    this.each(ids, length, (_, __, at) => {
      const value = seen[at] ?? 0
      if (value < 255) seen[at] = value + 1
      return true
    })
  }

  count({ ids, starts, ends, length }: TokenRow, document: number, least: number): void {
    const estimates = this.seen
    const runs = this.runs
    // Runs that begin alike were mostly met one after another, and lie so.
    let last = 0
    this.each(ids, length, (from, to, at, hash, other) => {
      let run = last + 1
      if (!runs.is(run, hash, other)) {
        // What begins alike and is longer stands no oftener.
        if ((estimates[at] ?? 0) < least) return false
        run = runs.find(hash, other)
        if (run < 0) {
          if (runs.size >= mostRuns) return true
          const [start, end] = [starts[from] ?? 0, ends[to - 1] ?? 0]
          run = runs.add(hash, other, ids.subarray(from, to), document, start, end)
        }
      }
      last = run
      if (runs.meet(run, document) <= looks)
        runs.meetBeside(
          run,
          from > 0 ? (ids[from - 1] ?? hardBreak) : hardBreak,
          to < length ? (ids[to] ?? hardBreak) : hardBreak
        )
      return true
    })
  }

  /**
   * The runs that stand often enough and whose edges are free, those that a longer one explains left out.
   * @param isPhrase whether a run may be told at all; those that may not explain none
   */
  repeated(least: number, isPhrase: (tokens: Int32Array) => boolean): RepeatedRun[] {
    const { runs } = this
    const frequent: RepeatedRun[] = []
    for (let run = 0; run < runs.size; run++) {
      const [count, documents] = [runs.fact(run, 'count'), runs.fact(run, 'documents')]
      if (count < least || (documents < 2 && count < 3) || !isFree(runs, run)) continue
      const tokens = runs.tokensOf(run)
      if (!isPhrase(tokens)) continue
      const [document, start, end] = [
        runs.fact(run, 'document'),
        runs.fact(run, 'start'),
        runs.fact(run, 'end')
      ]
      frequent.push({ tokens, count, documents, document, start, end })
    }
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
    give: (from: number, to: number, bucket: number, hash: number, other: number) => boolean
  ): void {
    const [fewest, most] = this.sizes
    for (let from = 0; from < length; from++) {
      const first = ids[from] ?? hardBreak
      if (first === hardBreak || !this.isEdge(first)) continue
      let hash = 0x811c9dc5
      let other = 0x9747b28c
      let begin = 0
      for (let to = from; to < length && to - from < most; to++) {
        const id = ids[to] ?? hardBreak
        if (id === hardBreak) break
        hash = Math.imul(hash ^ id, 0x01000193)
        hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
        other = Math.imul(other ^ id, 0x5bd1e995)
        other ^= other >>> 13
        const size = to - from + 1
        if (size <= fewest) begin = (hash & (buckets / stretch - 1)) * stretch
        if (size < fewest || !this.isEdge(id)) continue
        if (!give(from, to + 1, begin + ((hash >>> 8) & (stretch - 1)), hash, other)) break
      }
    }
  }
}

/** Branching entropy (Jin and Tanaka-Ishii 2006): words on both sides vary, or the sentence begins or ends there. */
function isFree(runs: RunColumns, run: number): boolean {
  return runs.branching(run, 'left') >= leastBranching && runs.branching(run, 'right') >= leastBranching
}

/** In bits. */
const leastBranching = 0.6
