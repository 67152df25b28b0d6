import type { Row } from '../../shared/alignment/versions'
import type { Span } from '../../shared/model/offsets'

/** A sentence of a running text, with the row of links that it stands in. */
export interface RunningSentence extends Span {
  readonly row: number
  /** Whether the link of its row crosses others. */
  readonly moved: boolean
  /** Whether nothing answers it in any other version. */
  readonly alone: boolean
}

/** The sentences of a column in the order of its text, by paragraph. */
export function paragraphsOf(
  rows: readonly Row[],
  column: number,
  text: string
): readonly (readonly RunningSentence[])[] {
  const sentences = rows
    .flatMap((row, at) =>
      (row.cells[column] ?? []).map(
        (each): RunningSentence => ({
          ...each,
          row: at,
          moved: row.moved[column] ?? false,
          alone: row.cells.every((cell, other) => other === column || cell.length === 0)
        })
      )
    )
    .sort((x, y) => x.start - y.start)
  const paragraphs: RunningSentence[][] = []
  sentences.forEach((own, at) => {
    const last = sentences[at - 1]
    const open = paragraphs.at(-1)
    if (!last || !open || text.slice(last.end, own.start).includes('\n')) paragraphs.push([own])
    else open.push(own)
  })
  return paragraphs
}

/** Where a column's sentences stand on the screen, whether or not they are drawn one by one. */
export interface ColumnPlaces {
  /** The row of the sentence at a height of the window: the last that begins at or above it. */
  rowAt(y: number): { readonly row: number; readonly top: number } | null
  /** The top of a column's sentence in a row, or in the nearest row before it that the column has. */
  topOf(row: number): number | null
}

const known = new WeakMap<Element, ColumnPlaces>()

export function placesIn(column: Element): ColumnPlaces | undefined {
  return known.get(column)
}

/**
 * Makes the places of a column known. Paragraphs are its `p` elements in order; one that is out of sight holds its text
 * as one node, in which a sentence is measured by a range.
 */
export function tellPlaces(column: HTMLElement, paragraphs: readonly (readonly RunningSentence[])[]): void {
  const elements = () => column.querySelectorAll<HTMLElement>(':scope > p')
  const topIn = (paragraph: HTMLElement, first: RunningSentence, own: RunningSentence): number => {
    const drawn = paragraph.querySelector(`.sentence[data-start="${own.start}"]`)
    if (drawn) return drawn.getBoundingClientRect().top
    const words = paragraph.firstChild
    if (words?.nodeType !== Node.TEXT_NODE) return paragraph.getBoundingClientRect().top
    const range = document.createRange()
    range.setStart(words, Math.min(own.start - first.start, words.textContent?.length ?? 0))
    return range.getBoundingClientRect().top
  }
  const rowsIn = new Map<number, readonly [number, RunningSentence]>()
  for (const [at, paragraph] of paragraphs.entries())
    for (const own of paragraph) if (!rowsIn.has(own.row)) rowsIn.set(own.row, [at, own])
  known.set(column, {
    rowAt(y) {
      const all = elements()
      let [low, high] = [0, paragraphs.length - 1]
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((all[middle]?.getBoundingClientRect().top ?? 0) <= y) low = middle
        else high = middle - 1
      }
      const [element, paragraph] = [all[low], paragraphs[low]]
      const first = paragraph?.[0]
      if (!element || !paragraph || !first) return null
      let found = { row: first.row, top: topIn(element, first, first) }
      for (const own of paragraph.slice(1)) {
        const top = topIn(element, first, own)
        if (top > y) break
        found = { row: own.row, top }
      }
      return found
    },
    topOf(row) {
      let place = rowsIn.get(row)
      for (let at = row - 1; !place && at >= 0; at--) place = rowsIn.get(at)
      const [at, own] = place ?? [0, paragraphs[0]?.[0]]
      const element = elements()[at]
      const first = paragraphs[at]?.[0]
      return element && own && first ? topIn(element, first, own) : null
    }
  })
}
