import type { Row } from '../../shared/alignment/versions'
import { differences } from '../../shared/alignment/words/differences'
import { disagreements } from '../../shared/alignment/words/disagreements'
import { sameLanguage } from '../../shared/alignment/words/findings'
import { wordsOf } from '../../shared/alignment/words/words'
import type { Span } from '../../shared/model/offsets'
import { span } from '../../shared/model/span'

export type StretchKind =
  | 'added'
  | 'left-out'
  | 'substituted'
  | 'moved'
  | 'figure'
  | 'name'
  | 'formula'
  /** A rendering that is not the usual one. */
  | 'unusual'

/** A formula in a row: its number there is the same in all columns. */
export interface FormulaStretch {
  readonly number: number
  readonly says: string
}

/** What a figure or a name is at odds with: the column of the other version, and the figures that stand there instead. */
export interface AtOdds {
  /** As it is written here. */
  readonly text: string
  readonly column: number
  readonly others: readonly string[]
}

/** A stretch of a cell that parts from another version, by offsets in the document. */
export interface Stretch extends Span {
  readonly kind: StretchKind
  readonly atOdds?: AtOdds
  readonly formula?: FormulaStretch
}

export interface ColumnText {
  /** What a person calls the version: its kind, or its title. */
  readonly name: string
  readonly text: string
  readonly language: string
  readonly source: boolean
}

/** For each column of a row the stretches in which it parts from the column `from`, and figures from the source. */
export function differencesInRow(row: Row, columns: readonly ColumnText[], from: number): Stretch[][] {
  const cells = row.cells.map((spans, at) => joinedCell(spans, columns[at]?.text ?? ''))
  const found: Stretch[][] = columns.map(() => [])
  const language = (at: number) => columns[at]?.language ?? ''
  const add = (at: number, kind: StretchKind, within: Span, atOdds?: AtOdds) => {
    for (const each of cells[at]?.places(within) ?? [])
      found[at]?.push({ kind, ...each, ...(atOdds ? { atOdds } : {}) })
  }
  const compare = (base: number, at: number, words: boolean) => {
    const [left, right] = [cells[base], cells[at]]
    if (base === at || !left?.text || !right?.text) return
    if (words && sameLanguage(language(base), language(at)))
      for (const { kind, a, b } of differences(left.text, right.text)) {
        if (kind === 'same') continue
        if (b && saysSomething(right.text, b)) add(at, kind, b)
        if (a && kind === 'left-out' && saysSomething(left.text, a)) add(base, kind, a)
      }
    const atOdds = disagreements(left.text, language(base), right.text, language(at))
    for (const { side, kind, at: place, text } of atOdds) {
      const [own, column] = side === 'a' ? [base, at] : [at, base]
      const others = atOdds.filter((other) => other.kind === kind && other.side !== side)
      add(own, kind, place, { text, column, others: [...new Set(others.map((other) => other.text))] })
    }
  }
  const source = columns.findIndex((column) => column.source)
  columns.forEach((_, at) => {
    compare(from, at, true)
    if (source >= 0 && source !== from) compare(source, at, false)
  })
  return found.map((stretches) => stretches.sort((x, y) => x.start - y.start))
}

/** Whether a stretch holds more than articles, prepositions and the like. */
function saysSomething(text: string, { start, end }: Span): boolean {
  return wordsOf(text.slice(start, end)).some((word) => word.content)
}

interface JoinedCell {
  readonly text: string
  /** The offsets in the document of a stretch of the joined text; one for each sentence it touches. */
  places(within: Span): Span[]
}

function joinedCell(spans: readonly Span[], text: string): JoinedCell {
  let at = 0
  const parts = spans.map((each) => {
    const from = at
    at += each.end - each.start + 1
    return { from, each }
  })
  return {
    text: spans.map((each) => text.slice(each.start, each.end)).join(' '),
    places: (within) =>
      parts.flatMap(({ from, each }) => {
        const start = Math.max(each.start, each.start + within.start - from)
        const end = Math.min(each.end, each.start + within.end - from)
        return end > start ? [span(start, end)] : []
      })
  }
}
