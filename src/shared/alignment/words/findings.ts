import { isChinese } from '../evidence/language'
import { differences } from './differences'
import { type Disagreement, disagreements } from './disagreements'

/** How one cell of a row parts from the cell it is held against. */
export interface CellFindings {
  readonly figures: number
  readonly names: number
  /** Words, by what became of them; only where both are in one language. */
  readonly leftOut: number
  readonly added: number
  readonly substituted: number
  readonly moved: number
  /** The share of the words of both that are not the same words in the same order, 0 to 1. */
  readonly share: number
  /** Whether the whole cell is empty here, or there. */
  readonly missing: 'here' | 'there' | null
}

/** For each column of a row its findings; null for the column held against, and where both are empty. */
export type RowFindings = readonly (CellFindings | null)[]

const none: CellFindings = {
  figures: 0,
  names: 0,
  leftOut: 0,
  added: 0,
  substituted: 0,
  moved: 0,
  share: 0,
  missing: null
}

/** How the cells of rows part from the cell of one column; figures also from the source's, by its column (-1: there is none). */
export function findings(
  cells: readonly (readonly string[])[],
  languages: readonly string[],
  from: number,
  source = -1
): RowFindings[] {
  return cells.map((row) =>
    row.map((text, column) =>
      column === from
        ? null
        : withSource(
            findingsOf(row[from] ?? '', languages[from] ?? '', text, languages[column] ?? ''),
            source === from || source === column ? '' : (row[source] ?? ''),
            languages[source] ?? '',
            text,
            languages[column] ?? ''
          )
    )
  )
}

/** With the figures in which a cell parts from the source where those are more. */
function withSource(
  found: CellFindings | null,
  source: string,
  sourceLanguage: string,
  text: string,
  language: string
): CellFindings | null {
  if (!found || source === '' || text === '') return found
  const figures = disagreements(source, sourceLanguage, text, language).filter(
    (each) => each.kind === 'figure'
  )
  return { ...found, figures: Math.max(found.figures, figures.length) }
}

function findingsOf(base: string, baseLanguage: string, text: string, language: string): CellFindings | null {
  if (base === '' && text === '') return null
  if (text === '') return { ...none, missing: 'here', share: 1 }
  if (base === '') return { ...none, missing: 'there', share: 1 }
  const found = disagreements(base, baseLanguage, text, language)
  const count = (kind: Disagreement['kind']) => found.filter((each) => each.kind === kind).length
  const words = sameLanguage(baseLanguage, language) ? wordsThatDiffer(base, text) : {}
  return { ...none, figures: count('figure'), names: count('name'), ...words }
}

/** Whether the words of two languages can be held against each other one by one. */
export function sameLanguage(a: string, b: string): boolean {
  return a.split('-')[0] === b.split('-')[0] && !isChinese(a)
}

function wordsThatDiffer(base: string, text: string): Partial<CellFindings> {
  const sums = { leftOut: 0, added: 0, substituted: 0, moved: 0 }
  let [different, whole] = [0, 0]
  for (const { kind, a, b } of differences(base, text)) {
    const left = a ? countWords(base.slice(a.start, a.end)) : 0
    const right = b ? countWords(text.slice(b.start, b.end)) : 0
    whole += left + right
    if (kind === 'same') continue
    different += left + right
    if (kind === 'left-out') sums.leftOut += left
    if (kind === 'added') sums.added += right
    if (kind === 'substituted') sums.substituted += Math.max(left, right)
    if (kind === 'moved') sums.moved += left
  }
  return { ...sums, share: whole === 0 ? 0 : different / whole }
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0
}
