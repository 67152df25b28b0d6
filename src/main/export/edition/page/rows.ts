import type { EditionData } from '../edition-data'
import { buildRow, headRow, type Row } from './build-row'
import type { Sentences } from './sentences'

/** So many rows are there at once; the others come while nothing else is done. */
const firstRows = 40
/** So long the rows that come later may hold up the page in one go, in milliseconds. */
const sliceMilliseconds = 8

/**
 * The versions side by side: copies of their sentences, row by row. A long work opens with its first rows; whoever needs
 * others asks for them.
 */
export class Rows {
  private readonly made: Row[] = []

  /** @param added called with each row once it is on the page */
  constructor(
    private readonly table: HTMLElement,
    private readonly sentences: Sentences,
    private readonly data: EditionData,
    private readonly added: (row: Row) => void
  ) {
    table.setAttribute('aria-rowcount', String(data.rows + 1))
    table.append(headRow(data))
  }

  /** Puts the first rows on the page, and the others behind them bit by bit. */
  begin(): void {
    this.upTo(firstRows)
    const more = () => {
      const until = performance.now() + sliceMilliseconds
      while (this.made.length < this.data.rows && performance.now() < until) this.upTo(this.made.length + 20)
      if (this.made.length < this.data.rows) window.setTimeout(more)
    }
    window.setTimeout(more)
    window.addEventListener('beforeprint', () => this.all())
  }

  get count(): number {
    return this.data.rows
  }

  all(): readonly Row[] {
    this.upTo(this.data.rows)
    return this.made
  }

  /** A row that is on the page already, or is put there now. */
  at(number: number): Row | undefined {
    this.upTo(number + 1)
    return this.made[number]
  }

  private upTo(end: number): void {
    const page = document.createDocumentFragment()
    const fresh: Row[] = []
    while (this.made.length < Math.min(end, this.data.rows)) {
      const row = buildRow(this.made.length, this.sentences, this.data)
      this.made.push(row)
      fresh.push(row)
      page.append(row.element)
    }
    if (fresh.length === 0) return
    this.table.append(page)
    for (const row of fresh) this.added(row)
  }
}
