import { hardBreak } from './tokens'

/** Numbers that are kept of a run, and their places among them. */
const facts = {
  ...{ hash: 0, other: 1, count: 2, documents: 3, last: 4 },
  ...{ document: 5, start: 6, end: 7 }
} as const
/** Two runs lie in one line of a processor's cache. */
const factsOfRun = 8
/** So many different neighbours are told apart on each side of a run. */
const mostNeighbours = 12
/** Two sides, each with tokens and how often each stands. */
const neighboursOfRun = mostNeighbours * 4

/**
 * Runs of tokens with what is counted of them, in columns of numbers: a corpus that repeats itself meets each of half a million
 * runs again and again, and objects would be spread all over the memory. Runs are found by two hashes (open addressing).
 */
export class RunColumns {
  /** The number of a run and one; 0 where there is none. */
  private slots: Int32Array = new Int32Array(1 << 12)
  private facts: Int32Array = new Int32Array(factsOfRun << 10)
  private neighbours: Int32Array = new Int32Array(neighboursOfRun << 10)
  private tokens: Int32Array = new Int32Array(1 << 12)
  /** By run: where its tokens end; they begin where those of the run before it end. */
  private tokenEnds: Int32Array = new Int32Array(1 << 10)
  /** How many runs there are; they are numbered from 0. */
  size = 0

  /** The number of a run; -1 where it is not there. */
  find(hash: number, other: number): number {
    return (this.slots[this.slot(hash, other)] ?? 0) - 1
  }

  /** Whether a number is that of a run. */
  is(run: number, hash: number, other: number): boolean {
    const at = run * factsOfRun
    return run < this.size && this.facts[at] === hash && this.facts[at + facts.other] === other
  }

  /** Adds a run that is not there, which stands nowhere yet; `start` and `end` say where its words can be read. Gives its number. */
  add(hash: number, other: number, tokens: Int32Array, document: number, start: number, end: number): number {
    if (this.size * 2 >= this.slots.length) this.grow()
    const run = this.size++
    this.slots[this.slot(hash, other)] = run + 1
    this.facts = roomFor(this.facts, (run + 1) * factsOfRun)
    this.neighbours = roomFor(this.neighbours, (run + 1) * neighboursOfRun)
    const from = this.endOf(run - 1)
    this.tokens = roomFor(this.tokens, from + tokens.length)
    this.tokenEnds = roomFor(this.tokenEnds, run + 1)
    this.facts.set([hash, other, 0, 0, -1, document, start, end], run * factsOfRun)
    this.tokens.set(tokens, from)
    this.tokenEnds[run] = from + tokens.length
    return run
  }

  /** Counts a run once more. Gives how often it stands now. */
  meet(run: number, document: number): number {
    const own = this.facts
    const at = run * factsOfRun
    const count = (own[at + facts.count] ?? 0) + 1
    own[at + facts.count] = count
    if (own[at + facts.last] !== document) {
      own[at + facts.last] = document
      own[at + facts.documents] = (own[at + facts.documents] ?? 0) + 1
    }
    return count
  }

  /** Counts what stands beside a run; of many different neighbours only some. */
  meetBeside(run: number, left: number, right: number): void {
    const at = run * neighboursOfRun
    this.meetToken(at, left)
    this.meetToken(at + mostNeighbours * 2, right)
  }

  private meetToken(from: number, id: number): void {
    const own = this.neighbours
    for (let at = from; at < from + mostNeighbours; at++) {
      const count = own[at + mostNeighbours] ?? 0
      if (count > 0 && own[at] !== id) continue
      own[at] = id
      own[at + mostNeighbours] = count + 1
      return
    }
  }

  fact(run: number, name: keyof typeof facts): number {
    return this.facts[run * factsOfRun + facts[name]] ?? 0
  }

  tokensOf(run: number): Int32Array {
    return this.tokens.subarray(this.endOf(run - 1), this.endOf(run))
  }

  private endOf(run: number): number {
    return run < 0 ? 0 : (this.tokenEnds[run] ?? 0)
  }

  /** How much the neighbours on a side vary, in bits; an end of a sentence counts as another neighbour each time. */
  branching(run: number, side: 'left' | 'right'): number {
    const from = run * neighboursOfRun + (side === 'left' ? 0 : mostNeighbours * 2)
    const counts = this.neighbours.subarray(from + mostNeighbours, from + mostNeighbours * 2)
    const total = counts.reduce((sum, each) => sum + each, 0)
    let bits = 0
    for (let at = 0; at < mostNeighbours; at++) {
      const count = counts[at] ?? 0
      if (count === 0) break
      const share = count / total
      bits -= share * Math.log2(this.neighbours[from + at] === hardBreak ? 1 / total : share)
    }
    return bits
  }

  private slot(hash: number, other: number): number {
    const mask = this.slots.length - 1
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const own = ((this.slots[at] ?? 0) - 1) * factsOfRun
      if (own < 0 || (this.facts[own] === hash && this.facts[own + facts.other] === other)) return at
    }
  }

  private grow(): void {
    const slots = new Int32Array(this.slots.length * 2)
    const mask = slots.length - 1
    for (let run = 0; run < this.size; run++) {
      let at = this.fact(run, 'hash') & mask
      while (slots[at] !== 0) at = (at + 1) & mask
      slots[at] = run + 1
    }
    this.slots = slots
  }
}

function roomFor(numbers: Int32Array, length: number): Int32Array {
  if (length <= numbers.length) return numbers
  const larger = new Int32Array(numbers.length * 2)
  larger.set(numbers)
  return larger
}
