import type { ConcordanceLine, ConcordancePage } from '../../shared/concordance/lines'
import type { LineRun } from './line-rows'

/** Lines come in pages of so many. */
export const pageLines = 100
/** So many pages are kept; those that were put in first go first. */
const mostPages = 80

type Kept = Pick<ConcordancePage, 'version' | 'lines'>

/**
 * The lines that a window holds of a concordance. Those of an older state stay in sight until the new ones are there, so
 * that nothing flickers while hits stream in. Never changed in place.
 */
export class LinePages {
  constructor(private readonly pages: ReadonlyMap<number, Kept> = new Map()) {}

  /** Undefined where it has not come yet. */
  line(at: number): ConcordanceLine | undefined {
    return this.pages.get(Math.floor(at / pageLines))?.lines[at % pageLines]
  }

  /** Those of some runs of lines that have come. */
  linesIn(runs: readonly LineRun[]): ConcordanceLine[] {
    const found: ConcordanceLine[] = []
    for (const { from, count } of runs) {
      for (let at = from; at < from + count; at++) {
        const line = this.line(at)
        if (line) found.push(line)
      }
    }
    return found
  }

  /** The pages (by number) that lines from one to another lie on and that are not there as of a version. */
  missing(from: number, to: number, version: number): number[] {
    const found: number[] = []
    for (let page = Math.floor(from / pageLines); page <= Math.floor(to / pageLines); page++)
      if (this.pages.get(page)?.version !== version) found.push(page)
    return found
  }

  /** With a page more; one that does not begin where pages do is left out. */
  with({ version, from, lines }: ConcordancePage): LinePages {
    if (from % pageLines !== 0) return this
    const pages = new Map(this.pages)
    const number = from / pageLines
    pages.delete(number)
    pages.set(number, { version, lines })
    for (const first of pages.keys()) {
      if (pages.size <= mostPages) break
      pages.delete(first)
    }
    return new LinePages(pages)
  }

  /** The same lines, to be asked for again: something about them may have changed. */
  stale(): LinePages {
    return new LinePages(new Map([...this.pages].map(([page, kept]) => [page, { ...kept, version: -1 }])))
  }
}
