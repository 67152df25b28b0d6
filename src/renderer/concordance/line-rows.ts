import type { ConcordanceGroup } from '../../shared/concordance/lines'

/** A row of the list: a line by its number, or the head of a group by its index. */
export type Row =
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'group'; readonly group: number }

/** Which row is what, of lines that may stand in groups, some of them folded. Both ways in logarithmic time. */
export class LineRows {
  readonly count: number
  /** The row that each group's head is. */
  private readonly heads: readonly number[]

  constructor(
    private readonly lines: number,
    private readonly groups: readonly ConcordanceGroup[] | null,
    private readonly folded: ReadonlySet<string>
  ) {
    const heads: number[] = []
    let row = 0
    for (const group of groups ?? []) {
      heads.push(row)
      row += 1 + (folded.has(group.key) ? 0 : group.count)
    }
    this.heads = heads
    this.count = groups ? row : lines
  }

  /** Null beyond the last row. */
  rowAt(row: number): Row | null {
    if (row < 0 || row >= this.count) return null
    if (!this.groups) return { kind: 'line', line: row }
    const group = lastUpTo(this.heads, row)
    const head = this.heads[group] ?? 0
    const from = this.groups[group]?.from ?? 0
    return row === head ? { kind: 'group', group } : { kind: 'line', line: from + row - head - 1 }
  }

  /** The row of a line; of one in a folded group its head. */
  rowOf(line: number): number {
    if (!this.groups) return Math.min(line, this.lines - 1)
    const froms = this.groups.map(({ from }) => from)
    const at = lastUpTo(froms, line)
    const group = this.groups[at]
    if (!group) return 0
    const head = this.heads[at] ?? 0
    return this.folded.has(group.key) ? head : head + 1 + line - group.from
  }

  /** The line of a row; of a group's head its first. */
  lineOf(row: number): number {
    const found = this.rowAt(row)
    if (!found) return 0
    return found.kind === 'line' ? found.line : (this.groups?.[found.group]?.from ?? 0)
  }

  /** The lines of the rows from one to another, ends included, as runs of lines that follow one another. */
  runsBetween(first: number, last: number): LineRun[] {
    const runs: LineRun[] = []
    const [low, high] = [Math.min(first, last), Math.max(first, last)]
    for (let row = low; row <= high; row++) {
      const found = this.rowAt(row)
      if (found?.kind !== 'line') continue
      const run = runs.at(-1)
      if (run && run.from + run.count === found.line) run.count++
      else runs.push({ from: found.line, count: 1 })
    }
    return runs
  }
}

/** Lines that follow one another. */
export interface LineRun {
  readonly from: number
  count: number
}

/** The index of the last of some ascending numbers that is not above a value. */
function lastUpTo(numbers: readonly number[], value: number): number {
  let [low, high] = [0, numbers.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((numbers[middle] ?? 0) <= value) low = middle
    else high = middle - 1
  }
  return low
}
