import type { Hits } from '../../shared/concordance/hits'
import type { LineColumns } from './questions'

/** The hits of a concordance as they come in: by document and place, in columns that grow. */
export class HitColumns {
  private columns = { document: new Uint32Array(256), start: new Uint32Array(256), end: new Uint32Array(256) }
  private count = 0
  private lastDocument = -1
  /** In how many documents there are hits. */
  documents = 0

  get length(): number {
    return this.count
  }

  /** Adds the hits of one document, which comes behind all others. */
  add(document: number, { starts, ends }: Hits): void {
    if (this.count + starts.length > this.columns.document.length) this.grow(this.count + starts.length)
    const { document: documents, start, end } = this.columns
    for (let at = 0; at < starts.length; at++) {
      documents[this.count] = document
      start[this.count] = starts[at] ?? 0
      end[this.count++] = ends[at] ?? 0
    }
    if (starts.length > 0 && document !== this.lastDocument) this.documents++
    if (starts.length > 0) this.lastDocument = document
  }

  /** Adds hits that come behind all others. */
  append({ document, start, end }: LineColumns): void {
    if (this.count + document.length > this.columns.document.length) this.grow(this.count + document.length)
    this.columns.document.set(document, this.count)
    this.columns.start.set(start, this.count)
    this.columns.end.set(end, this.count)
    this.count += document.length
    for (const each of document) {
      if (each !== this.lastDocument) this.documents++
      this.lastDocument = each
    }
  }

  /** The columns as they are now, copied: they can be given away. */
  all(): LineColumns {
    const { document, start, end } = this.columns
    return {
      document: document.slice(0, this.count),
      start: start.slice(0, this.count),
      end: end.slice(0, this.count)
    }
  }

  at(line: number): { readonly document: number; readonly start: number; readonly end: number } {
    const { document, start, end } = this.columns
    return { document: document[line] ?? 0, start: start[line] ?? 0, end: end[line] ?? 0 }
  }

  /** The line of a place; -1 where there is none. */
  find(document: number, start: number, end: number): number {
    let low = 0
    let high = this.count
    while (low < high) {
      const middle = (low + high) >> 1
      const own = this.at(middle)
      const isBefore =
        own.document < document ||
        (own.document === document && (own.start < start || (own.start === start && own.end < end)))
      if (isBefore) low = middle + 1
      else high = middle
    }
    const own = this.at(low)
    return low < this.count && own.document === document && own.start === start && own.end === end ? low : -1
  }

  private grow(least: number): void {
    const size = Math.max(least, this.columns.document.length * 2)
    const grown = (old: Uint32Array) => {
      const made = new Uint32Array(size)
      made.set(old)
      return made
    }
    const { document, start, end } = this.columns
    this.columns = { document: grown(document), start: grown(start), end: grown(end) }
  }
}
