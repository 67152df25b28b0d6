import { defaultSettings } from '../../shared/concordance/default-settings'
import type { ConcordanceView } from '../../shared/concordance/lines'
import type { QueryProblem } from '../../shared/concordance/query'
import type { ConcordanceSettings } from '../../shared/concordance/settings'
import type { LineName } from '../../shared/concordance/trail'
import type { SavedQueryId } from '../../shared/model/ids'
import type { AppError } from '../../shared/model/result'
import { LinePages } from './line-pages'
import { LineRows } from './line-rows'
import type { TickedLines } from './ticked-lines'
import { noSteps, type Walk } from './trail-walk'

/** So much of a query is said where it is only named, in UTF-16 code units: it stands whole in its field. */
export const longestNamed = 80

/** What stands in the place of the concordance; it is kept while another place is shown. */
export interface ConcordanceState {
  /** As it is typed. */
  readonly query: string
  readonly settings: ConcordanceSettings
  readonly walk: Walk
  /** What the lines shown are of; another query may be typed by now. Null where there are no lines. */
  readonly shown: { readonly query: string; readonly settings: ConcordanceSettings } | null
  readonly view: ConcordanceView | null
  readonly pages: LinePages
  readonly rows: LineRows
  /** What is wrong with what is typed. */
  readonly problem: QueryProblem | null
  /** Why it could not be asked at all. */
  readonly error: AppError | null
  /** It has been asked and no line has come yet. */
  readonly isAsking: boolean
  /** A step is being taken that looks at lines one by one, and how far it is; null: none is, or it was quick. */
  readonly arranging: { readonly done: number; readonly total: number } | null
  /** The row that keys act on, and the line of it (null: a group's head, or not known yet). */
  readonly at: number
  readonly current: LineName | null
  readonly ticked: TickedLines
  /** The keys of the groups that are folded. */
  readonly folded: ReadonlySet<string>
  /** The saved query that was opened, as long as one goes on from it. */
  readonly saved: SavedQueryId | null
  /** How far the list was scrolled, in pixels: one comes back to the same line. */
  readonly scrolled: number
}

const noLines = {
  shown: null,
  view: null,
  pages: new LinePages(),
  rows: new LineRows(0, null, new Set()),
  at: 0,
  current: null,
  folded: new Set<string>(),
  scrolled: 0
}

export const blankConcordance: ConcordanceState = {
  ...noLines,
  query: '',
  settings: defaultSettings,
  walk: noSteps,
  problem: null,
  error: null,
  isAsking: false,
  arranging: null,
  ticked: new Map(),
  saved: null
}

/** Nothing is shown, and nothing is ticked. */
export const withoutLines: Partial<ConcordanceState> = { ...noLines, ticked: new Map() }

/** What follows from another state of the lines. */
export function withView(
  state: ConcordanceState,
  view: ConcordanceView,
  folded = state.folded
): Pick<ConcordanceState, 'view' | 'rows' | 'folded' | 'at'> {
  const rows = new LineRows(view.lines, view.groups, folded)
  return { view, rows, folded, at: Math.max(0, Math.min(state.at, rows.count - 1)) }
}
