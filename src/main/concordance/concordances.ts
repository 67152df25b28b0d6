import { conditionProblem, formulaProblem } from '../../shared/concordance/condition-place'
import type { ConcordanceView } from '../../shared/concordance/lines'
import { Matcher } from '../../shared/concordance/match'
import { ownWordsOf } from '../../shared/concordance/own-words'
import { parseQuery } from '../../shared/concordance/parse-query'
import type { QueryNode, QueryProblem } from '../../shared/concordance/query'
import type { ConcordanceSettings } from '../../shared/concordance/settings'
import type { Trail } from '../../shared/concordance/trail'
import { formulaeNamed } from '../../shared/formulae/formulae-named'
import type { ProjectState } from '../../shared/model/state'
import { Concordance, type ConcordanceParts } from './concordance'
import { resolvedCondition } from './highlight-conditions'

/** So many concordances of a window are kept open; of more the oldest is closed. */
const mostOpen = 8
/** A window hears how far a search is so often, in milliseconds. */
const newsEveryMs = 100

export interface ConcordanceAsked {
  readonly query: string
  readonly settings: ConcordanceSettings
  readonly trail: Trail
  /** So many lines are wanted at once. */
  readonly first: number
}

/** The open concordances, by whoever opened each. */
export class Concordances<Owner extends object> {
  private readonly byOwner = new Map<Owner, Map<string, Concordance>>()
  private next = 1

  /**
   * Opens a concordance, and searches behind. A query that is none, or means a theme or coder that is not there, says so.
   * @param changed hears of more lines; at most every tenth of a second, and at the end
   */
  open(
    owner: Owner,
    parts: ConcordanceParts,
    asked: ConcordanceAsked,
    changed: (view: ConcordanceView) => void
  ): { readonly problem: QueryProblem } | { readonly problem: null; readonly concordance: Concordance } {
    const read = readQuery(parts.session.state, asked)
    if (!read.ok) return { problem: read.problem }
    const id = `concordance ${this.next++}`
    let told = 0
    const ownWords = ownWordsOf(parts.session.state.info.formulae)
    const concordance: Concordance = new Concordance(
      id,
      parts,
      read.query,
      { ...asked.settings, ownWords },
      asked.trail,
      () => {
        const view = concordance.view()
        const now = performance.now()
        if (!view.isComplete && now - told < newsEveryMs) return
        told = now
        changed(view)
      }
    )
    const own = this.byOwner.get(owner) ?? new Map<string, Concordance>()
    this.byOwner.set(owner, own)
    const [oldest] = own.keys()
    if (own.size >= mostOpen && oldest !== undefined) this.close(owner, oldest)
    own.set(id, concordance)
    void concordance.search(asked.first)
    return { problem: null, concordance }
  }

  get(owner: Owner, id: string): Concordance | undefined {
    return this.byOwner.get(owner)?.get(id)
  }

  /** Nothing happens where it is closed already. */
  close(owner: Owner, id: string): void {
    const own = this.byOwner.get(owner)
    own?.get(id)?.close()
    own?.delete(id)
  }

  /** Closes whatever somebody that is gone had open. */
  leave(owner: Owner): void {
    for (const each of this.byOwner.get(owner)?.values() ?? []) each.close()
    this.byOwner.delete(owner)
  }

  closeAll(): void {
    for (const owner of [...this.byOwner.keys()]) this.leave(owner)
  }
}

/** Reads a query, and looks whether what its conditions mean is there. */
function readQuery(
  state: ProjectState,
  { query: text, settings }: ConcordanceAsked
): { readonly ok: true; readonly query: QueryNode } | { readonly ok: false; readonly problem: QueryProblem } {
  const parsed = parseQuery(text)
  if (!parsed.ok) return parsed
  const { query } = parsed
  const sides = query.kind === 'beside' ? [query.of, query.other] : [query]
  for (const name of sides.flatMap((side) => new Matcher(side, settings).formulae))
    if (formulaeNamed(state.info.formulae, name).length === 0)
      return { ok: false, problem: formulaProblem(text, name) }
  for (const side of sides)
    for (const condition of new Matcher(side, settings).highlightConditions.flat())
      if (resolvedCondition(state, condition) === null) {
        const code = condition.field === 'coder' ? 'coderUnknown' : 'themeUnknown'
        return { ok: false, problem: conditionProblem(text, condition, code) }
      }
  return { ok: true, query }
}
